package org.domcaps.cpu.loongarch;

import org.domcaps.cpu.BasicOperations;
import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.document.Arch;

/// LoongArch CPU definitions stay as they are, and every comparison is identical.
public final class LoongArchOperations extends BasicOperations {

    /// Operations for an architecture.
    public LoongArchOperations(Arch arch) {
        super(arch);
    }

    /// Unchanged, also in mode host-model: the emulator gets the mode as it is.
    @Override
    public GuestCpu update(GuestCpu guest, CpuDefinition host) {
        return guest;
    }
}
