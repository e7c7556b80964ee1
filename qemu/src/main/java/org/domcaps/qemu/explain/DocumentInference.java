package org.domcaps.qemu.explain;

import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.EnumValue;
import org.domcaps.document.Release;
import org.domcaps.driver.explain.DocumentFindings;
import org.domcaps.driver.explain.Truth;
import org.domcaps.qemu.rules.Catalogue;
import org.domcaps.qemu.rules.Condition;
import org.domcaps.qemu.rules.Rule;
import org.domcaps.qemu.rules.Rule.Subject;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Conditions that must have held, or failed, because a document says what it says.
///
/// What is printed proves every part of its rule; what is not printed, although the element around
/// it is there, proves that a rule without parts failed, and of a rule with several parts the last
/// one if all others hold. Nothing else is concluded.
final class DocumentInference {

    /// What one rule must have come out as.
    private record Outcome(Condition condition, boolean held) {}

    private final Map<Condition, Truth> known = new HashMap<>();
    private final Function<Condition, Truth> asked;

    private DocumentInference(Function<Condition, Truth> asked) {
        this.asked = asked;
    }

    /// The conclusions about conditions without parts.
    ///
    /// @param asked what is known of a condition from what was asked for, the rest unknown
    static Map<Condition, Truth> of(
            DomainCapabilities document, Release release, Function<Condition, Truth> asked) {
        DocumentInference inference = new DocumentInference(asked);
        List<Outcome> outcomes = outcomes(document, release);
        // What holds first: it may leave just one part of a rule that failed.
        for (boolean held : new boolean[] {true, false}) {
            for (Outcome outcome : outcomes) {
                if (outcome.held() == held) {
                    inference.conclude(outcome.condition(), held);
                }
            }
        }
        return inference.known;
    }

    private static List<Outcome> outcomes(DomainCapabilities document, Release release) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Element element : Element.values()) {
            add(
                    outcomes,
                    new Subject.Supported(element),
                    release,
                    DocumentFindings.there(document, element));
            for (EnumKey key : EnumKey.of(element)) {
                // A value that is missing because its element is not supported proves nothing.
                if (DocumentFindings.there(document, key) == Truth.YES) {
                    for (EnumValue value : key.possibleValues()) {
                        add(
                                outcomes,
                                new Subject.Value(key, value.name()),
                                release,
                                DocumentFindings.there(document, release, key, value));
                    }
                }
            }
        }
        return outcomes;
    }

    private static void add(List<Outcome> outcomes, Subject subject, Release release, Truth there) {
        if (there != Truth.UNKNOWN) {
            Catalogue.instance()
                    .deciding(subject, release)
                    .map(Rule::when)
                    .ifPresent(when -> outcomes.add(new Outcome(when, there == Truth.YES)));
        }
    }

    private void conclude(Condition condition, boolean held) {
        switch (condition) {
            case Condition.Not(Condition inner) -> conclude(inner, !held);
            case Condition.All(List<Condition> parts) -> parts(parts, held, true);
            case Condition.Any(List<Condition> parts) -> parts(parts, held, false);
            case Condition.AnyOf _ -> {
                // Its values speak for themselves.
            }
            default -> known.putIfAbsent(condition, Truth.of(held));
        }
    }

    /// @param whole the outcome that says the same of every part
    private void parts(List<Condition> parts, boolean held, boolean whole) {
        if (held == whole) {
            parts.forEach(part -> conclude(part, held));
            return;
        }
        List<Condition> open = new ArrayList<>();
        for (Condition part : parts) {
            if (truth(part) != Truth.of(whole)) {
                open.add(part);
            }
        }
        if (open.size() == 1) {
            conclude(open.getFirst(), held);
        }
    }

    private Truth truth(Condition condition) {
        return switch (condition) {
            case Condition.Not(Condition inner) -> truth(inner).negated();
            case Condition.All(List<Condition> parts) ->
                    Truth.all(parts.stream().map(this::truth).toList());
            case Condition.Any(List<Condition> parts) ->
                    Truth.any(parts.stream().map(this::truth).toList());
            case Condition.AnyOf _ -> Truth.UNKNOWN;
            default -> {
                Truth told = asked.apply(condition);
                yield told != Truth.UNKNOWN ? told : known.getOrDefault(condition, Truth.UNKNOWN);
            }
        };
    }
}
