package org.domcaps.cpu;

import org.domcaps.cpu.x86.X86Family;
import org.domcaps.document.Arch;
import org.domcaps.document.Release;

import java.util.Optional;

/// Finds the CPU rules of an architecture.
public final class CpuFamilies {

    private CpuFamilies() {}

    /// The rules for an architecture as a release of libvirt has them; empty for architectures
    /// without CPU rules, which support neither custom models nor a host-model.
    public static Optional<CpuFamily> of(Arch arch, Release release) {
        return switch (arch.family()) {
            case X86 -> Optional.of(new X86Family(arch, release));
            case ARM, PPC, S390, RISCV, LOONGARCH, OTHER -> Optional.empty();
        };
    }

    /// Whether everything that libvirt knows of the CPUs of an architecture is known here too.
    /// Where it is not, an empty answer of [#of] does not mean that libvirt's would be empty.
    public static boolean covers(Arch arch) {
        return switch (arch.family()) {
            case X86, OTHER -> true;
            case ARM, PPC, S390, RISCV, LOONGARCH -> false;
        };
    }
}
