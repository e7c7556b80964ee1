package org.domcaps.decide.check;

import org.domcaps.decide.Reason;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;

import java.util.Objects;

/// Something that the definition would have to have.
///
/// @param what what it needs, as a piece of the definition: `<smm state='on'/> in <features>`
public record Needs(String what) implements Reason {
    /// Checks.
    public Needs {
        Objects.requireNonNull(what, "what");
    }

    @Override
    public String kind() {
        return "needs";
    }

    @Override
    public String words() {
        return "needs " + what;
    }

    @Override
    public JsonObject toJson() {
        return JsonValue.object().put("kind", kind()).put("what", what).build();
    }
}
