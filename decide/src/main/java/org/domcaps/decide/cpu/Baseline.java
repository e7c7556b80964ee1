package org.domcaps.decide.cpu;

import org.domcaps.cpu.GuestCpu;
import org.domcaps.decide.CpuFeatures;
import org.domcaps.decide.Judgement;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.Severity;
import org.domcaps.document.Arch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

    /// What was passed over: features that no rule could count. Absent if there are none.
    public Optional<Judgement> passedOver() {
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Judgement(
                                "baseline.features.unknown",
                                Outcome.UNKNOWN,
                                Severity.WARNING,
                                "cpu",
                                "features that the CPU map does not know were passed over: "
                                        + String.join(", ", unknown),
                                List.of(new CpuFeatures(CpuFeatures.Role.NOT_IN_MAP, unknown))));
    }

    /// What each kind of host costs, in the order of [#shares], then what was passed over.
    public List<Judgement> judgements() {
        List<Judgement> judgements = new ArrayList<>();
        for (HostShare share : shares) {
            judgements.add(share.judgement());
        }
        passedOver().ifPresent(judgements::add);
        return judgements;
    }

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
