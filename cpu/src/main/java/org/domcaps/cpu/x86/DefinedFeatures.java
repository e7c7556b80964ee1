package org.domcaps.cpu.x86;

import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.document.FeaturePolicy;

import java.util.Optional;

/// Which features a definition means, with its model taken apart.
final class DefinedFeatures {

    private final CpuMap map;

    DefinedFeatures(CpuMap map) {
        this.map = map;
    }

    /// Everything that the definition shows: the model's features with those that are required or
    /// forced, without those that are disabled or forbidden. Optional ones are left as the model
    /// has them.
    ///
    /// @throws UnknownCpuNameException if the map lacks a name
    FeatureSet all(CpuDefinition cpu) {
        FeatureSet.Builder set = new FeatureSet.Builder();
        set.addAll(model(cpu));
        for (CpuFeature feature : cpu.features()) {
            int place = map.requireFeature(feature.name()).place();
            switch (feature.effectivePolicy()) {
                case FORCE, REQUIRE -> set.add(place);
                case DISABLE, FORBID -> set.remove(place);
                case OPTIONAL -> {
                    // Depends on the host.
                }
            }
        }
        return set.build();
    }

    /// The features that have one policy; those of the model count as required. A feature without
    /// policy counts as required too, so that a host's definition has no others.
    ///
    /// @throws UnknownCpuNameException if the map lacks a name
    FeatureSet having(CpuDefinition cpu, FeaturePolicy policy) {
        FeatureSet.Builder set = new FeatureSet.Builder();
        if (policy == FeaturePolicy.REQUIRE) {
            set.addAll(model(cpu));
        }
        for (CpuFeature feature : cpu.features()) {
            int place = map.requireFeature(feature.name()).place();
            if (feature.effectivePolicy() == policy) {
                set.add(place);
            }
        }
        return set.build();
    }

    private FeatureSet model(CpuDefinition cpu) {
        Optional<String> name = cpu.modelName();
        return name.isPresent() ? map.requireModel(name.get()).features() : FeatureSet.EMPTY;
    }
}
