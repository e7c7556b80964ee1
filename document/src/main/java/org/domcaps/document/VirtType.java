package org.domcaps.document;

import java.util.Optional;

/// How a domain is run, the text of `<domain>`; in libvirt's own order.
public enum VirtType {
    /// Not given.
    NONE("none"),
    /// QEMU's own translator (TCG).
    QEMU("qemu"),
    /// The retired kernel accelerator of old QEMU.
    KQEMU("kqemu"),
    /// Linux KVM.
    KVM("kvm"),
    /// Xen.
    XEN("xen"),
    /// Linux containers.
    LXC("lxc"),
    /// User Mode Linux.
    UML("uml"),
    /// OpenVZ.
    OPENVZ("openvz"),
    /// libvirt's test driver.
    TEST("test"),
    /// VMware.
    VMWARE("vmware"),
    /// Hyper-V; with QEMU since 11.10 the mshv accelerator.
    HYPERV("hyperv"),
    /// VirtualBox.
    VBOX("vbox"),
    /// IBM Power Hypervisor.
    PHYP("phyp"),
    /// Parallels.
    PARALLELS("parallels"),
    /// FreeBSD's bhyve.
    BHYVE("bhyve"),
    /// Virtuozzo.
    VZ("vz"),
    /// macOS Hypervisor.framework.
    HVF("hvf");

    private final String xmlName;

    VirtType(String xmlName) {
        this.xmlName = xmlName;
    }

    /// The name in documents and arguments.
    public String xmlName() {
        return xmlName;
    }

    /// The virt type of that name.
    public static Optional<VirtType> find(String xmlName) {
        for (VirtType type : values()) {
            if (type.xmlName.equals(xmlName)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
