package org.domcaps.decide;

import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;

import java.util.List;
import java.util.Objects;

/// CPU features that a judgement rests on.
///
/// @param role what is about them
/// @param features names as libvirt writes them, sorted
public record CpuFeatures(Role role, List<String> features) implements Reason {

    /// What features can be about.
    public enum Role {
        /// Something needs them, and a host does not have them.
        LACKING("lacking-features", "lacks "),
        /// A host has them, and they must not be there.
        FORBIDDEN("forbidden-features", "has, and must not have, "),
        /// A host has them, and nothing asks for them.
        BEYOND("extra-features", "has beyond it "),
        /// They would be won by leaving a host out.
        GAINED("gained-features", "costs "),
        /// The CPU map does not have them, so nothing is known but the name.
        NOT_IN_MAP("unknown-features", "not in the CPU map: ");

        private final String kind;
        private final String words;

        Role(String kind, String words) {
            this.kind = kind;
            this.words = words;
        }
    }

    /// Checks and copies.
    public CpuFeatures {
        Objects.requireNonNull(role, "role");
        features = List.copyOf(features);
    }

    @Override
    public String kind() {
        return role.kind;
    }

    @Override
    public String words() {
        return role.words + String.join(", ", features);
    }

    @Override
    public JsonObject toJson() {
        return JsonValue.object()
                .put("kind", kind())
                .put("features", JsonValue.ofStrings(features))
                .build();
    }

    /// Adds them to some reasons unless there are none.
    public static void add(List<Reason> reasons, Role role, List<String> features) {
        if (!features.isEmpty()) {
            reasons.add(new CpuFeatures(role, features));
        }
    }
}
