package org.domcaps.host;

import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonBoolean;
import org.domcaps.json.JsonValue.JsonNull;
import org.domcaps.json.JsonValue.JsonNumber;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.JsonString;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The members of an object of the JSON form of facts, with its place in the whole, so that errors
/// can name the member.
///
/// Each accessor asks for one type and fails on another; [#finish] fails on members that nobody
/// asked for.
public final class Members {

    private final JsonObject object;
    private final String path;
    private final Set<String> asked = new HashSet<>();

    private Members(JsonObject object, String path) {
        this.object = object;
        this.path = path;
    }

    /// The members of a value that has to be an object.
    public static Members of(JsonValue value, String path) {
        if (value instanceof JsonObject object) {
            return new Members(object, path);
        }
        throw wrongType(path, "an object", value);
    }

    /// The path of a member.
    public String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /// A failure that names a member.
    public HostFactsException fault(String name, String detail) {
        return new HostFactsException(path(name), detail);
    }

    /// Whether there is such a member.
    public boolean has(String name) {
        return object.members().containsKey(name);
    }

    /// A member of whatever type.
    public Optional<JsonValue> find(String name) {
        asked.add(name);
        return object.find(name);
    }

    /// A member that has to be an object.
    public Optional<Members> object(String name) {
        return find(name).map(value -> of(value, path(name)));
    }

    /// A member that has to be a string.
    public Optional<String> string(String name) {
        return find(name).map(value -> string(value, path(name)));
    }

    /// A member that has to be there and a string.
    public String requireString(String name) {
        return string(name).orElseThrow(() -> fault(name, "missing"));
    }

    /// A member that has to be true or false.
    public Optional<Boolean> bool(String name) {
        return find(name)
                .map(value -> {
                    if (value instanceof JsonBoolean(boolean flag)) {
                        return flag;
                    }
                    throw wrongType(path(name), "true or false", value);
                });
    }

    /// A whole number in a range.
    public OptionalLong number(String name, long least, long most) {
        Optional<JsonValue> found = find(name);
        if (found.isEmpty()) {
            return OptionalLong.empty();
        }
        String expected = "a whole number from " + least + " to " + most;
        if (!(found.get() instanceof JsonNumber number)) {
            throw wrongType(path(name), expected, found.get());
        }
        OptionalLong value = number.asLong();
        if (value.isEmpty() || value.getAsLong() < least || value.getAsLong() > most) {
            throw fault(name, "expected " + expected + ", found " + number.literal());
        }
        return value;
    }

    /// A register of up to `digits` hexadecimal digits, written as a string that starts with `0x`.
    public OptionalLong register(String name, int digits) {
        Optional<JsonValue> found = find(name);
        if (found.isEmpty()) {
            return OptionalLong.empty();
        }
        String expected = "a string of \"0x\" and up to " + digits + " hexadecimal digits";
        if (!(found.get() instanceof JsonString(String text))) {
            throw wrongType(path(name), expected, found.get());
        }
        if (!isRegister(text, digits)) {
            throw fault(name, "expected " + expected + ", found \"" + text + "\"");
        }
        return OptionalLong.of(Long.parseUnsignedLong(text, 2, text.length(), 16));
    }

    private static boolean isRegister(String text, int digits) {
        if (!text.startsWith("0x") || text.length() == 2 || text.length() > digits + 2) {
            return false;
        }
        for (int i = 2; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /// A member that has to be an array of strings.
    public Optional<List<String>> strings(String name) {
        return items(name)
                .map(items -> {
                    List<String> texts = new ArrayList<>();
                    for (int i = 0; i < items.size(); i++) {
                        texts.add(string(items.get(i), path(name) + "[" + i + "]"));
                    }
                    return texts;
                });
    }

    /// A member that has to be an array of objects.
    public Optional<List<Members>> objects(String name) {
        return items(name)
                .map(items -> {
                    List<Members> objects = new ArrayList<>();
                    for (int i = 0; i < items.size(); i++) {
                        objects.add(of(items.get(i), path(name) + "[" + i + "]"));
                    }
                    return objects;
                });
    }

    private Optional<List<JsonValue>> items(String name) {
        return find(name)
                .map(value -> {
                    if (value instanceof JsonArray(List<JsonValue> items)) {
                        return items;
                    }
                    throw wrongType(path(name), "an array", value);
                });
    }

    /// Fails on the first member that was not asked for.
    public void finish() {
        for (String name : object.members().keySet()) {
            if (!asked.contains(name)) {
                throw fault(name, "no such member");
            }
        }
    }

    private static String string(JsonValue value, String path) {
        if (value instanceof JsonString(String text)) {
            return text;
        }
        throw wrongType(path, "a string", value);
    }

    private static HostFactsException wrongType(String path, String expected, JsonValue found) {
        String type =
                switch (found) {
                    case JsonObject _ -> "an object";
                    case JsonArray _ -> "an array";
                    case JsonString _ -> "a string";
                    case JsonNumber _ -> "a number";
                    case JsonBoolean _ -> "true or false";
                    case JsonNull _ -> "null";
                };
        return new HostFactsException(path, "expected " + expected + ", found " + type);
    }
}
