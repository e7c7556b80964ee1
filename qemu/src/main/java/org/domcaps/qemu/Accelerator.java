package org.domcaps.qemu;

import org.domcaps.document.Release;
import org.domcaps.document.VirtType;

import java.util.Optional;

/// What runs the guest's instructions. Facts that depend on it are kept once per accelerator.
public enum Accelerator {
    /// Linux KVM.
    KVM("kvm", VirtType.KVM, Release.OLDEST),
    /// macOS Hypervisor.framework.
    HVF("hvf", VirtType.HVF, Release.OLDEST),
    /// Microsoft's hypervisor.
    MSHV("mshv", VirtType.HYPERV, new Release(11, 10)),
    /// QEMU's own translator.
    TCG("tcg", VirtType.QEMU, Release.OLDEST);

    private final String qemuName;
    private final VirtType virtType;
    private final Release since;

    Accelerator(String qemuName, VirtType virtType, Release since) {
        this.qemuName = qemuName;
        this.virtType = virtType;
        this.since = since;
    }

    /// Whether that release can make QEMU use it; [Release#OLDEST] stands for any.
    public boolean isKnownTo(Release release) {
        return release.isAtLeast(since);
    }

    /// The name on QEMU's command line and in its answers.
    public String qemuName() {
        return qemuName;
    }

    /// The virt type that asks for it.
    public VirtType virtType() {
        return virtType;
    }

    /// The accelerator that QEMU calls so.
    public static Optional<Accelerator> find(String qemuName) {
        for (Accelerator accelerator : values()) {
            if (accelerator.qemuName.equals(qemuName)) {
                return Optional.of(accelerator);
            }
        }
        return Optional.empty();
    }

    /// The accelerator whose facts a virt type is answered from; every type without one of its own
    /// is answered from [#TCG].
    public static Accelerator of(VirtType virtType) {
        for (Accelerator accelerator : values()) {
            if (accelerator.virtType == virtType) {
                return accelerator;
            }
        }
        return TCG;
    }

    /// The same, as a release sees it, to which a virt type may be one without an accelerator.
    public static Accelerator of(VirtType virtType, Release release) {
        Accelerator accelerator = of(virtType);
        return accelerator.isKnownTo(release) ? accelerator : TCG;
    }
}
