package org.domcaps.decide.suggest;

import org.domcaps.decide.Judgement;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.Severity;
import org.domcaps.decide.check.DomainCheck;
import org.domcaps.decide.check.DomainDefinition;
import org.domcaps.document.DomainCapabilities;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes a domain definition that fulfils a wish on every host of a set.
public final class DomainSuggester {

    private final List<OfferedHost> hosts;

    /// A suggester for some hosts; at least one.
    public DomainSuggester(List<? extends OfferedHost> hosts) {
        this.hosts = List.copyOf(hosts);
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("no host");
        }
    }

    /// The best definition there is.
    ///
    /// Combinations of machine type and virt type are tried from the best on; the first that
    /// fulfils the whole wish is taken. If none does, what the best one lacks is told.
    ///
    /// @param comments whether reasons are written into the definition
    public Suggestion suggest(Wish wish, boolean comments) {
        Candidates.Found found = Candidates.find(hosts, wish);
        if (found.candidates().isEmpty()) {
            return new Suggestion.Refused(found.failures());
        }
        List<Judgement> firstFailures = List.of();
        for (Candidate candidate : found.candidates()) {
            Draft draft = draft(candidate, wish, comments);
            List<Judgement> failures = new ArrayList<>(draft.failures());
            List<Judgement> checked = List.of();
            if (failures.isEmpty()) {
                checked = check(draft.text(), candidate);
                checked.stream()
                        .filter(DomainSuggester::isError)
                        .map(DomainSuggester::unmet)
                        .forEach(failures::add);
            }
            if (failures.isEmpty()) {
                return new Suggestion.Made(draft.text(), draft.choices(), checked);
            }
            if (firstFailures.isEmpty()) {
                firstFailures = failures;
            }
        }
        return new Suggestion.Refused(firstFailures);
    }

    private static boolean isError(Judgement judgement) {
        return judgement.outcome() == Outcome.NO && judgement.severity() == Severity.ERROR;
    }

    /// Nobody sees a definition that was not given, so what is wrong with it points at no line of
    /// it.
    private static Judgement unmet(Judgement error) {
        return new Judgement(
                "wish.unmet",
                error.outcome(),
                error.severity(),
                error.subject(),
                error.message(),
                error.reasons());
    }

    /// What the check says about a definition on every host.
    private static List<Judgement> check(String text, Candidate candidate) {
        DomainDefinition definition =
                DomainDefinition.read("suggestion", text.getBytes(StandardCharsets.UTF_8));
        List<Judgement> all = new ArrayList<>();
        for (DomainCapabilities document : candidate.documents()) {
            for (Judgement judgement : DomainCheck.check(definition, document, Optional.empty())) {
                if (!all.contains(judgement)) {
                    all.add(judgement);
                }
            }
        }
        return all;
    }

    private static Draft draft(Candidate candidate, Wish wish, boolean comments) {
        Draft draft = new Draft(comments);
        Common common = new Common(candidate.documents());
        Traits traits = Traits.of(candidate);
        draft.open("domain type='" + candidate.virtType() + "'");
        draft.element("name", wish.name());
        draft.element("memory unit='MiB'", Long.toString(wish.memoryMib()));
        vcpus(candidate, common, wish, draft);
        boolean uefi = new BootChoice(candidate, common, traits, draft).write(wish);
        FeatureChoice features = new FeatureChoice(common, traits, wish.family(), draft);
        features.features(wish, uefi);
        new CpuChoice(candidate, common, draft).write(wish.migratable());
        features.clock(wish);
        new DeviceChoice(candidate, common, traits, draft).write(wish);
        wish.confidential()
                .ifPresent(way -> new SecurityChoice(candidate, common, draft).write(way));
        draft.close("domain");
        return draft;
    }

    private static void vcpus(Candidate candidate, Common common, Wish wish, Draft draft) {
        Optional<Long> most = common.vcpuMax();
        if (most.isPresent() && wish.vcpus() > most.get()) {
            draft.fail(
                    "vcpus",
                    Outcome.NO,
                    wish.vcpus()
                            + " virtual CPUs are more than the "
                            + most.get()
                            + " of "
                            + candidate.label());
        }
        draft.element("vcpu", Integer.toString(wish.vcpus()));
    }
}
