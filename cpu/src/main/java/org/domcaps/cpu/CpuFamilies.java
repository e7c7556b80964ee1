package org.domcaps.cpu;

import org.domcaps.cpu.arm.ArmFamily;
import org.domcaps.cpu.loongarch.LoongArchFamily;
import org.domcaps.cpu.ppc64.Ppc64Family;
import org.domcaps.cpu.riscv.RiscvFamily;
import org.domcaps.cpu.s390.S390Family;
import org.domcaps.cpu.x86.X86Family;
import org.domcaps.document.Arch;
import org.domcaps.document.Release;

import java.util.Optional;

/// Finds the CPU rules of an architecture.
public final class CpuFamilies {

    private CpuFamilies() {}

    /// The rules for an architecture as a release of libvirt has them; empty for architectures
    /// without CPU rules, which support neither custom models nor a host-model. 32-bit POWER and
    /// RISC-V are among those.
    public static Optional<CpuFamily> of(Arch arch, Release release) {
        return switch (arch.family()) {
            case X86 -> Optional.of(new X86Family(arch, release));
            case ARM -> Optional.of(new ArmFamily(arch, release));
            case PPC ->
                    arch.isPpc64() ? Optional.of(new Ppc64Family(arch, release)) : Optional.empty();
            case S390 -> Optional.of(new S390Family(arch));
            case RISCV ->
                    arch == Arch.RISCV64 ? Optional.of(new RiscvFamily(arch)) : Optional.empty();
            case LOONGARCH -> Optional.of(new LoongArchFamily(arch));
            case OTHER -> Optional.empty();
        };
    }

    /// How emulators of an architecture are asked for their host model. Architectures without CPU
    /// rules are asked too, as libvirt does.
    public static ExpansionPlan expansionPlan(Arch arch) {
        Optional<CpuFamily> family = of(arch, Release.NEWEST);
        return family.isPresent() ? family.get().expansionPlan() : ExpansionPlan.PLAIN;
    }
}
