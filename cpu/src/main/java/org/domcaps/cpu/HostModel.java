package org.domcaps.cpu;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// The content of `<mode name='host-model'>`.
///
/// @param model the name of the model
/// @param fallback whether another may stand in for it
/// @param vendor the vendor's name; absent if not known
/// @param maxPhysAddr the host's physical address bits; absent if not reported
/// @param features each with a policy; in the order of the CPU map or of the emulator's reply, not
///   sorted
public record HostModel(
        String model,
        Fallback fallback,
        Optional<String> vendor,
        OptionalInt maxPhysAddr,
        List<CpuFeature> features) {

    /// Checks and copies.
    public HostModel {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(fallback, "fallback");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(maxPhysAddr, "maxPhysAddr");
        features = List.copyOf(features);
    }

    /// The same with its features ordered by the bytes of their names, as newer releases print
    /// them.
    public HostModel sortedByName() {
        return withFeatures(FeatureList.sorted(features));
    }

    /// The same with other features.
    public HostModel withFeatures(List<CpuFeature> others) {
        return new HostModel(model, fallback, vendor, maxPhysAddr, others);
    }

    /// The same with policies set, each in its place if the feature is there and at the end if not.
    public HostModel overlaid(List<CpuFeature> more) {
        FeatureList list = new FeatureList(features);
        list.overlay(more);
        return withFeatures(list.toList());
    }

    /// Whether a feature of that name is in the list, with whatever policy.
    public boolean mentions(String feature) {
        for (CpuFeature candidate : features) {
            if (candidate.name().equals(feature)) {
                return true;
            }
        }
        return false;
    }

    /// The definition of a guest with this CPU: mode custom, match exact.
    public GuestCpu toGuest() {
        return GuestCpu.exact(ModelChoice.of(model, fallback), vendor, features);
    }
}
