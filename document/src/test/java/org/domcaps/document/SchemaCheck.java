package org.domcaps.document;

import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.JsonNodeFactory;
import dev.harrel.jsonschema.SimpleType;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;

import org.domcaps.json.JsonReader;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonBoolean;
import org.domcaps.json.JsonValue.JsonNull;
import org.domcaps.json.JsonValue.JsonNumber;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.JsonString;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Validates JSON values against the published schema with a foreign validator.
final class SchemaCheck {

    private final Validator validator;
    private final URI schema;

    SchemaCheck(String schemaText) {
        validator = new ValidatorFactory().withJsonNodeFactory(new Factory()).createValidator();
        schema = validator.registerSchema(URI.create("urn:domcaps:under-test"), schemaText);
    }

    /// What is wrong, one line each; empty if the value is valid.
    List<String> faults(JsonValue value) {
        List<String> faults = new ArrayList<>();
        for (Error error : validator.validate(schema, (JsonNode) new Node("", value)).getErrors()) {
            faults.add(error.getInstanceLocation() + ": " + error.getError());
        }
        return faults;
    }

    private static final class Factory implements JsonNodeFactory {
        @Override
        public JsonNode wrap(Object value) {
            return value instanceof JsonNode node ? node : new Node("", (JsonValue) value);
        }

        @Override
        public JsonNode create(String text) {
            return new Node("", JsonReader.read(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private record Node(String pointer, JsonValue value) implements JsonNode {
        @Override
        public String getJsonPointer() {
            return pointer;
        }

        @Override
        public SimpleType getNodeType() {
            return switch (value) {
                case JsonObject _ -> SimpleType.OBJECT;
                case JsonArray _ -> SimpleType.ARRAY;
                case JsonString _ -> SimpleType.STRING;
                case JsonNumber number ->
                        asNumber(number).stripTrailingZeros().scale() <= 0
                                ? SimpleType.INTEGER
                                : SimpleType.NUMBER;
                case JsonBoolean _ -> SimpleType.BOOLEAN;
                case JsonNull _ -> SimpleType.NULL;
            };
        }

        @Override
        public boolean asBoolean() {
            return ((JsonBoolean) value).value();
        }

        @Override
        public String asString() {
            return ((JsonString) value).text();
        }

        @Override
        public BigInteger asInteger() {
            return asNumber().toBigInteger();
        }

        @Override
        public BigDecimal asNumber() {
            return asNumber((JsonNumber) value);
        }

        private static BigDecimal asNumber(JsonNumber number) {
            return new BigDecimal(number.literal());
        }

        @Override
        public List<JsonNode> asArray() {
            List<JsonNode> nodes = new ArrayList<>();
            for (JsonValue item : ((JsonArray) value).items()) {
                nodes.add(new Node(pointer + "/" + nodes.size(), item));
            }
            return nodes;
        }

        @Override
        public Map<String, JsonNode> asObject() {
            Map<String, JsonNode> nodes = new LinkedHashMap<>();
            ((JsonObject) value)
                    .members()
                    .forEach((name, member) ->
                            nodes.put(
                                    name,
                                    new Node(
                                            pointer + "/" + JsonNode.encodeJsonPointer(name),
                                            member)));
            return nodes;
        }
    }
}
