package org.domcaps.decide.suggest;

import org.domcaps.document.Arch;
import org.domcaps.document.VirtType;

import java.util.Objects;
import java.util.Optional;

/// What somebody wants of a guest. What is not wished for is chosen.
///
/// @param family the guest's operating system
/// @param arch its architecture; absent: that of the first host
/// @param virtType how it is run; absent: the best that all hosts have
/// @param machine its machine type or alias; absent: the best that fits
/// @param uefi whether it must boot by UEFI
/// @param secureBoot whether its firmware must check signatures; includes UEFI
/// @param tpm whether it must have a TPM 2.0
/// @param confidential how its memory is to be hidden from the host, if at all
/// @param migratable whether it must be able to move between all hosts, and over upgrades of them
/// @param vcpus how many virtual CPUs
/// @param memoryMib how much memory, in MiB
/// @param name its name
public record Wish(
        GuestFamily family,
        Optional<Arch> arch,
        Optional<VirtType> virtType,
        Optional<String> machine,
        boolean uefi,
        boolean secureBoot,
        boolean tpm,
        Optional<Confidential> confidential,
        boolean migratable,
        int vcpus,
        long memoryMib,
        String name) {

    /// Checks.
    public Wish {
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(arch, "arch");
        Objects.requireNonNull(virtType, "virtType");
        Objects.requireNonNull(machine, "machine");
        Objects.requireNonNull(confidential, "confidential");
        Objects.requireNonNull(name, "name");
        if (vcpus < 1 || memoryMib < 1 || name.isEmpty()) {
            throw new IllegalArgumentException("a guest needs a CPU, memory and a name");
        }
    }

    /// A guest of that family, everything else left open.
    public static Wish of(GuestFamily family) {
        return new Wish(
                family,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false,
                Optional.empty(),
                false,
                2,
                4096,
                "guest");
    }

    /// Whether the firmware must be UEFI, for whatever reason.
    boolean needsUefi() {
        return uefi || secureBoot || confidential.map(Confidential::needsUefi).orElse(false);
    }
}
