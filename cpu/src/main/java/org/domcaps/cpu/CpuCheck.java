package org.domcaps.cpu;

import java.util.Optional;

/// How the CPU that a guest really got is checked against its definition.
public enum CpuCheck {
    /// Not at all.
    NONE("none"),
    /// Against the host before the guest starts.
    PARTIAL("partial"),
    /// Against what the emulator enabled, once it runs.
    FULL("full");

    private final String xmlName;

    CpuCheck(String xmlName) {
        this.xmlName = xmlName;
    }

    /// The value of the attribute `check`.
    public String xmlName() {
        return xmlName;
    }

    /// The check of that name.
    public static Optional<CpuCheck> find(String xmlName) {
        for (CpuCheck check : values()) {
            if (check.xmlName.equals(xmlName)) {
                return Optional.of(check);
            }
        }
        return Optional.empty();
    }
}
