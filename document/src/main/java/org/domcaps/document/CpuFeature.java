package org.domcaps.document;

import java.util.Comparator;
import java.util.Objects;

/// One feature of a CPU definition, under libvirt's name.
public record CpuFeature(FeaturePolicy policy, String name) {

    /// Plain byte order of the names.
    public static final Comparator<CpuFeature> BY_NAME = Comparator.comparing(CpuFeature::name);

    /// Checks.
    public CpuFeature {
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(name, "name");
    }
}
