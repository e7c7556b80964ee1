package org.domcaps.document;

import java.util.Objects;

/// One feature of a CPU definition, under libvirt's name.
public record CpuFeature(FeaturePolicy policy, String name) {

    /// Checks.
    public CpuFeature {
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(name, "name");
    }
}
