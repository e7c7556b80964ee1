package org.domcaps.decide.suggest;

import org.domcaps.decide.Judgement;
import org.domcaps.decide.Offered;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.Severity;
import org.domcaps.document.Arch;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.VirtType;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;

/// Finds the combinations that every host has.
final class Candidates {

    private Candidates() {}

    /// What was found.
    ///
    /// @param candidates the best first
    /// @param failures why there are none; empty if there are some
    record Found(List<Candidate> candidates, List<Judgement> failures) {}

    /// All combinations that fit a wish's architecture, virt type and machine on every host.
    static Found find(List<? extends OfferedHost> hosts, Wish wish) {
        Optional<String> arch = wish.arch().map(Arch::xmlName);
        List<List<OfferedHost.Offer>> offers = new ArrayList<>();
        for (OfferedHost host : hosts) {
            List<OfferedHost.Offer> ofHost = host.offers(arch);
            if (ofHost.isEmpty()) {
                return nothing(
                        "arch",
                        "host '"
                                + host.name()
                                + "' has no emulator for "
                                + arch.map(name -> "the architecture " + name).orElse("any guest"));
            }
            if (arch.isEmpty()) {
                arch = ofHost.getFirst().document().arch();
            }
            offers.add(ofHost);
        }
        return common(hosts, offers, arch, wish);
    }

    private static Found common(
            List<? extends OfferedHost> hosts,
            List<List<OfferedHost.Offer>> offers,
            Optional<String> arch,
            Wish wish) {
        List<Candidate> candidates = new ArrayList<>();
        for (OfferedHost.Offer first : offers.getFirst()) {
            if (fits(first, arch, wish)) {
                collect(first, offers, wish).ifPresent(candidates::add);
            }
        }
        if (candidates.isEmpty()) {
            return none(hosts, offers, wish);
        }
        candidates.sort(MachineOrder.BEST_FIRST);
        return new Found(candidates, List.of());
    }

    private static boolean fits(OfferedHost.Offer offer, Optional<String> arch, Wish wish) {
        boolean rightArch = offer.document().arch().equals(arch);
        boolean rightVirtType =
                wish.virtType().isEmpty()
                        || offer.document().domain().equals(wish.virtType().map(VirtType::xmlName));
        boolean rightMachine =
                wish.machine().isEmpty() || offer.names().contains(wish.machine().get());
        return rightArch && rightVirtType && rightMachine;
    }

    /// The same combination on every host: the same canonical machine type, since a guest with an
    /// alias would get another machine on each.
    private static Optional<Candidate> collect(
            OfferedHost.Offer first, List<List<OfferedHost.Offer>> offers, Wish wish) {
        List<DomainCapabilities> documents = new ArrayList<>();
        for (List<OfferedHost.Offer> ofHost : offers) {
            Optional<DomainCapabilities> same =
                    ofHost.stream()
                            .map(OfferedHost.Offer::document)
                            .filter(document -> isSame(document, first.document()))
                            .findFirst();
            if (same.isEmpty()) {
                return Optional.empty();
            }
            documents.add(same.get());
        }
        Optional<String> machine = first.document().machine();
        if (wish.machine().isPresent() && offers.size() == 1 && !wish.migratable()) {
            machine = wish.machine();
        }
        boolean onePath = documents.stream().map(DomainCapabilities::path).distinct().count() == 1;
        return Optional.of(
                new Candidate(
                        first.document().arch().orElse(""),
                        first.document().domain().orElse(""),
                        machine,
                        onePath ? first.document().path() : Optional.empty(),
                        documents));
    }

    private static boolean isSame(DomainCapabilities left, DomainCapabilities right) {
        return Objects.equals(left.arch(), right.arch())
                && Objects.equals(left.domain(), right.domain())
                && Objects.equals(left.machine(), right.machine());
    }

    private static Found none(
            List<? extends OfferedHost> hosts, List<List<OfferedHost.Offer>> offers, Wish wish) {
        SequencedSet<String> machines = new LinkedHashSet<>();
        SequencedSet<String> virtTypes = new LinkedHashSet<>();
        for (List<OfferedHost.Offer> ofHost : offers) {
            for (OfferedHost.Offer offer : ofHost) {
                machines.addAll(offer.names());
                offer.document().domain().ifPresent(virtTypes::add);
            }
        }
        if (wish.virtType().isPresent() && !virtTypes.contains(wish.virtType().get().xmlName())) {
            return nothing(
                    "virt-type",
                    "no host runs virt type '" + wish.virtType().get().xmlName() + "'",
                    new Offered("domain", List.copyOf(virtTypes)));
        }
        if (wish.machine().isPresent()) {
            return nothing(
                    "machine",
                    "the hosts have no machine type '" + wish.machine().get() + "' in common",
                    new Offered("machine", List.copyOf(machines)));
        }
        return nothing(
                "hosts",
                hosts.size() + " hosts have no machine type and virt type in common for this guest",
                new Offered("machine", List.copyOf(machines)));
    }

    private static Found nothing(
            String wish, String message, org.domcaps.decide.Reason... reasons) {
        return new Found(
                List.of(),
                List.of(
                        new Judgement(
                                "wish." + wish,
                                Outcome.NO,
                                Severity.ERROR,
                                wish,
                                message,
                                List.of(reasons))));
    }
}
