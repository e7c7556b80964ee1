package org.domcaps.qemu;

import org.domcaps.cpu.Expansion;
import org.domcaps.cpu.SlotModel;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a binary says under one accelerator.
///
/// @param machines machine types, the preferred one first; machine `none` is left out
/// @param cpus CPU models in reply order
/// @param hostCpu the expansion of the host's CPU; absent if QEMU refused it
/// @param deprecatedFeatures deprecated properties of the full expansion, under QEMU's names; empty
///   if QEMU tells none
public record AcceleratorFacts(
        Machines machines,
        List<SlotModel> cpus,
        Optional<Expansion> hostCpu,
        List<String> deprecatedFeatures) {

    /// Nothing known.
    public static final AcceleratorFacts NONE =
            new AcceleratorFacts(new Machines(List.of()), List.of(), Optional.empty(), List.of());

    /// Checks and copies.
    public AcceleratorFacts {
        Objects.requireNonNull(machines, "machines");
        cpus = List.copyOf(cpus);
        Objects.requireNonNull(hostCpu, "hostCpu");
        deprecatedFeatures = List.copyOf(deprecatedFeatures);
    }
}
