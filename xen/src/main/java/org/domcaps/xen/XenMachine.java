package org.domcaps.xen;

import java.util.Optional;

/// The machine types of Xen guests.
public enum XenMachine {
    /// Paravirtualized.
    PV("xenpv", 512),
    /// Paravirtualized devices on a hardware virtualized processor.
    PVH("xenpvh", 512),
    /// Fully virtualized.
    FV("xenfv", 128);

    private final String xmlName;
    private final long maxVcpus;

    XenMachine(String xmlName, long maxVcpus) {
        this.xmlName = xmlName;
        this.maxVcpus = maxVcpus;
    }

    /// The name in documents and arguments.
    public String xmlName() {
        return xmlName;
    }

    /// Most virtual CPUs: Xen's own limit for fully virtualized guests, libvirt's figure for the
    /// others, whose limit Xen does not tell.
    public long maxVcpus() {
        return maxVcpus;
    }

    /// The machine type of that name.
    public static Optional<XenMachine> find(String xmlName) {
        for (XenMachine machine : values()) {
            if (machine.xmlName.equals(xmlName)) {
                return Optional.of(machine);
            }
        }
        return Optional.empty();
    }
}
