package org.domcaps.qemu.explain;

import org.domcaps.document.EnumKey;
import org.domcaps.document.EnumValue;
import org.domcaps.driver.explain.Decision;
import org.domcaps.driver.explain.Observation;
import org.domcaps.driver.explain.Observation.Source;
import org.domcaps.driver.explain.Proof;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Truth;
import org.domcaps.qemu.rules.Catalogue;
import org.domcaps.qemu.rules.Condition;
import org.domcaps.qemu.rules.Evidence;
import org.domcaps.qemu.rules.Rule;
import org.domcaps.qemu.rules.Rule.Subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes the conditions of rules apart and asks a witness about their parts.
final class Prover {

    private final Witness witness;

    Prover(Witness witness) {
        this.witness = witness;
    }

    /// The rule that decides something; empty if no row speaks of it.
    Optional<Decision> decision(Subject subject, String about) {
        return Catalogue.instance()
                .deciding(subject, witness.release())
                .map(rule -> decision(rule, about));
    }

    private Decision decision(Rule rule, String about) {
        return new Decision(about, prove(rule.when(), Truth.YES), rule.since(), rule.until());
    }

    /// A condition with its truth.
    ///
    /// @param wanted which way it should come out
    Proof prove(Condition condition, Truth wanted) {
        return switch (condition) {
            case Condition.Not(Condition inner) ->
                    new Proof.Not(condition.words(), prove(inner, wanted.negated()));
            case Condition.All(List<Condition> parts) ->
                    new Proof.All(condition.words(), prove(parts, wanted));
            case Condition.Any(List<Condition> parts) ->
                    new Proof.Any(condition.words(), prove(parts, wanted));
            case Condition.AnyOf(EnumKey key) -> anyOf(condition, key, wanted);
            case Condition.Always _,
                    Condition.Qemu _,
                    Condition.Host _,
                    Condition.Firmware _,
                    Condition.Machine _,
                    Condition.Family _,
                    Condition.GuestArch _,
                    Condition.Native _,
                    Condition.Virt _,
                    Condition.CpuListed _,
                    Condition.HostModelFound _,
                    Condition.CpuModelsFound _,
                    Condition.Gic _,
                    Condition.Enlightenment _,
                    Condition.AnyEnlightenment _,
                    Condition.SevTold _,
                    Condition.SgxTold _ ->
                    fact(condition, witness.truth(condition), wanted);
        };
    }

    private List<Proof> prove(List<Condition> conditions, Truth wanted) {
        List<Proof> proofs = new ArrayList<>(conditions.size());
        for (Condition condition : conditions) {
            proofs.add(prove(condition, wanted));
        }
        return proofs;
    }

    /// Goes on to the rules of the values, so that the chain does not end at another part of the
    /// document.
    private Proof anyOf(Condition condition, EnumKey key, Truth wanted) {
        Optional<Truth> known = witness.anyOf(key);
        if (known.isPresent()) {
            return fact(condition, known.get(), wanted);
        }
        List<Proof> proofs = new ArrayList<>();
        for (EnumValue value : key.possibleValues()) {
            if (value.isKnownTo(witness.release())) {
                Catalogue.instance()
                        .deciding(new Subject.Value(key, value.name()), witness.release())
                        .ifPresent(rule -> proofs.add(prove(rule.when(), wanted)));
            }
        }
        return new Proof.Any(condition.words(), proofs);
    }

    private Proof fact(Condition condition, Truth truth, Truth wanted) {
        List<Observation> observations = new ArrayList<>();
        for (Evidence evidence : Evidence.of(condition)) {
            observations.add(
                    new Observation(
                            source(evidence.source()),
                            evidence.place(),
                            evidence.detail(),
                            witness.seen(condition, evidence)));
        }
        Optional<Remedy> change =
                truth == wanted ? Optional.empty() : Optional.of(witness.remedy(condition, wanted));
        return new Proof.Fact(condition.words(), truth, observations, change);
    }

    private static Source source(Evidence.Source source) {
        return switch (source) {
            case QMP -> Source.EMULATOR;
            case HOST -> Source.HOST;
            case FIRMWARE -> Source.FIRMWARE;
            case REQUEST -> Source.REQUEST;
            case DOCUMENT -> Source.DOCUMENT;
        };
    }
}
