package org.domcaps.decide.explain;

import org.domcaps.decide.Reason;
import org.domcaps.driver.explain.Origin;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.ObjectBuilder;

import java.util.Objects;
import java.util.Optional;

/// What the document says, and where that comes from.
///
/// @param value as it is written; absent if there is nothing
/// @param origin absent if nobody here knows
public record ValueReason(Optional<String> value, Optional<Origin> origin) implements Reason {
    /// Checks.
    public ValueReason {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(origin, "origin");
    }

    @Override
    public String kind() {
        return "value";
    }

    @Override
    public String words() {
        String from =
                origin.map(found ->
                                "from: "
                                        + found.how()
                                        + found.decided().map(why -> "; " + why).orElse(""))
                        .orElse("");
        return value.map(text -> from.isEmpty() ? text : text + ", " + from).orElse(from);
    }

    @Override
    public JsonObject toJson() {
        ObjectBuilder object = JsonValue.object().put("kind", kind());
        value.ifPresent(text -> object.put("value", text));
        origin.ifPresent(found -> {
            object.put("how", found.how());
            found.decided().ifPresent(why -> object.put("decided", why));
            object.put("observations", ObservationJson.of(found.observations()));
        });
        return object.build();
    }
}
