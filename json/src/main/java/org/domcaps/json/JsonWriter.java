package org.domcaps.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonBoolean;
import org.domcaps.json.JsonValue.JsonNull;
import org.domcaps.json.JsonValue.JsonNumber;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.JsonString;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Writes JSON values as text, either on one line or laid out over many.
///
/// The laid-out form is that of libvirt's `.replies` files: two spaces a level, `": "` between name
/// and value, empty objects and arrays as `{}` and `[]`, no line end after the last brace.
public final class JsonWriter {

    private final StringBuilder out = new StringBuilder();
    private final boolean pretty;

    private JsonWriter(boolean pretty) {
        this.pretty = pretty;
    }

    /// The value on one line, without blanks between tokens.
    public static String compact(JsonValue value) {
        JsonWriter writer = new JsonWriter(false);
        writer.write(value, 0);
        return writer.out.toString();
    }

    /// The value laid out over many lines.
    public static String pretty(JsonValue value) {
        JsonWriter writer = new JsonWriter(true);
        writer.write(value, 0);
        return writer.out.toString();
    }

    private void write(JsonValue value, int depth) {
        switch (value) {
            case JsonObject(var members) -> writeObject(members, depth);
            case JsonArray(var items) -> writeArray(items, depth);
            case JsonString(String text) -> writeString(text);
            case JsonNumber(String literal) -> out.append(literal);
            case JsonBoolean(boolean flag) -> out.append(flag);
            case JsonNull() -> out.append("null");
        }
    }

    private void writeObject(Map<String, JsonValue> members, int depth) {
        out.append('{');
        Iterator<Map.Entry<String, JsonValue>> rest = members.entrySet().iterator();
        while (rest.hasNext()) {
            Map.Entry<String, JsonValue> member = rest.next();
            newLine(depth + 1);
            writeString(member.getKey());
            out.append(pretty ? ": " : ":");
            write(member.getValue(), depth + 1);
            if (rest.hasNext()) {
                out.append(',');
            }
        }
        if (!members.isEmpty()) {
            newLine(depth);
        }
        out.append('}');
    }

    private void writeArray(List<JsonValue> items, int depth) {
        out.append('[');
        for (int i = 0; i < items.size(); i++) {
            newLine(depth + 1);
            write(items.get(i), depth + 1);
            if (i + 1 < items.size()) {
                out.append(',');
            }
        }
        if (!items.isEmpty()) {
            newLine(depth);
        }
        out.append(']');
    }

    private void newLine(int depth) {
        if (pretty) {
            out.append('\n').repeat("  ", depth);
        }
    }

    private void writeString(String text) {
        out.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, out);
        out.append('"');
    }
}
