package org.domcaps.conformance;

import java.util.Objects;
import java.util.Optional;

/// How one recorded case came out. A name is unique in its run and fit for a file name.
public sealed interface CaseResult {

    /// The case.
    String name();

    /// The same outcome of a case of another name.
    default CaseResult named(String other) {
        return switch (this) {
            case Passed passed -> new Passed(other, passed.computed());
            case Failed failed -> new Failed(other, failed.expected(), failed.computed());
            case Broken broken -> new Broken(other, broken.why());
            case Skipped skipped -> new Skipped(other, skipped.why());
        };
    }

    /// The computed text is the expected one.
    ///
    /// @param name the case
    /// @param computed the text
    record Passed(String name, String computed) implements CaseResult {
        /// Checks.
        public Passed {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(computed, "computed");
        }
    }

    /// The computed text is another one.
    ///
    /// @param name the case
    /// @param expected the expected text
    /// @param computed the text that came out
    record Failed(String name, String expected, String computed) implements CaseResult {
        /// Checks.
        public Failed {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(expected, "expected");
            Objects.requireNonNull(computed, "computed");
        }
    }

    /// Nothing was computed although something should have been, which is a failure too.
    ///
    /// @param name the case
    /// @param why what went wrong, in one line
    record Broken(String name, String why) implements CaseResult {
        /// Checks.
        public Broken {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(why, "why");
        }
    }

    /// The case was not tried.
    ///
    /// @param name the case
    /// @param why the reason, in one line
    record Skipped(String name, String why) implements CaseResult {
        /// Checks.
        public Skipped {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(why, "why");
        }
    }

    /// The text that was computed, if one was.
    default Optional<String> text() {
        return switch (this) {
            case Passed passed -> Optional.of(passed.computed);
            case Failed failed -> Optional.of(failed.computed);
            case Broken _, Skipped _ -> Optional.empty();
        };
    }
}
