package org.domcaps.decide.cpu;

import org.domcaps.cpu.GuestCpu;
import org.domcaps.decide.CpuFeatures;
import org.domcaps.decide.Judgement;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.Reason;
import org.domcaps.decide.Severity;
import org.domcaps.decide.hosts.HostGroup;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What one kind of host brings to a baseline, and costs it.
///
/// @param group the hosts with what they offer
/// @param beyond features that the hosts have and the baseline does not, sorted
/// @param lacking features that other hosts have and these do not, sorted
/// @param gain features that the baseline would gain without these hosts, sorted: nobody else lacks
///   them
/// @param without the baseline without these hosts, if it would be another and there is one
public record HostShare(
        HostGroup<CpuOffer> group,
        List<String> beyond,
        List<String> lacking,
        List<String> gain,
        Optional<GuestCpu> without) {

    /// What the hosts cost, as a judgement: a warning if the baseline would gain without them.
    public Judgement judgement() {
        List<Reason> reasons = new ArrayList<>();
        CpuFeatures.add(reasons, CpuFeatures.Role.GAINED, gain);
        CpuFeatures.add(reasons, CpuFeatures.Role.LACKING, lacking);
        CpuFeatures.add(reasons, CpuFeatures.Role.BEYOND, beyond);
        boolean costs = !gain.isEmpty() || without.isPresent();
        return new Judgement(
                costs ? "baseline.host.costs" : "baseline.host.free",
                Outcome.YES,
                costs ? Severity.WARNING : Severity.INFO,
                group.name(),
                costs
                        ? "without these hosts the baseline would have more"
                        : "the baseline would be the same without these hosts",
                reasons);
    }

    /// Checks and copies.
    public HostShare {
        Objects.requireNonNull(group, "group");
        beyond = List.copyOf(beyond);
        lacking = List.copyOf(lacking);
        gain = List.copyOf(gain);
        Objects.requireNonNull(without, "without");
    }
}
