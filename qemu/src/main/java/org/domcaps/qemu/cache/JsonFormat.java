package org.domcaps.qemu.cache;

import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonBoolean;
import org.domcaps.json.JsonValue.JsonNull;
import org.domcaps.json.JsonValue.JsonNumber;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.JsonString;

import java.util.LinkedHashMap;

/// The binary form of JSON values: a number for the kind, then what it holds.
final class JsonFormat {

    private static final int OBJECT = 0;
    private static final int ARRAY = 1;
    private static final int STRING = 2;
    private static final int NUMBER = 3;
    private static final int BOOLEAN = 4;
    private static final int NULL = 5;

    private JsonFormat() {}

    static void write(PoolWriter out, JsonValue value) {
        switch (value) {
            case JsonObject(var members) -> {
                out.integer(OBJECT);
                out.integer(members.size());
                members.forEach((name, member) -> {
                    out.text(name);
                    write(out, member);
                });
            }
            case JsonArray(var items) -> {
                out.integer(ARRAY);
                out.list(items, item -> write(out, item));
            }
            case JsonString(var text) -> {
                out.integer(STRING);
                out.text(text);
            }
            case JsonNumber(var literal) -> {
                out.integer(NUMBER);
                out.text(literal);
            }
            case JsonBoolean(var truth) -> {
                out.integer(BOOLEAN);
                out.flag(truth);
            }
            case JsonNull() -> out.integer(NULL);
        }
    }

    static JsonValue read(PoolReader in) {
        int kind = in.integer();
        return switch (kind) {
            case OBJECT -> object(in);
            case ARRAY -> new JsonArray(in.list(() -> read(in)));
            case STRING -> new JsonString(in.text());
            case NUMBER -> new JsonNumber(in.text());
            case BOOLEAN -> new JsonBoolean(in.flag());
            case NULL -> new JsonNull();
            default -> throw new IllegalArgumentException(kind + " is no kind of JSON value");
        };
    }

    private static JsonObject object(PoolReader in) {
        LinkedHashMap<String, JsonValue> members = new LinkedHashMap<>();
        for (int count = in.integer(); count > 0; count--) {
            String name = in.text();
            members.put(name, read(in));
        }
        return new JsonObject(members);
    }
}
