package org.domcaps.rule.explain;

import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.EnumValue;
import org.domcaps.document.Release;
import org.domcaps.driver.explain.DocumentFindings;
import org.domcaps.driver.explain.Truth;
import org.domcaps.rule.Condition;
import org.domcaps.rule.Rule;
import org.domcaps.rule.RuleTable;
import org.domcaps.rule.Subject;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Facts that must have been so, or not, because a document says what it says.
///
/// What is printed proves every part of its rule; what is not printed, although the element around
/// it is there, proves that a rule without parts failed, and of a rule with several parts the last
/// one if all others hold. Nothing else is concluded.
///
/// @param <F> what the hypervisor's facts are read from
final class DocumentInference<F> {

    /// What one rule must have come out as.
    private record Outcome<F>(Condition<F> condition, boolean held) {}

    private final Map<Condition.Fact<F>, Truth> known = new HashMap<>();
    private final RuleTable<F> table;
    private final Release release;
    private final Witness<F> asked;

    private DocumentInference(RuleTable<F> table, Release release, Witness<F> asked) {
        this.table = table;
        this.release = release;
        this.asked = asked;
    }

    /// The conclusions.
    ///
    /// @param asked knows what follows from what was asked for, and nothing else
    static <F> Map<Condition.Fact<F>, Truth> of(
            RuleTable<F> table, DomainCapabilities document, Release release, Witness<F> asked) {
        DocumentInference<F> inference = new DocumentInference<>(table, release, asked);
        List<Outcome<F>> outcomes = inference.outcomes(document);
        // What holds first: it may leave just one part of a rule that failed.
        for (boolean held : new boolean[] {true, false}) {
            for (Outcome<F> outcome : outcomes) {
                if (outcome.held() == held) {
                    inference.conclude(outcome.condition(), held);
                }
            }
        }
        return inference.known;
    }

    private List<Outcome<F>> outcomes(DomainCapabilities document) {
        List<Outcome<F>> outcomes = new ArrayList<>();
        for (Element element : Element.values()) {
            add(
                    outcomes,
                    new Subject.Supported(element),
                    DocumentFindings.there(document, element));
            for (EnumKey key : EnumKey.of(element)) {
                // A value that is missing because its element is not supported proves nothing.
                if (DocumentFindings.there(document, key) == Truth.YES) {
                    for (EnumValue value : key.possibleValues()) {
                        add(
                                outcomes,
                                new Subject.Value(key, value.name()),
                                DocumentFindings.there(document, release, key, value));
                    }
                }
            }
        }
        return outcomes;
    }

    private void add(List<Outcome<F>> outcomes, Subject subject, Truth there) {
        if (there != Truth.UNKNOWN) {
            table.deciding(subject, release)
                    .map(Rule::when)
                    .ifPresent(when -> outcomes.add(new Outcome<>(when, there == Truth.YES)));
        }
    }

    private void conclude(Condition<F> condition, boolean held) {
        switch (condition) {
            case Condition.Not<F>(Condition<F> inner) -> conclude(inner, !held);
            case Condition.All<F>(List<Condition<F>> parts) -> parts(parts, held, true);
            case Condition.Any<F>(List<Condition<F>> parts) -> parts(parts, held, false);
            case Condition.Fact<F> fact -> known.putIfAbsent(fact, Truth.of(held));
            case Condition.AnyOf<F> _, Condition.Always<F> _ -> {
                // The values speak for themselves, and what is always so needs no proof.
            }
        }
    }

    /// @param whole the outcome that says the same of every part
    private void parts(List<Condition<F>> parts, boolean held, boolean whole) {
        if (held == whole) {
            parts.forEach(part -> conclude(part, held));
            return;
        }
        List<Condition<F>> open = new ArrayList<>();
        for (Condition<F> part : parts) {
            if (truth(part) != Truth.of(whole)) {
                open.add(part);
            }
        }
        if (open.size() == 1) {
            conclude(open.getFirst(), held);
        }
    }

    private Truth truth(Condition<F> condition) {
        return switch (condition) {
            case Condition.Always<F> _ -> Truth.YES;
            case Condition.Not<F>(Condition<F> inner) -> truth(inner).negated();
            case Condition.All<F>(List<Condition<F>> parts) ->
                    Truth.all(parts.stream().map(this::truth).toList());
            case Condition.Any<F>(List<Condition<F>> parts) ->
                    Truth.any(parts.stream().map(this::truth).toList());
            case Condition.AnyOf<F> _ -> Truth.UNKNOWN;
            case Condition.Fact<F> fact -> {
                Truth told = asked.truth(fact);
                yield told != Truth.UNKNOWN ? told : known.getOrDefault(fact, Truth.UNKNOWN);
            }
        };
    }
}
