package org.domcaps.decide.migrate;

import org.domcaps.decide.Reason;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;

import java.util.List;
import java.util.Objects;

/// The smallest change to the guest that takes an obstacle away.
///
/// @param change what changes, a stable word: `disable-features`, `limit-address-bits`,
///   `machine-type`, `cpu-model`
/// @param words the change as a sentence for people, without a full stop
/// @param values the names or numbers of the change: features to switch off, the machine type
public record Remedy(String change, String words, List<String> values) implements Reason {

    /// Checks and copies.
    public Remedy {
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(words, "words");
        values = List.copyOf(values);
    }

    @Override
    public String kind() {
        return "remedy";
    }

    @Override
    public JsonObject toJson() {
        return JsonValue.object()
                .put("kind", kind())
                .put("change", change)
                .put("values", JsonValue.ofStrings(values))
                .build();
    }
}
