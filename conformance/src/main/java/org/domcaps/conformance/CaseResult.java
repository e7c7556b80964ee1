package org.domcaps.conformance;

import java.util.Objects;
import java.util.Optional;

/// What became of one case.
public sealed interface CaseResult {

    /// The case's name, unique in its folder.
    String name();

    /// The computed text is the expected one.
    ///
    /// @param actual the computed text; absent where the case compares no text
    record Ok(String name, Optional<String> actual) implements CaseResult {
        /// Checks.
        public Ok {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(actual, "actual");
        }
    }

    /// The computed text differs from the expected one, or could not be computed; then it says why.
    record Fail(String name, String expected, String actual) implements CaseResult {
        /// Checks.
        public Fail {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(expected, "expected");
            Objects.requireNonNull(actual, "actual");
        }
    }

    /// The case cannot be derived, or not yet.
    record Skip(String name, String why) implements CaseResult {
        /// Checks.
        public Skip {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(why, "why");
        }
    }

    /// Compares two texts.
    static CaseResult compare(String name, String expected, String actual) {
        return expected.equals(actual)
                ? new Ok(name, Optional.of(actual))
                : new Fail(name, expected, actual);
    }
}
