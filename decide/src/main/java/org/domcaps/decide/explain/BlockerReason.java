package org.domcaps.decide.explain;

import org.domcaps.decide.Reason;
import org.domcaps.driver.explain.Blocking;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;

import java.util.Objects;

/// Features that keep a CPU model from being usable, for one cause.
///
/// @param origin who says so
/// @param group the features and the cause
public record BlockerReason(Blocking.Origin origin, Blocking.Group group) implements Reason {
    /// Checks.
    public BlockerReason {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(group, "group");
    }

    @Override
    public String kind() {
        return "blocked-by";
    }

    @Override
    public String words() {
        return String.join(", ", group.features()) + ": " + group.cause().words();
    }

    @Override
    public JsonObject toJson() {
        return JsonValue.object()
                .put("kind", kind())
                .put("origin", origin.jsonName())
                .put("cause", group.cause().jsonName())
                .put("features", JsonValue.ofStrings(group.features()))
                .build();
    }
}
