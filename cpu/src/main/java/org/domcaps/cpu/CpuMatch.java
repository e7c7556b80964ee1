package org.domcaps.cpu;

import java.util.Optional;

/// How exactly the guest's CPU must be the one of its definition; in libvirt's own order.
public enum CpuMatch {
    /// At least the definition; the guest gets all that the host has. What a missing attribute
    /// means.
    MINIMUM("minimum"),
    /// Exactly the definition; the host may have more.
    EXACT("exact"),
    /// Exactly the definition, and the host must not have more.
    STRICT("strict");

    private final String xmlName;

    CpuMatch(String xmlName) {
        this.xmlName = xmlName;
    }

    /// The value of the attribute `match`.
    public String xmlName() {
        return xmlName;
    }

    /// The match of that name.
    public static Optional<CpuMatch> find(String xmlName) {
        for (CpuMatch match : values()) {
            if (match.xmlName.equals(xmlName)) {
                return Optional.of(match);
            }
        }
        return Optional.empty();
    }
}
