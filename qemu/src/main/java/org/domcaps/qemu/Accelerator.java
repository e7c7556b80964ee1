package org.domcaps.qemu;

import org.domcaps.document.VirtType;

/// What runs the guest's instructions. Facts that depend on it are kept once per accelerator.
public enum Accelerator {
    /// Linux KVM.
    KVM(VirtType.KVM),
    /// macOS Hypervisor.framework.
    HVF(VirtType.HVF),
    /// Microsoft's hypervisor.
    MSHV(VirtType.HYPERV),
    /// QEMU's own translator.
    TCG(VirtType.QEMU);

    private final VirtType virtType;

    Accelerator(VirtType virtType) {
        this.virtType = virtType;
    }

    /// The virt type that asks for it.
    public VirtType virtType() {
        return virtType;
    }

    /// The accelerator whose facts a virt type is answered from; every type without one of its own is answered from
    /// [#TCG].
    public static Accelerator of(VirtType virtType) {
        for (Accelerator accelerator : values()) {
            if (accelerator.virtType == virtType) {
                return accelerator;
            }
        }
        return TCG;
    }
}
