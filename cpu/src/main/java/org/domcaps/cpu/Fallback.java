package org.domcaps.cpu;

import java.util.Optional;

/// Whether another model may stand in for one that the emulator does not know.
public enum Fallback {
    /// It may; what a missing attribute means.
    ALLOW("allow"),
    /// It must not.
    FORBID("forbid");

    private final String xmlName;

    Fallback(String xmlName) {
        this.xmlName = xmlName;
    }

    /// The value of the attribute `fallback`.
    public String xmlName() {
        return xmlName;
    }

    /// The value of that name.
    public static Optional<Fallback> find(String xmlName) {
        for (Fallback fallback : values()) {
            if (fallback.xmlName.equals(xmlName)) {
                return Optional.of(fallback);
            }
        }
        return Optional.empty();
    }
}
