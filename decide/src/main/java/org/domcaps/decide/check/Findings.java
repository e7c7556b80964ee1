package org.domcaps.decide.check;

import org.domcaps.decide.Judgement;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.Reason;
import org.domcaps.decide.Severity;
import org.domcaps.decide.check.Capabilities.Answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what rules find in one definition.
final class Findings {

    private final DomainDefinition definition;
    private final List<Judgement> judgements = new ArrayList<>();

    Findings(DomainDefinition definition) {
        this.definition = definition;
    }

    /// Something that cannot work.
    void error(String id, Node at, String message, Reason... reasons) {
        add(id, Outcome.NO, Severity.ERROR, at, message, List.of(reasons));
    }

    /// Something that works, and is advised against.
    void warning(String id, Node at, String message, Reason... reasons) {
        add(id, Outcome.YES, Severity.WARNING, at, message, List.of(reasons));
    }

    /// Something worth knowing.
    void info(String id, Node at, String message, Reason... reasons) {
        add(id, Outcome.YES, Severity.INFO, at, message, List.of(reasons));
    }

    /// Something that the capabilities do not tell.
    void unknown(String id, Node at, String message, Reason... reasons) {
        add(id, Outcome.UNKNOWN, Severity.WARNING, at, message, List.of(reasons));
    }

    /// An answer of the capabilities; a "yes" is no finding.
    ///
    /// @param what what was asked for, with its value: `disk bus 'nvme'`
    void answer(String id, Node at, String what, Answer answer) {
        switch (answer.outcome()) {
            case YES -> {}
            case NO ->
                    add(
                            id,
                            Outcome.NO,
                            Severity.ERROR,
                            at,
                            what + " is not offered",
                            answer.reasons());
            case UNKNOWN ->
                    add(
                            id,
                            Outcome.UNKNOWN,
                            Severity.WARNING,
                            at,
                            "it is not known whether " + what + " is offered",
                            answer.reasons());
        }
    }

    private void add(
            String id,
            Outcome outcome,
            Severity severity,
            Node at,
            String message,
            List<Reason> reasons) {
        judgements.add(
                new Judgement(id, outcome, severity, at.path(), message, reasons)
                        .at(definition.place(at.element())));
    }

    /// All of them in the order of the text; of those at one place the first found first.
    List<Judgement> inOrder() {
        List<Judgement> sorted = new ArrayList<>(judgements);
        sorted.sort(
                Comparator.<Judgement>comparingInt(found -> found.place().orElseThrow().line())
                        .thenComparingInt(found -> found.place().orElseThrow().column()));
        return sorted;
    }
}
