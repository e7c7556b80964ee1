package org.domcaps.cpu;

import java.util.Optional;

/// How the CPU of a guest is chosen; in libvirt's own order.
public enum CpuMode {
    /// A named model and features.
    CUSTOM("custom"),
    /// The named model nearest to the host, settled when the guest starts.
    HOST_MODEL("host-model"),
    /// The host's CPU as it is.
    HOST_PASSTHROUGH("host-passthrough"),
    /// Everything that the emulator can do.
    MAXIMUM("maximum");

    private final String xmlName;

    CpuMode(String xmlName) {
        this.xmlName = xmlName;
    }

    /// The value of the attribute `mode`.
    public String xmlName() {
        return xmlName;
    }

    /// The mode of that name.
    public static Optional<CpuMode> find(String xmlName) {
        for (CpuMode mode : values()) {
            if (mode.xmlName.equals(xmlName)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
