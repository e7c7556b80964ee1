package org.domcaps.rule.explain;

import org.domcaps.document.EnumKey;
import org.domcaps.document.EnumValue;
import org.domcaps.document.Release;
import org.domcaps.driver.explain.Decision;
import org.domcaps.driver.explain.Observation;
import org.domcaps.driver.explain.Proof;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Truth;
import org.domcaps.rule.Condition;
import org.domcaps.rule.Evidence;
import org.domcaps.rule.Rule;
import org.domcaps.rule.RuleTable;
import org.domcaps.rule.Subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes the conditions of rules apart and asks a witness about their parts.
///
/// @param <F> what the hypervisor's facts are read from
final class Prover<F> {

    private final RuleTable<F> table;
    private final Release release;
    private final Witness<F> witness;

    Prover(RuleTable<F> table, Release release, Witness<F> witness) {
        this.table = table;
        this.release = release;
        this.witness = witness;
    }

    /// The rule that decides something; empty if no row speaks of it.
    Optional<Decision> decision(Subject subject, String about) {
        return table.deciding(subject, release).map(rule -> decision(rule, about));
    }

    private Decision decision(Rule<F> rule, String about) {
        return new Decision(about, prove(rule.when(), Truth.YES), rule.since(), rule.until());
    }

    /// A condition with its truth.
    ///
    /// @param wanted which way it should come out
    private Proof prove(Condition<F> condition, Truth wanted) {
        String words = condition.words();
        return switch (condition) {
            case Condition.Always<F> _ -> always(words, wanted);
            case Condition.Not<F>(Condition<F> inner) ->
                    new Proof.Not(words, prove(inner, wanted.negated()));
            case Condition.All<F>(List<Condition<F>> parts) ->
                    new Proof.All(words, prove(parts, wanted));
            case Condition.Any<F>(List<Condition<F>> parts) ->
                    new Proof.Any(words, prove(parts, wanted));
            case Condition.AnyOf<F> anyOf -> anyOf(anyOf, wanted);
            case Condition.Fact<F> fact -> fact(fact, wanted);
        };
    }

    private List<Proof> prove(List<Condition<F>> conditions, Truth wanted) {
        List<Proof> proofs = new ArrayList<>(conditions.size());
        for (Condition<F> condition : conditions) {
            proofs.add(prove(condition, wanted));
        }
        return proofs;
    }

    private static Proof always(String words, Truth wanted) {
        return new Proof.Fact(
                words,
                Truth.YES,
                List.of(),
                wanted == Truth.YES
                        ? Optional.empty()
                        : Optional.of(
                                new Remedy.Change(Remedy.Kind.NONE, "nothing: it is always so")));
    }

    /// Goes on to the rules of the values, so that the chain does not end at another part of the
    /// document.
    private Proof anyOf(Condition.AnyOf<F> condition, Truth wanted) {
        EnumKey key = condition.key();
        Optional<Truth> known = witness.anyOf(key);
        if (known.isPresent()) {
            return printed(condition, known.get(), wanted);
        }
        List<Proof> proofs = new ArrayList<>();
        for (EnumValue value : key.possibleValues()) {
            if (value.isKnownTo(release)) {
                table.deciding(new Subject.Value(key, value.name()), release)
                        .ifPresent(rule -> proofs.add(prove(rule.when(), wanted)));
            }
        }
        return new Proof.Any(condition.words(), proofs);
    }

    private static <F> Proof printed(Condition.AnyOf<F> condition, Truth truth, Truth wanted) {
        String seen =
                switch (truth) {
                    case YES -> "there";
                    case NO -> "none";
                    case UNKNOWN -> "";
                };
        List<Observation> observations = new ArrayList<>();
        for (Evidence evidence : condition.evidence()) {
            observations.add(observation(evidence, seen));
        }
        String path = condition.key().path();
        Optional<Remedy> change =
                truth == wanted
                        ? Optional.empty()
                        : Optional.of(
                                new Remedy.Change(
                                        Remedy.Kind.REQUEST,
                                        "see what the values of "
                                                + path
                                                + " need (explain "
                                                + path
                                                + ")"));
        return new Proof.Fact(condition.words(), truth, observations, change);
    }

    private Proof fact(Condition.Fact<F> fact, Truth wanted) {
        Truth truth = witness.truth(fact);
        List<Observation> observations = new ArrayList<>();
        for (Evidence evidence : fact.evidence()) {
            observations.add(observation(evidence, witness.seen(fact, evidence)));
        }
        Optional<Remedy> change =
                truth == wanted ? Optional.empty() : Optional.of(witness.remedy(fact, wanted));
        return new Proof.Fact(fact.words(), truth, observations, change);
    }

    private static Observation observation(Evidence evidence, String seen) {
        return new Observation(evidence.source(), evidence.place(), evidence.detail(), seen);
    }
}
