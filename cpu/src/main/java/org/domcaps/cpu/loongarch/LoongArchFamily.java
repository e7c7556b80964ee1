package org.domcaps.cpu.loongarch;

import org.domcaps.cpu.BasicFamily;
import org.domcaps.cpu.CpuOperations;
import org.domcaps.document.Arch;

/// The CPU rules of loongarch64, the same for every release. There is no host-model: libvirt cannot
/// tell what the host has.
public final class LoongArchFamily extends BasicFamily {

    /// The rules for an architecture.
    public LoongArchFamily(Arch arch) {
        super(arch);
    }

    @Override
    public CpuOperations operations() {
        return new LoongArchOperations(arch());
    }
}
