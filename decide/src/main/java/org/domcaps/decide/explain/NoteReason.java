package org.domcaps.decide.explain;

import org.domcaps.decide.Reason;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;

import java.util.Objects;

/// Something else that is worth knowing about the subject.
public record NoteReason(String words) implements Reason {
    /// Checks.
    public NoteReason {
        Objects.requireNonNull(words, "words");
    }

    @Override
    public String kind() {
        return "note";
    }

    @Override
    public JsonObject toJson() {
        return JsonValue.object().put("kind", kind()).put("words", words).build();
    }
}
