package org.domcaps.qemu.probe;

import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.ExpansionPlan;
import org.domcaps.document.Arch;

/// What a binary is asked because of the architecture that it emulates. Everything else is asked of
/// every binary.
///
/// @param expansion how it is asked for the host's CPU model
/// @param asksGic whether `query-gic-capabilities` is asked
/// @param asksPcMachine whether the properties of the type `generic-pc-machine` are asked for
record ProbePlan(ExpansionPlan expansion, boolean asksGic, boolean asksPcMachine) {

    static ProbePlan of(Arch arch) {
        ExpansionPlan expansion = CpuFamilies.expansionPlan(arch);
        return switch (arch.family()) {
            case X86 -> new ProbePlan(expansion, false, true);
            case ARM -> new ProbePlan(expansion, true, false);
            case PPC, S390, RISCV, LOONGARCH, OTHER -> new ProbePlan(expansion, false, false);
        };
    }
}
