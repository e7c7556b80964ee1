package org.domcaps.decide.suggest;

import org.domcaps.decide.check.MachineKind;
import org.domcaps.document.Arch;

import java.util.List;
import java.util.Optional;

/// What a kind of machine is like, as far as a definition depends on it.
///
/// @param prefersUefi whether guests boot by UEFI if there is any
/// @param canSecureBoot whether firmware can check signatures there
/// @param needsSmm whether secure boot needs system management mode
/// @param acpi whether `<acpi/>` and `<apic/>` belong into a definition; for ARM only with UEFI
/// @param display whether it usually has a screen
/// @param diskBuses buses for guests without virtio drivers, the best first
/// @param networkModel the network adapter for such guests; absent: virtio
/// @param videoModels video adapters, the best first
record Traits(
        boolean prefersUefi,
        boolean canSecureBoot,
        boolean needsSmm,
        boolean acpi,
        boolean display,
        List<String> diskBuses,
        Optional<String> networkModel,
        List<String> videoModels) {

    Traits {
        diskBuses = List.copyOf(diskBuses);
        videoModels = List.copyOf(videoModels);
    }

    private static final List<String> PC_VIDEO = List.of("virtio", "vga", "bochs", "cirrus");

    static Traits of(Candidate candidate) {
        Optional<Arch> arch = Arch.find(candidate.arch());
        String machine = candidate.documents().getFirst().machine().orElse("");
        return switch (MachineKind.of(arch, machine)) {
            case Q35 ->
                    new Traits(
                            false,
                            true,
                            true,
                            true,
                            true,
                            List.of("sata", "scsi", "virtio"),
                            Optional.of("e1000e"),
                            PC_VIDEO);
            case I440FX ->
                    new Traits(
                            false,
                            false,
                            true,
                            true,
                            true,
                            List.of("ide", "sata", "scsi", "virtio"),
                            Optional.of("e1000"),
                            PC_VIDEO);
            case VIRT ->
                    new Traits(
                            true,
                            true,
                            false,
                            false,
                            true,
                            List.of("scsi", "usb", "virtio"),
                            Optional.empty(),
                            List.of("virtio", "ramfb"));
            case PSERIES ->
                    new Traits(
                            false,
                            false,
                            false,
                            false,
                            true,
                            List.of("scsi", "virtio"),
                            Optional.empty(),
                            List.of("vga", "virtio"));
            case S390_CCW ->
                    new Traits(
                            false,
                            false,
                            false,
                            false,
                            false,
                            List.of("virtio", "scsi"),
                            Optional.empty(),
                            List.of("virtio"));
            case OTHER ->
                    new Traits(
                            false,
                            false,
                            false,
                            false,
                            false,
                            List.of("ide", "sata", "scsi", "virtio"),
                            Optional.empty(),
                            List.of("vga", "virtio"));
        };
    }
}
