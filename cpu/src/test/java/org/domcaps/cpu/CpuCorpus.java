package org.domcaps.cpu;

import org.domcaps.json.JsonReader;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonBoolean;
import org.domcaps.json.JsonValue.JsonNumber;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.JsonString;
import org.domcaps.testkit.Corpus;
import org.domcaps.xml.XmlElement;
import org.domcaps.xml.XmlReader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The files of the shared CPU corpus, and the list of its cases.
public final class CpuCorpus {

    private static final String FOLDER = "corpus/tests/cputestdata";
    private static final String CASES = "facts/cpu_corpus.json";

    private CpuCorpus() {}

    public static boolean isHere() {
        return Corpus.find(FOLDER).isPresent() && Corpus.find(CASES).isPresent();
    }

    public static boolean has(String file) {
        return Corpus.find(FOLDER + "/" + file).isPresent();
    }

    public static String text(String file) {
        return new String(bytes(FOLDER + "/" + file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String relative) {
        Path path =
                Corpus.find(relative)
                        .orElseThrow(() -> new AssertionError("the corpus lacks " + relative));
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }

    public static XmlElement xml(String file) {
        return XmlReader.read(bytes(FOLDER + "/" + file));
    }

    public static CpuDefinition cpu(String file) {
        return CpuDefinitionReader.read(xml(file));
    }

    public static GuestCpu guest(String file) {
        return CpuDefinitionReader.readGuest(xml(file));
    }

    public static CpuidDump dump(String file) {
        return CpuidDumpReader.read(xml(file));
    }

    /// The cases of one kind, as objects.
    public static List<JsonObject> cases(String kind) {
        JsonObject all = JsonReader.readObject(bytes(CASES));
        List<JsonObject> cases = new ArrayList<>();
        for (JsonValue item : all.findArray(kind).orElseThrow()) {
            cases.add((JsonObject) item);
        }
        return cases;
    }

    public static Optional<List<String>> modelList(Optional<String> name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        JsonObject lists =
                JsonReader.readObject(bytes(CASES)).findObject("model_lists").orElseThrow();
        List<String> models = new ArrayList<>();
        for (JsonValue item : lists.findArray(name.get()).orElseThrow()) {
            models.add(((JsonString) item).text());
        }
        return Optional.of(models);
    }

    /// The JSON documents of a file, which an empty line separates.
    public static List<JsonObject> replies(String relative) {
        List<JsonObject> replies = new ArrayList<>();
        String text = new String(bytes(relative), StandardCharsets.UTF_8);
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf("\n\n", start);
            end = end < 0 ? text.length() : end;
            String part = text.substring(start, end);
            if (!part.isBlank()) {
                replies.add(JsonReader.readObject(part.getBytes(StandardCharsets.UTF_8)));
            }
            start = end + 2;
        }
        return replies;
    }

    /// The first document of a processor's file.
    public static Expansion expansion(String file) {
        return expansionOf(
                replies(FOLDER + "/" + file).getFirst().findObject("return").orElseThrow());
    }

    /// The answer to one expansion.
    public static Expansion expansionOf(JsonObject reply) {
        JsonObject model = reply.findObject("model").orElseThrow();
        List<ExpansionProperty> properties = new ArrayList<>();
        for (Map.Entry<String, JsonValue> member :
                model.findObject("props").orElseThrow().members().entrySet()) {
            PropertyValue value =
                    switch (member.getValue()) {
                        case JsonBoolean(boolean on) -> new PropertyValue.Flag(on);
                        case JsonString(String text) -> new PropertyValue.Text(text);
                        case JsonNumber number ->
                                new PropertyValue.Number(number.asLong().orElseThrow());
                        default -> throw new AssertionError(member.getKey());
                    };
            properties.add(new ExpansionProperty(member.getKey(), value));
        }
        return new Expansion(model.findString("name").orElseThrow(), properties);
    }

    /// The second document of a processor's file, empty if there is none.
    public static List<SlotModel> definitions(String file) {
        List<JsonObject> replies = replies(FOLDER + "/" + file);
        return replies.size() > 1 ? definitionsOf(replies.get(1)) : List.of();
    }

    /// The answer to `query-cpu-definitions`.
    public static List<SlotModel> definitionsOf(JsonObject reply) {
        List<SlotModel> models = new ArrayList<>();
        for (JsonValue item : reply.findArray("return").orElseThrow()) {
            JsonObject entry = (JsonObject) item;
            models.add(
                    new SlotModel(
                            entry.findString("name").orElseThrow(),
                            entry.findString("typename"),
                            entry.findArray("unavailable-features").map(CpuCorpus::strings),
                            entry.findBoolean("deprecated").orElse(false)));
        }
        return models;
    }

    private static List<String> strings(List<JsonValue> items) {
        List<String> texts = new ArrayList<>();
        for (JsonValue item : items) {
            texts.add(((JsonString) item).text());
        }
        return texts;
    }
}
