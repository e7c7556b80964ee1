package org.domcaps.decide;

import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;

import java.util.List;
import java.util.Objects;

/// What is allowed instead of something that is not.
///
/// @param what what the values are for: a path of the document such as `devices.disk.bus`
/// @param values every value that is allowed, in the order of the document; empty if there is none
public record Offered(String what, List<String> values) implements Reason {

    /// More than these are counted instead of named in the words.
    private static final int NAMED = 16;

    /// Checks and copies.
    public Offered {
        Objects.requireNonNull(what, "what");
        values = List.copyOf(values);
    }

    @Override
    public String kind() {
        return "offered";
    }

    @Override
    public String words() {
        if (values.isEmpty()) {
            return "nothing is offered for " + what;
        }
        String named = String.join(", ", values.subList(0, Math.min(NAMED, values.size())));
        return "offered: "
                + named
                + (values.size() > NAMED ? " and " + (values.size() - NAMED) + " more" : "");
    }

    @Override
    public JsonObject toJson() {
        return JsonValue.object()
                .put("kind", kind())
                .put("what", what)
                .put("values", JsonValue.ofStrings(values))
                .build();
    }
}
