package org.domcaps.qemu.probe;

import org.domcaps.cpu.Expansion;
import org.domcaps.cpu.ExpansionProperty;
import org.domcaps.cpu.ExpansionProperty.Migratable;
import org.domcaps.cpu.PropertyValue;
import org.domcaps.cpu.SlotModel;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonBoolean;
import org.domcaps.json.JsonValue.JsonNumber;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.JsonString;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads the replies to `query-cpu-definitions` and `query-cpu-model-expansion`.
final class CpuReply {

    private static final String DEFINITIONS = "query-cpu-definitions";
    private static final String EXPANSION = "query-cpu-model-expansion";
    private static final PropertyValue ON = new PropertyValue.Flag(true);

    private CpuReply() {}

    static List<SlotModel> definitions(List<JsonValue> reply) {
        List<SlotModel> cpus = new ArrayList<>(reply.size());
        for (JsonValue item : reply) {
            if (!(item instanceof JsonObject entry)) {
                throw Replies.malformed(DEFINITIONS, "an entry is no object");
            }
            cpus.add(
                    new SlotModel(
                            Replies.requireString(DEFINITIONS, entry, "name"),
                            entry.findString("typename").filter(name -> !name.isEmpty()),
                            entry.findArray("unavailable-features").map(CpuReply::strings),
                            entry.findBoolean("deprecated").orElse(false)));
        }
        return cpus;
    }

    private static List<String> strings(List<JsonValue> items) {
        List<String> texts = new ArrayList<>(items.size());
        for (JsonValue item : items) {
            if (!(item instanceof JsonString(String text))) {
                throw Replies.malformed(
                        DEFINITIONS, "'unavailable-features' holds something that is no text");
            }
            texts.add(text);
        }
        return texts;
    }

    /// The expansion in a reply. Only s390 emulators may leave the properties out.
    static Expansion expansion(JsonObject reply, boolean propertiesOptional) {
        JsonObject model = model(reply);
        Optional<JsonObject> props = model.findObject("props");
        if (props.isEmpty() && !propertiesOptional) {
            throw Replies.malformed(EXPANSION, "the model lacks 'props'");
        }
        List<ExpansionProperty> properties = new ArrayList<>();
        for (Map.Entry<String, JsonValue> member :
                props.map(JsonObject::members).orElseGet(LinkedHashMap::new).entrySet()) {
            value(member.getValue())
                    .ifPresent(value ->
                            properties.add(
                                    new ExpansionProperty(
                                            member.getKey(), value, Migratable.UNKNOWN)));
        }
        return new Expansion(Replies.requireString(EXPANSION, model, "name"), properties);
    }

    /// The model object of a reply, as QEMU takes it back for another expansion.
    static JsonObject model(JsonObject reply) {
        return reply.findObject("model")
                .orElseThrow(() -> Replies.malformed(EXPANSION, "it lacks the object 'model'"));
    }

    private static Optional<PropertyValue> value(JsonValue value) {
        return switch (value) {
            case JsonBoolean(boolean on) -> Optional.of(new PropertyValue.Flag(on));
            case JsonString(String text) -> Optional.of(new PropertyValue.Text(text));
            case JsonNumber number -> {
                OptionalLong fits = number.asLong();
                yield fits.isPresent()
                        ? Optional.of(new PropertyValue.Number(fits.getAsLong()))
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    /// Marks each flag by whether it is still on when migration counts.
    ///
    /// @param migratable the expansion as QEMU makes it by default
    /// @param all the expansion with `migratable` switched off
    static Expansion merge(Expansion migratable, Expansion all) {
        Map<String, PropertyValue> others = new HashMap<>();
        for (ExpansionProperty property : all.properties()) {
            others.put(property.name(), property.value());
        }
        List<ExpansionProperty> marked = new ArrayList<>(migratable.properties().size());
        for (ExpansionProperty property : migratable.properties()) {
            marked.add(mark(property, others.get(property.name())));
        }
        return new Expansion(migratable.model(), marked);
    }

    private static ExpansionProperty mark(ExpansionProperty property, PropertyValue other) {
        if (!(property.value() instanceof PropertyValue.Flag(boolean on))
                || !(other instanceof PropertyValue.Flag(boolean otherOn))) {
            return property;
        }
        if (on) {
            return new ExpansionProperty(property.name(), ON, Migratable.YES);
        }
        return otherOn ? new ExpansionProperty(property.name(), ON, Migratable.NO) : property;
    }
}
