package org.domcaps.conformance;

import java.util.Objects;

/// What became of one replayed case.
public sealed interface CaseResult {

    /// The name of the case, unique in its folder and made from the names of its files.
    String name();

    /// The result is the expected one.
    record Ok(String name) implements CaseResult {
        /// Checks that the name is there.
        public Ok {
            Objects.requireNonNull(name, "name");
        }
    }

    /// The result differs from the expected one.
    ///
    /// @param expected the expected text, or in words what should have happened
    /// @param actual the text that came out, or the message of the failure
    record Fail(String name, String expected, String actual) implements CaseResult {
        /// Checks that all are there.
        public Fail {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(expected, "expected");
            Objects.requireNonNull(actual, "actual");
        }
    }

    /// The case could not be replayed.
    ///
    /// @param reason why, in words for a person
    record Skip(String name, String reason) implements CaseResult {
        /// Checks that all are there.
        public Skip {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /// Ok if the texts are equal, else a failure with both.
    static CaseResult compare(String name, String expected, String actual) {
        return expected.equals(actual) ? new Ok(name) : new Fail(name, expected, actual);
    }
}
