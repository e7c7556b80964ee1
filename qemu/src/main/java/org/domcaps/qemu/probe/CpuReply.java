package org.domcaps.qemu.probe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonBoolean;
import org.domcaps.json.JsonValue.JsonNumber;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.JsonString;
import org.domcaps.qemu.CpuExpansion;
import org.domcaps.qemu.CpuProperty;
import org.domcaps.qemu.CpuProperty.Migratable;
import org.domcaps.qemu.CpuProperty.Value;
import org.domcaps.qemu.QemuCpu;

/// Reads the replies to `query-cpu-definitions` and `query-cpu-model-expansion`.
final class CpuReply {

    private static final String DEFINITIONS = "query-cpu-definitions";
    private static final String EXPANSION = "query-cpu-model-expansion";
    private static final Value ON = new Value.Flag(true);

    private CpuReply() {}

    static List<QemuCpu> definitions(List<JsonValue> reply) {
        List<QemuCpu> cpus = new ArrayList<>(reply.size());
        for (JsonValue item : reply) {
            if (!(item instanceof JsonObject entry)) {
                throw Replies.malformed(DEFINITIONS, "an entry is no object");
            }
            cpus.add(new QemuCpu(
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
                throw Replies.malformed(DEFINITIONS, "'unavailable-features' holds something that is no text");
            }
            texts.add(text);
        }
        return texts;
    }

    /// The expansion in a reply. Only s390 emulators may leave the properties out.
    static CpuExpansion expansion(JsonObject reply, boolean propertiesOptional) {
        JsonObject model = model(reply);
        Optional<JsonObject> props = model.findObject("props");
        if (props.isEmpty() && !propertiesOptional) {
            throw Replies.malformed(EXPANSION, "the model lacks 'props'");
        }
        List<CpuProperty> properties = new ArrayList<>();
        for (Map.Entry<String, JsonValue> member :
                props.map(JsonObject::members).orElseGet(LinkedHashMap::new).entrySet()) {
            value(member.getValue())
                    .ifPresent(value -> properties.add(
                            new CpuProperty(member.getKey(), value, Migratable.UNMARKED)));
        }
        return new CpuExpansion(Replies.requireString(EXPANSION, model, "name"), properties, false);
    }

    /// The model object of a reply, as QEMU takes it back for another expansion.
    static JsonObject model(JsonObject reply) {
        return reply.findObject("model")
                .orElseThrow(() -> Replies.malformed(EXPANSION, "it lacks the object 'model'"));
    }

    private static Optional<Value> value(JsonValue value) {
        return switch (value) {
            case JsonBoolean(boolean on) -> Optional.of(new Value.Flag(on));
            case JsonString(String text) -> Optional.of(new Value.Text(text));
            case JsonNumber number -> {
                OptionalLong fits = number.asLong();
                yield fits.isPresent() ? Optional.of(new Value.Number(fits.getAsLong())) : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    /// Marks each flag by whether it is still on when migration counts.
    ///
    /// @param migratable the expansion as QEMU makes it by default
    /// @param all the expansion with `migratable` switched off
    static CpuExpansion merge(CpuExpansion migratable, CpuExpansion all) {
        Map<String, Value> others = new HashMap<>();
        for (CpuProperty property : all.properties()) {
            others.put(property.name(), property.value());
        }
        List<CpuProperty> marked = new ArrayList<>(migratable.properties().size());
        for (CpuProperty property : migratable.properties()) {
            marked.add(mark(property, others.get(property.name())));
        }
        return new CpuExpansion(migratable.model(), marked, true);
    }

    private static CpuProperty mark(CpuProperty property, Value other) {
        if (!(property.value() instanceof Value.Flag(boolean on))
                || !(other instanceof Value.Flag(boolean otherOn))) {
            return property;
        }
        if (on) {
            return property.with(ON, Migratable.YES);
        }
        return otherOn ? property.with(ON, Migratable.NO) : property;
    }
}
