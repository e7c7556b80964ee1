package org.domcaps.decide.check;

import org.domcaps.decide.Reason;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;

import java.util.List;
import java.util.Objects;

/// CPU features that a guest would need and the host cannot give.
///
/// @param source who says so
/// @param features names as libvirt writes them, in the order of the source
public record MissingFeatures(Source source, List<String> features) implements Reason {

    /// Who says that features are missing.
    public enum Source {
        /// The document lists them as blockers of the model.
        BLOCKERS("listed", "blockers listed by the hypervisor: "),
        /// The model's features less those of the document's host-model.
        HOST_MODEL("computed", "missing in the host-model of the capabilities: ");

        private final String jsonName;
        private final String words;

        Source(String jsonName, String words) {
            this.jsonName = jsonName;
            this.words = words;
        }
    }

    /// Checks and copies.
    public MissingFeatures {
        Objects.requireNonNull(source, "source");
        features = List.copyOf(features);
    }

    @Override
    public String kind() {
        return "missing-features";
    }

    @Override
    public String words() {
        return source.words + String.join(", ", features);
    }

    @Override
    public JsonObject toJson() {
        return JsonValue.object()
                .put("kind", kind())
                .put("source", source.jsonName)
                .put("features", JsonValue.ofStrings(features))
                .build();
    }
}
