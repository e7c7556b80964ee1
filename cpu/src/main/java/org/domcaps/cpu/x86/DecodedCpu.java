package org.domcaps.cpu.x86;

import org.domcaps.cpu.CpuFeature;
import org.domcaps.document.FeaturePolicy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// CPU data expressed by a model of the map and the differences to it.
///
/// @param model the model
/// @param vendor the vendor of the data, which need not be the model's
/// @param extra features beyond those of the model
/// @param missing features of the model, and blockers of it, that are not to be there
/// @param removed features that the emulator took from the model and that neither set has, in the
///   model's order
record DecodedCpu(
        MapModel model,
        Optional<MapVendor> vendor,
        FeatureSet extra,
        FeatureSet missing,
        List<MapFeature> removed) {

    /// How many features are switched on explicitly.
    int required() {
        return extra.size();
    }

    /// How many features are switched off explicitly.
    int disabled() {
        return missing.size() + removed.size();
    }

    /// The vendor's name.
    Optional<String> vendorName() {
        return vendor.isPresent() ? Optional.of(vendor.get().name()) : Optional.empty();
    }

    /// All features with their policies: what is switched on in the map's order, then what is
    /// switched off in the map's order, then what was taken from the model.
    List<CpuFeature> features(CpuMap map) {
        List<CpuFeature> list = new ArrayList<>(map.withPolicy(extra, FeaturePolicy.REQUIRE));
        list.addAll(map.withPolicy(missing, FeaturePolicy.DISABLE));
        for (MapFeature feature : removed) {
            list.add(CpuFeature.of(feature.name(), FeaturePolicy.DISABLE));
        }
        return list;
    }
}
