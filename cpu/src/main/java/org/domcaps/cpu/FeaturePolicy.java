package org.domcaps.cpu;

import java.util.Optional;

/// What a guest definition wants of a feature; in libvirt's own order.
public enum FeaturePolicy {
    /// The guest sees it, whether or not the host has it.
    FORCE("force"),
    /// The guest sees it, and the host must have it.
    REQUIRE("require"),
    /// The guest sees it if the host has it.
    OPTIONAL("optional"),
    /// The guest does not see it.
    DISABLE("disable"),
    /// The guest does not see it, and the host must not have it.
    FORBID("forbid");

    private final String xmlName;

    FeaturePolicy(String xmlName) {
        this.xmlName = xmlName;
    }

    /// The value of the attribute `policy`.
    public String xmlName() {
        return xmlName;
    }

    /// Whether a guest definition with this policy shows the feature, leaving [#OPTIONAL] open.
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
