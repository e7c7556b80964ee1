package org.domcaps.decide.diff;

import org.domcaps.decide.Reason;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;

import java.util.Objects;
import java.util.Optional;

/// What two documents say of the same thing.
///
/// @param what what kind of thing it is, as in [Change#what]
/// @param change what happened to it
/// @param before the name or value in the first document; absent if it has none
/// @param after the name or value in the second document; absent likewise
public record ChangeReason(
        String what, ChangeKind change, Optional<String> before, Optional<String> after)
        implements Reason {

    /// Checks that all are there.
    public ChangeReason {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    @Override
    public String kind() {
        return "change";
    }

    @Override
    public String words() {
        return "before: " + before.orElse("nothing") + ", after: " + after.orElse("nothing");
    }

    @Override
    public JsonObject toJson() {
        JsonValue.ObjectBuilder object =
                JsonValue.object()
                        .put("kind", kind())
                        .put("what", what)
                        .put("change", change.word());
        before.ifPresent(text -> object.put("before", text));
        after.ifPresent(text -> object.put("after", text));
        return object.build();
    }
}
