package org.domcaps.document;

import java.util.Optional;

/// What a CPU definition says about one feature.
public enum FeaturePolicy {
    /// On, whatever the host can.
    FORCE("force"),
    /// On; the host must have it.
    REQUIRE("require"),
    /// On where the host has it.
    OPTIONAL("optional"),
    /// Off.
    DISABLE("disable"),
    /// Off, and the host must not have it.
    FORBID("forbid");

    private final String xmlName;

    FeaturePolicy(String xmlName) {
        this.xmlName = xmlName;
    }

    /// The name in documents.
    public String xmlName() {
        return xmlName;
    }

    /// Whether a guest with this policy sees the feature, leaving [#OPTIONAL] open.
    public boolean isShown() {
        return this == FORCE || this == REQUIRE;
    }

    /// The policy of that name.
    public static Optional<FeaturePolicy> find(String xmlName) {
        for (FeaturePolicy policy : values()) {
            if (policy.xmlName.equals(xmlName)) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }
}
