package org.domcaps.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;

/// One JSON value. Two values are equal if they mean the same; the order of object members does not
/// count for equality.
public sealed interface JsonValue {

    /// An object; iteration order is the order of the text.
    record JsonObject(SequencedMap<String, JsonValue> members) implements JsonValue {
        /// Copies the members, keeping their order.
        public JsonObject {
            members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
        }

        /// The member of that name, if there is one.
        public Optional<JsonValue> find(String name) {
            return Optional.ofNullable(members.get(name));
        }

        /// The text of a string member; empty if there is no such member or it is not a string.
        public Optional<String> findString(String name) {
            return members.get(name) instanceof JsonString(String text)
                    ? Optional.of(text)
                    : Optional.empty();
        }

        /// The value of a boolean member; empty if there is no such member or it is not a boolean.
        public Optional<Boolean> findBoolean(String name) {
            return members.get(name) instanceof JsonBoolean(boolean value)
                    ? Optional.of(value)
                    : Optional.empty();
        }

        /// The value of an integer member; empty if there is none or it is not a signed 64-bit
        /// integer.
        public OptionalLong findLong(String name) {
            return members.get(name) instanceof JsonNumber number
                    ? number.asLong()
                    : OptionalLong.empty();
        }

        /// The array of that name; empty if there is no such member or it is not an array.
        public Optional<List<JsonValue>> findArray(String name) {
            return members.get(name) instanceof JsonArray(List<JsonValue> items)
                    ? Optional.of(items)
                    : Optional.empty();
        }

        /// The object of that name; empty if there is no such member or it is not an object.
        public Optional<JsonObject> findObject(String name) {
            return members.get(name) instanceof JsonObject object
                    ? Optional.of(object)
                    : Optional.empty();
        }
    }

    /// An array.
    record JsonArray(List<JsonValue> items) implements JsonValue {
        /// Copies the items.
        public JsonArray {
            items = List.copyOf(items);
        }
    }

    /// A string.
    record JsonString(String text) implements JsonValue {
        /// Checks that the text is there.
        public JsonString {
            Objects.requireNonNull(text, "text");
        }
    }

    /// A number, as its literal.
    record JsonNumber(String literal) implements JsonValue {
        /// Checks that the literal is there.
        public JsonNumber {
            Objects.requireNonNull(literal, "literal");
        }

        /// The value if it is a decimal integer that fits a signed 64-bit integer.
        public OptionalLong asLong() {
            try {
                return OptionalLong.of(Long.parseLong(literal));
            } catch (NumberFormatException _) {
                return OptionalLong.empty();
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof JsonNumber(String that)
                    && (literal.equals(that)
                            || new BigDecimal(literal).compareTo(new BigDecimal(that)) == 0);
        }

        @Override
        public int hashCode() {
            return Double.hashCode(Double.parseDouble(literal));
        }
    }

    /// `true` or `false`.
    record JsonBoolean(boolean value) implements JsonValue {}

    /// `null`.
    record JsonNull() implements JsonValue {}

    /// A string value.
    static JsonValue of(String text) {
        return new JsonString(text);
    }

    /// An integer value.
    static JsonValue of(long value) {
        return new JsonNumber(Long.toString(value));
    }

    /// A boolean value.
    static JsonValue of(boolean value) {
        return new JsonBoolean(value);
    }

    /// An array of strings.
    static JsonArray ofStrings(Iterable<String> texts) {
        List<JsonValue> items = new ArrayList<>();
        for (String text : texts) {
            items.add(new JsonString(text));
        }
        return new JsonArray(items);
    }

    /// Starts an object.
    static ObjectBuilder object() {
        return new ObjectBuilder();
    }

    /// Collects the members of an object in order.
    final class ObjectBuilder {
        private final LinkedHashMap<String, JsonValue> members = new LinkedHashMap<>();

        private ObjectBuilder() {}

        /// Adds a member.
        public ObjectBuilder put(String name, JsonValue value) {
            members.put(name, value);
            return this;
        }

        /// Adds a string member.
        public ObjectBuilder put(String name, String value) {
            return put(name, JsonValue.of(value));
        }

        /// Adds an integer member.
        public ObjectBuilder put(String name, long value) {
            return put(name, JsonValue.of(value));
        }

        /// Adds a boolean member.
        public ObjectBuilder put(String name, boolean value) {
            return put(name, JsonValue.of(value));
        }

        /// Adds every member of a map.
        public ObjectBuilder putAll(Map<String, ? extends JsonValue> more) {
            members.putAll(more);
            return this;
        }

        /// The object.
        public JsonObject build() {
            return new JsonObject(members);
        }
    }
}
