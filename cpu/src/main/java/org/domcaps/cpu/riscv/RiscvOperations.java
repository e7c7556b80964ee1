package org.domcaps.cpu.riscv;

import org.domcaps.cpu.BasicOperations;
import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuMode;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.document.Arch;

/// Changing RISC-V CPU definitions; every comparison is identical.
public final class RiscvOperations extends BasicOperations {

    /// Operations for an architecture.
    public RiscvOperations(Arch arch) {
        super(arch);
    }

    /// Mode host-model becomes the host's model and features, whatever the guest's own are; nothing
    /// else changes.
    @Override
    public GuestCpu update(GuestCpu guest, CpuDefinition host) {
        return guest.mode() == CpuMode.HOST_MODEL ? withHostModel(guest, host) : guest;
    }
}
