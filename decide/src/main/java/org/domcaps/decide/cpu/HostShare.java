package org.domcaps.decide.cpu;

import org.domcaps.cpu.GuestCpu;
import org.domcaps.decide.hosts.HostGroup;

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

    /// Checks and copies.
    public HostShare {
        Objects.requireNonNull(group, "group");
        beyond = List.copyOf(beyond);
        lacking = List.copyOf(lacking);
        gain = List.copyOf(gain);
        Objects.requireNonNull(without, "without");
    }
}
