package org.domcaps.cpu.riscv;

import org.domcaps.cpu.BasicFamily;
import org.domcaps.cpu.CpuOperations;
import org.domcaps.document.Arch;

/// The CPU rules of riscv64, the same for every release. There is no host-model: libvirt cannot
/// tell what the host has.
public final class RiscvFamily extends BasicFamily {

    /// The rules for an architecture.
    public RiscvFamily(Arch arch) {
        super(arch);
    }

    @Override
    public CpuOperations operations() {
        return new RiscvOperations(arch());
    }
}
