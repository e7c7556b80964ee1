package org.domcaps.qemu.rules;

import org.domcaps.document.Arch;

import java.util.List;

/// Kinds of machine that rules tell apart, by canonical name and architecture (`pc` and `q35` count
/// although they are aliases of newer names).
public enum MachineKind {
    /// The i440FX PC.
    I440FX("an i440FX PC", List.of("pc"), List.of("pc-0.", "pc-1.", "pc-i440fx-", "rhel")) {
        @Override
        boolean fits(Arch arch) {
            return arch.family() == Arch.Family.X86;
        }
    },
    /// The Q35 PC.
    Q35("a Q35 PC", List.of("q35"), List.of("pc-q35-")) {
        @Override
        boolean fits(Arch arch) {
            return arch.family() == Arch.Family.X86;
        }
    },
    /// The PC that emulates a Xen guest.
    XENFV("a XenFV PC", List.of("xenfv"), List.of("xenfv-")) {
        @Override
        boolean fits(Arch arch) {
            return arch.family() == Arch.Family.X86;
        }
    },
    /// The PC without PCI, on any architecture.
    ISAPC("the ISA PC", List.of("isapc"), List.of()),
    /// The generic ARM board.
    ARM_VIRT("an ARM virt board", List.of("virt"), List.of("virt-")) {
        @Override
        boolean fits(Arch arch) {
            return arch == Arch.ARMV6L || arch == Arch.ARMV7L || arch == Arch.AARCH64;
        }
    },
    /// The POWER server.
    PSERIES("a pSeries server", List.of("pseries"), List.of("pseries-")) {
        @Override
        boolean fits(Arch arch) {
            return arch.isPpc64();
        }
    },
    /// Boards with an IDE controller that are no PCs, on any architecture.
    OTHER_IDE("malta, sun4u or g3beige", List.of("malta", "sun4u", "g3beige"), List.of()),
    /// s390 machines too old to know CPU models.
    OLD_S390(
            "an s390 machine too old for CPU models",
            List.of(
                    "s390-ccw-virtio-2.4",
                    "s390-ccw-virtio-2.5",
                    "s390-ccw-virtio-2.6",
                    "s390-ccw-virtio-2.7"),
            List.of()) {
        @Override
        boolean fits(Arch arch) {
            return arch.family() == Arch.Family.S390;
        }
    };

    private final String words;
    private final List<String> names;
    private final List<String> prefixes;

    MachineKind(String words, List<String> names, List<String> prefixes) {
        this.words = words;
        this.names = names;
        this.prefixes = prefixes;
    }

    /// In words that a person reads, as the end of the sentence "the machine is …".
    public String words() {
        return words;
    }

    boolean fits(Arch arch) {
        return true;
    }

    /// Whether a machine of that canonical name on that architecture is of this kind.
    public boolean includes(Arch arch, String machine) {
        if (!fits(arch)) {
            return false;
        }
        if (names.contains(machine)) {
            return true;
        }
        for (String prefix : prefixes) {
            if (machine.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
