package org.domcaps.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;

import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonBoolean;
import org.domcaps.json.JsonValue.JsonNull;
import org.domcaps.json.JsonValue.JsonNumber;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.JsonString;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Reads JSON text into values.
///
/// Strict JSON: no comments, no trailing data, valid UTF-8, at most 200 levels deep. A repeated key
/// in one object is an error for [#readStrict] and keeps the last value for [#read].
public final class JsonReader {

    private static final int MAX_DEPTH = 200;
    private static final int MAX_STRING = 8 << 20;
    private static final JsonFactory LENIENT = factory(false);
    private static final JsonFactory STRICT = factory(true);

    private JsonReader() {}

    private static JsonFactory factory(boolean strict) {
        return new JsonFactoryBuilder()
                .streamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(MAX_DEPTH)
                                .maxStringLength(MAX_STRING)
                                .build())
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, strict)
                // Shared tables of names are worth their set-up only where one factory reads many
                // different texts.
                .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
                .build();
    }

    /// Reads one JSON text, the whole of `utf8`.
    ///
    /// @throws JsonException if it is not one well-formed JSON text
    public static JsonValue read(byte[] utf8) {
        return read(LENIENT, utf8, 0, utf8.length);
    }

    /// Reads one JSON text from a part of an array.
    ///
    /// @throws JsonException if it is not one well-formed JSON text
    public static JsonValue read(byte[] utf8, int offset, int length) {
        return read(LENIENT, utf8, offset, length);
    }

    /// As [#read], and refuses an object that has a key twice.
    ///
    /// @throws JsonException if it is not one well-formed JSON text
    public static JsonValue readStrict(byte[] utf8) {
        return read(STRICT, utf8, 0, utf8.length);
    }

    /// Reads one JSON text that must be an object.
    ///
    /// @throws JsonException if it is not one well-formed JSON object
    public static JsonObject readObject(byte[] utf8) {
        if (read(utf8) instanceof JsonObject object) {
            return object;
        }
        throw new JsonException("not a JSON object", 1, 1);
    }

    private static JsonValue read(JsonFactory factory, byte[] utf8, int offset, int length) {
        if (length >= 3 && (utf8[offset] & 0xff) == 0xef && (utf8[offset + 1] & 0xff) == 0xbb) {
            throw new JsonException("byte-order mark before the JSON text", 1, 1);
        }
        try (JsonParser parser = factory.createParser(utf8, offset, length)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new JsonException("no JSON text", 1, 1);
            }
            JsonValue value = value(parser, first);
            if (parser.nextToken() != null) {
                throw fault(parser, "text after the end of the JSON value");
            }
            return value;
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw new JsonException(
                    words(e.getOriginalMessage()),
                    place == null ? 0 : place.getLineNr(),
                    place == null ? 0 : place.getColumnNr());
        } catch (IOException e) {
            // An array cannot fail to be read; what is left is text that is not valid UTF-8.
            throw new JsonException("not valid UTF-8: " + e.getMessage(), 0, 0);
        }
    }

    /// The parser's own words, without those that only speak to whoever programs with it: where a
    /// value began is said as a description of the source, a limit with the method that sets it.
    private static String words(String message) {
        String text = message;
        int source = text.indexOf("[Source: ");
        int place = source < 0 ? -1 : text.indexOf("; line: ", source);
        int end = place < 0 ? -1 : text.indexOf(']', place);
        if (end >= 0) {
            text =
                    text.substring(0, source)
                            + text.substring(place + 2, end).replace(": ", " ")
                            + text.substring(end + 1);
        }
        int method = text.indexOf(", from `");
        int close = method < 0 ? -1 : text.indexOf('`', method + 8);
        return close < 0 ? text : text.substring(0, method) + text.substring(close + 1);
    }

    private static JsonException fault(JsonParser parser, String detail) {
        var place = parser.currentTokenLocation();
        return new JsonException(detail, place.getLineNr(), place.getColumnNr());
    }

    private static JsonValue value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new JsonString(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getText());
            case VALUE_TRUE -> new JsonBoolean(true);
            case VALUE_FALSE -> new JsonBoolean(false);
            case VALUE_NULL -> new JsonNull();
            default -> throw fault(parser, "unexpected " + token);
        };
    }

    private static JsonObject object(JsonParser parser) throws IOException {
        LinkedHashMap<String, JsonValue> members = new LinkedHashMap<>();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_OBJECT;
                token = parser.nextToken()) {
            String name = parser.currentName();
            members.put(name, value(parser, parser.nextToken()));
        }
        return new JsonObject(members);
    }

    private static JsonArray array(JsonParser parser) throws IOException {
        List<JsonValue> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            items.add(value(parser, token));
        }
        return new JsonArray(items);
    }
}
