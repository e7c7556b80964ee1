package org.domcaps.decide;

import java.util.List;
import java.util.Objects;

/// One thing that was decided.
///
/// @param id what was decided: stable lower-case words joined by dots, from the general to the
///   particular, such as `cpu.model.blocked`; programs filter by it or by its beginning
/// @param outcome how it was decided
/// @param severity how much it matters
/// @param subject what it is about, in the words of the input: a path of the document such as
///   `devices.tpm.model`, a file, a host
/// @param message one sentence for people, without a full stop
/// @param reasons why, the most important first; may be empty where the message says it all
public record Judgement(
        String id,
        Outcome outcome,
        Severity severity,
        String subject,
        String message,
        List<Reason> reasons) {

    /// Checks and copies.
    public Judgement {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(message, "message");
        reasons = List.copyOf(reasons);
    }
}
