package org.domcaps.cpu.x86;

import org.domcaps.cpu.SlotModel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What a decoded CPU is for.
///
/// @param guest whether it describes the CPU of a guest; a host is described without disabled
///   features
/// @param blockersOfAllowed the models that may be chosen, each with the features of the map that
///   keep it from running; absent means that every model may be chosen
/// @param preferred models that are taken even if another has fewer differences; used by the
///   baseline
record DecodeTarget(
        boolean guest, Optional<Map<String, FeatureSet>> blockersOfAllowed, Set<String> preferred) {

    /// A real host.
    static final DecodeTarget HOST = new DecodeTarget(false, Optional.empty(), Set.of());

    /// Copies.
    DecodeTarget {
        Objects.requireNonNull(blockersOfAllowed, "blockersOfAllowed");
        preferred = Set.copyOf(preferred);
    }

    /// A guest of an emulator that lists `definitions`; of a name that is there twice the first
    /// entry counts. An empty list allows every model.
    static DecodeTarget guest(CpuMap map, List<SlotModel> definitions) {
        if (definitions.isEmpty()) {
            return new DecodeTarget(true, Optional.empty(), Set.of());
        }
        Map<String, FeatureSet> allowed = HashMap.newHashMap(definitions.size());
        for (SlotModel definition : definitions) {
            if (!allowed.containsKey(definition.name())) {
                allowed.put(definition.name(), blockers(map, definition));
            }
        }
        return new DecodeTarget(true, Optional.of(allowed), Set.of());
    }

    /// The blockers that are features of the map; others, such as `kvm`, can not be switched off in
    /// a definition.
    private static FeatureSet blockers(CpuMap map, SlotModel definition) {
        FeatureSet.Builder set = new FeatureSet.Builder();
        for (String blocker : definition.blockers().orElse(List.of())) {
            Optional<MapFeature> feature = map.findFeature(map.libvirtName(blocker));
            if (feature.isPresent()) {
                set.add(feature.get().place());
            }
        }
        return set.build();
    }

    /// The same with preferred models.
    DecodeTarget preferring(Set<String> models) {
        return new DecodeTarget(guest, blockersOfAllowed, models);
    }
}
