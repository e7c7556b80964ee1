package org.domcaps.document;

import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonBoolean;
import org.domcaps.json.JsonValue.JsonNumber;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.JsonString;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The members of one JSON object while they are read: knows its path for messages and which
/// members nobody asked for.
final class JsonMembers {

    private final String path;
    private final JsonObject object;
    private final Set<String> taken = new HashSet<>();

    private JsonMembers(String path, JsonObject object) {
        this.path = path;
        this.object = object;
    }

    /// The members of a value that must be an object.
    static JsonMembers of(String path, JsonValue value) {
        if (value instanceof JsonObject object) {
            return new JsonMembers(path, object);
        }
        throw new DocumentException(path, "must be an object");
    }

    /// The path of a member.
    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /// The names of all members, in order.
    Iterable<String> names() {
        return object.members().keySet();
    }

    /// A member of any kind.
    Optional<JsonValue> find(String name) {
        taken.add(name);
        return object.find(name);
    }

    /// A member that is an object.
    Optional<JsonMembers> object(String name) {
        return find(name).map(value -> of(path(name), value));
    }

    /// A member that is an array of objects; empty if there is none.
    Optional<List<JsonMembers>> objects(String name) {
        Optional<JsonValue> found = find(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<JsonValue> items = items(name, found.get());
        List<JsonMembers> objects = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            objects.add(of(path(name) + "[" + i + "]", items.get(i)));
        }
        return Optional.of(objects);
    }

    /// A member that is an array of strings.
    Optional<List<String>> strings(String name) {
        Optional<JsonValue> found = find(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<JsonValue> items = items(name, found.get());
        List<String> strings = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            if (!(items.get(i) instanceof JsonString(String text))) {
                throw new DocumentException(path(name) + "[" + i + "]", "must be a string");
            }
            strings.add(text);
        }
        return Optional.of(strings);
    }

    /// A member that is a string.
    Optional<String> string(String name) {
        Optional<JsonValue> found = find(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.get() instanceof JsonString(String text)) {
            return Optional.of(text);
        }
        throw fault(name, "must be a string");
    }

    /// A member that is a whole number, not negative.
    OptionalLong number(String name) {
        Optional<JsonValue> found = find(name);
        if (found.isEmpty()) {
            return OptionalLong.empty();
        }
        if (found.get() instanceof JsonNumber number
                && number.asLong().isPresent()
                && number.asLong().getAsLong() >= 0) {
            return number.asLong();
        }
        throw fault(name, "must be a whole number that is not negative");
    }

    /// A member that is `true` or `false`.
    Optional<Boolean> flag(String name) {
        Optional<JsonValue> found = find(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.get() instanceof JsonBoolean(boolean value)) {
            return Optional.of(value);
        }
        throw fault(name, "must be true or false");
    }

    /// As [#string] for a member that must be there.
    String requireString(String name) {
        return string(name).orElseThrow(() -> missing(name));
    }

    /// As [#number] for a member that must be there.
    long requireNumber(String name) {
        return number(name).orElseThrow(() -> missing(name));
    }

    /// As [#number] for a member that must be there and small.
    int requireInt(String name) {
        long number = requireNumber(name);
        if (number > Integer.MAX_VALUE) {
            throw fault(name, "is too large");
        }
        return (int) number;
    }

    /// As [#flag] for a member that must be there.
    boolean requireFlag(String name) {
        return flag(name).orElseThrow(() -> missing(name));
    }

    /// Refuses members that nobody asked for.
    void done() {
        for (String name : object.members().keySet()) {
            if (!taken.contains(name)) {
                throw fault(
                        Quote.of(name),
                        "is not known here; what is beyond the format belongs into \"extras\"");
            }
        }
    }

    /// A fault at a member.
    DocumentException fault(String name, String detail) {
        return new DocumentException(path(name), detail);
    }

    /// The fault of a member that must be there.
    DocumentException missing(String name) {
        return new DocumentException(path, "lacks \"" + name + "\"");
    }

    private List<JsonValue> items(String name, JsonValue value) {
        if (value instanceof JsonArray(List<JsonValue> items)) {
            return items;
        }
        throw fault(name, "must be an array");
    }
}
