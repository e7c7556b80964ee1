package org.domcaps.decide.check;

import org.domcaps.decide.Reason;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;

import java.util.Objects;

/// A cause for which words say all there is.
///
/// @param words one sentence without a full stop
public record Explanation(String words) implements Reason {
    /// Checks.
    public Explanation {
        Objects.requireNonNull(words, "words");
    }

    @Override
    public String kind() {
        return "explanation";
    }

    @Override
    public JsonObject toJson() {
        return JsonValue.object().put("kind", kind()).put("words", words).build();
    }
}
