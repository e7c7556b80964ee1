package org.domcaps.qemu.explain;

import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.EnumValue;
import org.domcaps.document.Release;
import org.domcaps.driver.explain.Decision;
import org.domcaps.driver.explain.Finding;
import org.domcaps.driver.explain.Kind;
import org.domcaps.driver.explain.Observation;
import org.domcaps.driver.explain.Observation.Source;
import org.domcaps.driver.explain.Proof;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Truth;
import org.domcaps.qemu.rules.Catalogue;
import org.domcaps.qemu.rules.Rule;
import org.domcaps.qemu.rules.Rule.Subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The findings about elements, enums and values: all that [Element] and [EnumKey] know, each with
/// the rows that decide it.
final class PartFindings {

    private final Witness witness;
    private final Prover prover;

    PartFindings(Witness witness) {
        this.witness = witness;
        this.prover = new Prover(witness);
    }

    /// The findings about one element, itself first.
    List<Finding> of(Element element) {
        List<Finding> findings = new ArrayList<>();
        List<Decision> decisions = element(element);
        findings.add(Finding.of(element.path(), Kind.ELEMENT, decisions, List.of()));
        for (EnumKey key : EnumKey.of(element)) {
            List<Decision> ofEnum = new ArrayList<>(decisions);
            ofEnum.addAll(enumeration(key));
            findings.add(Finding.of(key.path(), Kind.ENUM, ofEnum, List.of()));
            for (EnumValue value : key.possibleValues()) {
                List<Decision> ofValue = new ArrayList<>(ofEnum);
                ofValue.addAll(value(key, value));
                findings.add(
                        Finding.of(
                                key.path() + "." + value.name(), Kind.VALUE, ofValue, List.of()));
            }
        }
        return findings;
    }

    private List<Decision> element(Element element) {
        List<Decision> decisions = new ArrayList<>();
        String reported = element.path() + " is in the document";
        known(reported, element.since(), Optional.empty()).ifPresent(decisions::add);
        prover.decision(new Subject.Reported(element), reported).ifPresent(decisions::add);
        String supported = element.path() + " is supported";
        decisions.add(decision(new Subject.Supported(element), supported));
        return decisions;
    }

    private List<Decision> enumeration(EnumKey key) {
        List<Decision> decisions = new ArrayList<>();
        String about = key.path() + " is in the document";
        known(about, key.since(), Optional.empty()).ifPresent(decisions::add);
        prover.decision(new Subject.EnumReported(key), about).ifPresent(decisions::add);
        return decisions;
    }

    private List<Decision> value(EnumKey key, EnumValue value) {
        String about = key.path() + " has the value " + value.name();
        Optional<Decision> unknown = known(about, value.since(), value.until());
        if (unknown.isPresent()) {
            return List.of(unknown.get());
        }
        return List.of(decision(new Subject.Value(key, value.name()), about));
    }

    private Decision decision(Subject subject, String about) {
        Optional<Decision> decision = prover.decision(subject, about);
        if (decision.isPresent()) {
            return decision.get();
        }
        for (Rule other : Catalogue.instance().about(subject)) {
            Optional<Decision> tooEarly = known(about, other.since(), other.until());
            if (tooEarly.isPresent()) {
                return tooEarly.get();
            }
        }
        return never(about);
    }

    /// The release that came too early or too late for something; empty if it is right, so that
    /// only what hinders is told.
    private Optional<Decision> known(String about, Release since, Optional<Release> until) {
        return Remedies.known(witness.release(), since, until)
                .map(change -> {
                    String words =
                            witness.release().isAtLeast(since)
                                    ? "the release is older than " + until.orElseThrow()
                                    : "the release is " + since + " or later";
                    return new Decision(
                            about,
                            new Proof.Fact(
                                    words,
                                    Truth.NO,
                                    List.of(
                                            new Observation(
                                                    Source.REQUEST,
                                                    "release",
                                                    "",
                                                    witness.release().toString())),
                                    Optional.of(change)),
                            since,
                            until);
                });
    }

    /// Values of the format that other hypervisors print.
    private static Decision never(String about) {
        return Decision.always(
                about,
                new Proof.Fact(
                        "the QEMU driver ever says so",
                        Truth.NO,
                        List.of(),
                        Optional.of(
                                new Remedy.Change(
                                        Remedy.Kind.NONE,
                                        "nothing: QEMU documents of this release never say so"))));
    }
}
