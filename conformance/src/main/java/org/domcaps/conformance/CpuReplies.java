package org.domcaps.conformance;

import org.domcaps.cpu.Expansion;
import org.domcaps.cpu.ExpansionProperty;
import org.domcaps.cpu.PropertyValue;
import org.domcaps.cpu.SlotModel;
import org.domcaps.json.JsonException;
import org.domcaps.json.JsonReader;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonBoolean;
import org.domcaps.json.JsonValue.JsonNumber;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.JsonString;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// QEMU's answers about one processor, as a `.json` file of the CPU cases has them: the expansion
/// of `host`, and after an empty line, in some files, the definitions.
///
/// @param definitions empty if the file does not have them
record CpuReplies(Expansion expansion, List<SlotModel> definitions) {

    /// Copies.
    CpuReplies {
        definitions = List.copyOf(definitions);
    }

    /// Reads the text of a file.
    ///
    /// @throws JsonException if it is not such a file
    static CpuReplies parse(String text) {
        List<JsonObject> documents = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf("\n\n", start);
            end = end < 0 ? text.length() : end;
            String document = text.substring(start, end);
            if (!document.isBlank()) {
                documents.add(JsonReader.readObject(document.getBytes(StandardCharsets.UTF_8)));
            }
            start = end + 2;
        }
        if (documents.isEmpty()) {
            throw fault("no reply");
        }
        Expansion expansion = expansion(documents.getFirst());
        return new CpuReplies(
                expansion, documents.size() > 1 ? definitions(documents.get(1)) : List.of());
    }

    private static JsonException fault(String detail) {
        return new JsonException(detail + " in the recorded replies", 0, 0);
    }

    private static Expansion expansion(JsonObject reply) {
        JsonObject model =
                reply.findObject("return")
                        .flatMap(result -> result.findObject("model"))
                        .orElseThrow(() -> fault("no model"));
        JsonObject props = model.findObject("props").orElseThrow(() -> fault("no props"));
        List<ExpansionProperty> properties = new ArrayList<>();
        for (Map.Entry<String, JsonValue> member : props.members().entrySet()) {
            switch (member.getValue()) {
                case JsonBoolean(boolean on) ->
                        properties.add(
                                new ExpansionProperty(member.getKey(), new PropertyValue.Flag(on)));
                case JsonString(String text) ->
                        properties.add(
                                new ExpansionProperty(
                                        member.getKey(), new PropertyValue.Text(text)));
                case JsonNumber number -> {
                    OptionalLong value = number.asLong();
                    if (value.isPresent()) {
                        properties.add(
                                new ExpansionProperty(
                                        member.getKey(),
                                        new PropertyValue.Number(value.getAsLong())));
                    }
                }
                case JsonObject _, JsonValue.JsonArray _, JsonValue.JsonNull _ -> {
                    // No property of a processor.
                }
            }
        }
        return new Expansion(
                model.findString("name").orElseThrow(() -> fault("no model name")), properties);
    }

    private static List<SlotModel> definitions(JsonObject reply) {
        List<SlotModel> models = new ArrayList<>();
        for (JsonValue item :
                reply.findArray("return").orElseThrow(() -> fault("no definitions"))) {
            if (!(item instanceof JsonObject entry)) {
                throw fault("a definition that is no object");
            }
            models.add(
                    new SlotModel(
                            entry.findString("name")
                                    .orElseThrow(() -> fault("a definition without name")),
                            entry.findString("typename").filter(name -> !name.isEmpty()),
                            entry.findArray("unavailable-features").map(CpuReplies::texts),
                            entry.findBoolean("deprecated").orElse(false)));
        }
        return models;
    }

    private static List<String> texts(List<JsonValue> items) {
        List<String> texts = new ArrayList<>();
        for (JsonValue item : items) {
            if (!(item instanceof JsonString(String text))) {
                throw fault("an unavailable feature that is no string");
            }
            texts.add(text);
        }
        return texts;
    }
}
