package org.domcaps.decide.check;

import org.domcaps.document.Arch;

import java.util.Optional;

/// Kinds of machine types that rules tell apart, by canonical name or alias.
public enum MachineKind {
    /// The x86 machine with the ISA-era chip set.
    I440FX,
    /// The x86 machine with PCI Express.
    Q35,
    /// The virtual machine of ARM, RISC-V and LoongArch.
    VIRT,
    /// The POWER server.
    PSERIES,
    /// The s390 mainframe.
    S390_CCW,
    /// Any other.
    OTHER;

    /// The kind of a machine type of an architecture.
    public static MachineKind of(Optional<Arch> arch, String machine) {
        if (arch.isEmpty()) {
            return OTHER;
        }
        return switch (arch.get().family()) {
            case X86 -> x86(machine);
            case ARM, RISCV, LOONGARCH -> is(machine, "virt") ? VIRT : OTHER;
            case PPC -> is(machine, "pseries") ? PSERIES : OTHER;
            case S390 -> is(machine, "s390-ccw-virtio") ? S390_CCW : OTHER;
            case OTHER -> OTHER;
        };
    }

    private static MachineKind x86(String machine) {
        if (is(machine, "q35") || is(machine, "pc-q35")) {
            return Q35;
        }
        boolean old =
                is(machine, "pc")
                        || is(machine, "pc-i440fx")
                        || machine.startsWith("pc-0.")
                        || machine.startsWith("pc-1.")
                        || machine.startsWith("rhel");
        return old && !machine.contains("microvm") ? I440FX : OTHER;
    }

    /// Whether a name is that of a family, or the family's with a version behind it.
    private static boolean is(String machine, String family) {
        return machine.equals(family)
                || machine.startsWith(family + "-")
                        && machine.length() > family.length() + 1
                        && startsVersion(machine.substring(family.length() + 1));
    }

    /// Distributions put their own word before the number: `pc-q35-rhel9.4.0`, `pc-i440fx-jammy`.
    private static boolean startsVersion(String rest) {
        return !rest.startsWith("i440fx") && !rest.startsWith("q35");
    }

    /// Whether the root of its PCI bus is `pcie-root`; empty if that is not known.
    Optional<Boolean> hasPciExpressRoot() {
        return switch (this) {
            case Q35, VIRT -> Optional.of(true);
            case I440FX, PSERIES -> Optional.of(false);
            case S390_CCW, OTHER -> Optional.empty();
        };
    }
}
