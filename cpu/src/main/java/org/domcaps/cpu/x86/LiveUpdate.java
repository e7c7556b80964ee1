package org.domcaps.cpu.x86;

import org.domcaps.cpu.CpuCheck;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.FeatureList;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.IncompatibleCpuException;
import org.domcaps.document.FeaturePolicy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Corrects a guest's definition by what the emulator really enabled once the guest runs.
public final class LiveUpdate {

    private final CpuMap map;

    /// Updates with a map.
    public LiveUpdate(CpuMap map) {
        this.map = Objects.requireNonNull(map, "map");
    }

    /// The definition of the CPU that the guest really has.
    ///
    /// @param enabled features that the guest sees
    /// @param disabled features that were asked for and that the emulator filtered out
    /// @throws IncompatibleCpuException if a feature is both enabled and disabled, or if the
    ///   definition has check full and the guest's CPU is not exactly it
    public GuestCpu update(GuestCpu guest, FeatureSet enabled, FeatureSet disabled) {
        if (enabled.intersects(disabled)) {
            throw new IncompatibleCpuException(
                    "the emulator reports features as both enabled and disabled: "
                            + String.join(", ", map.names(enabled.intersect(disabled))));
        }
        FeatureSet expected = new DefinedFeatures(map).all(guest);
        FeatureSet appeared = enabled.minus(expected);
        FeatureSet vanished = expected.minus(enabled).union(disabled);
        if (guest.check().isPresent() && guest.check().get() == CpuCheck.FULL) {
            checkFull(guest, appeared, vanished);
        }
        FeatureList list = new FeatureList(guest.features());
        for (MapFeature feature : map.features()) {
            if (appeared.contains(feature.place())) {
                list.set(CpuFeature.of(feature.name(), FeaturePolicy.REQUIRE));
            } else if (vanished.contains(feature.place())) {
                list.set(CpuFeature.of(feature.name(), FeaturePolicy.DISABLE));
            }
        }
        guest.modelName()
                .map(map::requireModel)
                .ifPresent(model -> X86Operations.disableRemoved(list, model));
        return guest.withFeatures(list.toList());
    }

    /// Differences are faults, but for features that were added to the model and that the
    /// definition does not mention.
    private void checkFull(GuestCpu guest, FeatureSet appeared, FeatureSet vanished) {
        FeatureSet.Builder mentioned = new FeatureSet.Builder();
        for (CpuFeature feature : guest.features()) {
            mentioned.add(map.requireFeature(feature.name()).place());
        }
        FeatureSet lenient =
                guest.modelName()
                        .map(name -> map.requireModel(name).added().minus(mentioned.build()))
                        .orElse(FeatureSet.EMPTY);
        List<String> faults = new ArrayList<>();
        if (!appeared.isSubsetOf(lenient)) {
            faults.add("extra features: " + String.join(",", map.names(appeared.minus(lenient))));
        }
        if (!vanished.isSubsetOf(lenient)) {
            faults.add("missing features: " + String.join(",", map.names(vanished.minus(lenient))));
        }
        if (!faults.isEmpty()) {
            throw new IncompatibleCpuException(
                    "the guest CPU does not match its definition: " + String.join(", ", faults));
        }
    }
}
