package org.domcaps.cpu;

import org.domcaps.document.FeaturePolicy;

import java.util.Objects;
import java.util.Optional;

/// One `<feature>` of a CPU definition, under libvirt's name.
///
/// @param policy absent in host definitions, and in guest definitions whose author left it out;
///   that counts as [FeaturePolicy#REQUIRE]
public record CpuFeature(String name, Optional<FeaturePolicy> policy) {

    /// Checks that both are there.
    public CpuFeature {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(policy, "policy");
    }

    /// A feature with a policy.
    public static CpuFeature of(String name, FeaturePolicy policy) {
        return new CpuFeature(name, Optional.of(policy));
    }

    /// A feature without a policy, as a host definition has it.
    public static CpuFeature ofHost(String name) {
        return new CpuFeature(name, Optional.empty());
    }

    /// The policy that applies.
    public FeaturePolicy effectivePolicy() {
        return policy.orElse(FeaturePolicy.REQUIRE);
    }
}
