package org.domcaps.xen;

import java.util.Objects;

/// Whether a machine is Xen's control domain, the only one that can start guests.
public sealed interface ControlDomain {

    /// It is.
    record Here() implements ControlDomain {}

    /// It is not.
    ///
    /// @param reason what told so, in a few words
    record NotHere(String reason) implements ControlDomain {
        /// Checks.
        public NotHere {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /// It could not be found out.
    ///
    /// @param cause why, in a few words
    record Unclear(String cause) implements ControlDomain {
        /// Checks.
        public Unclear {
            Objects.requireNonNull(cause, "cause");
        }
    }
}
