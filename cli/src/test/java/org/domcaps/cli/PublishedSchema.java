package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.json.JsonReader;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonObject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A schema of `docs/schema`, with the few keywords that the schemas of this module use; any other
/// keyword is refused.
final class PublishedSchema {

    private static final Set<String> REMARKS = Set.of("$schema", "$id", "title", "description");
    private static final Set<String> KEYWORDS =
            Set.of("type", "properties", "required", "additionalProperties", "items");

    /// What a reference to another published schema begins with; its name follows.
    private static final String REFERENCE = "urn:domcaps:schema:";

    private final JsonObject root;

    PublishedSchema(String name) throws IOException {
        root =
                JsonReader.readObject(
                        Files.readAllBytes(Path.of("../docs/schema", name + ".schema.json")));
    }

    /// Checks that the schema describes a value, and that it names no member that a value could not
    /// have.
    void assertDescribes(String json) {
        check("", root, JsonReader.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static void check(String where, JsonObject named, JsonValue value) {
        JsonObject schema = resolved(named);
        for (String keyword : schema.members().keySet()) {
            assertThat(REMARKS.contains(keyword) || KEYWORDS.contains(keyword))
                    .as(keyword)
                    .isTrue();
        }
        switch (schema.findString("type").orElseThrow()) {
            case "object" -> checkObject(where, schema, value);
            case "array" -> {
                assertThat(value).as(where).isInstanceOf(JsonArray.class);
                JsonObject items = schema.findObject("items").orElseThrow();
                for (JsonValue item : ((JsonArray) value).items()) {
                    check(where + "[]", items, item);
                }
            }
            case "string" -> assertThat(value).as(where).isInstanceOf(JsonValue.JsonString.class);
            case "integer" -> assertThat(value).as(where).isInstanceOf(JsonValue.JsonNumber.class);
            case "boolean" -> assertThat(value).as(where).isInstanceOf(JsonValue.JsonBoolean.class);
            default -> throw new AssertionError("unknown type in the schema at " + where);
        }
    }

    private static JsonObject resolved(JsonObject schema) {
        if (schema.findString("$ref").isEmpty()) {
            return schema;
        }
        String reference = schema.findString("$ref").get();
        assertThat(reference).startsWith(REFERENCE);
        try {
            return new PublishedSchema(reference.substring(REFERENCE.length())).root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkObject(String where, JsonObject schema, JsonValue value) {
        assertThat(value).as(where).isInstanceOf(JsonObject.class);
        Map<String, JsonValue> members = ((JsonObject) value).members();
        JsonObject properties = schema.findObject("properties").orElseThrow();
        List<String> required =
                schema.findArray("required").orElseThrow().stream()
                        .map(name -> ((JsonValue.JsonString) name).text())
                        .toList();
        assertThat(members.keySet()).as(where).containsAll(required);
        if (!schema.findBoolean("additionalProperties").orElseThrow()) {
            assertThat(members.keySet()).as(where).isSubsetOf(properties.members().keySet());
        }
        members.forEach((name, member) -> {
            if (properties.members().get(name) instanceof JsonObject known) {
                check(where + "." + name, known, member);
            }
        });
    }
}
