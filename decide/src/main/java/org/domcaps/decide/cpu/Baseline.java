package org.domcaps.decide.cpu;

import org.domcaps.cpu.GuestCpu;
import org.domcaps.document.Arch;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/// The largest CPU that all hosts of a set have.
///
/// @param arch the architecture of the hosts
/// @param cpu the CPU as libvirt computes it; its limit of physical address bits is set if every
///   host reports its size
/// @param features every feature that the CPU shows, sorted; empty where only the emulator knows
/// @param addressBits the smallest physical address size; absent if no host reports one
/// @param shares what each kind of host brings and costs, in the order of the set
/// @param lost features that some host has and the baseline does not, sorted
/// @param unknown features that hosts report and the CPU map does not have, sorted; they are passed
///   over
public record Baseline(
        Arch arch,
        GuestCpu cpu,
        List<String> features,
        OptionalInt addressBits,
        List<HostShare> shares,
        List<String> lost,
        List<String> unknown) {

    /// Checks and copies.
    public Baseline {
        Objects.requireNonNull(arch, "arch");
        Objects.requireNonNull(cpu, "cpu");
        features = List.copyOf(features);
        Objects.requireNonNull(addressBits, "addressBits");
        shares = List.copyOf(shares);
        lost = List.copyOf(lost);
        unknown = List.copyOf(unknown);
    }
}
