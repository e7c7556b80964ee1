package org.domcaps.decide;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One thing that was decided.
///
/// @param id what was decided: stable lower-case words joined by dots, from the general to the
///   particular, such as `cpu.model.blocked`; programs filter by it or by its beginning
/// @param outcome how it was decided
/// @param severity how much it matters
/// @param subject what it is about, in the words of the input: a path of the document such as
///   `devices.tpm.model`, a file, a host
/// @param place where in an input text it stands; absent where there is no such text
/// @param message one sentence for people, without a full stop
/// @param reasons why, the most important first; may be empty where the message says it all
public record Judgement(
        String id,
        Outcome outcome,
        Severity severity,
        String subject,
        Optional<TextPlace> place,
        String message,
        List<Reason> reasons) {

    /// Checks and copies.
    public Judgement {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(message, "message");
        reasons = List.copyOf(reasons);
    }

    /// A judgement that points at no text.
    public Judgement(
            String id,
            Outcome outcome,
            Severity severity,
            String subject,
            String message,
            List<Reason> reasons) {
        this(id, outcome, severity, subject, Optional.empty(), message, reasons);
    }

    /// The same, pointing at a place of a text.
    public Judgement at(TextPlace where) {
        return new Judgement(id, outcome, severity, subject, Optional.of(where), message, reasons);
    }

    /// What several judgements say together: one [Outcome#NO] makes it no, else one
    /// [Outcome#UNKNOWN] makes it unknown; of nothing it is yes. Those of [Severity#INFO] do not
    /// count, because nothing depends on them.
    public static Outcome together(Collection<Judgement> judgements) {
        Outcome together = Outcome.YES;
        for (Judgement judgement : judgements) {
            if (judgement.severity != Severity.INFO) {
                together = Outcome.all(List.of(together, judgement.outcome));
            }
        }
        return together;
    }
}
