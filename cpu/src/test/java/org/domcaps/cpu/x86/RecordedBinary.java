package org.domcaps.cpu.x86;

import org.domcaps.cpu.CpuCorpus;
import org.domcaps.cpu.CpuFamily;
import org.domcaps.cpu.Expansion;
import org.domcaps.cpu.ExpansionProperty;
import org.domcaps.cpu.HostModelInput;
import org.domcaps.cpu.PropertyValue;
import org.domcaps.cpu.SlotModel;
import org.domcaps.document.Arch;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.JsonString;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The CPU part of one recorded conversation with an x86 emulator: the first run with KVM, the
/// second with TCG.
final class RecordedBinary {

    private final List<JsonObject> documents;
    private final boolean tellsUnavailable;

    RecordedBinary(String recording) {
        documents = CpuCorpus.replies("corpus/tests/qemucapabilitiesdata/" + recording);
        tellsUnavailable =
                find(0, "qom-list-properties", "\"max-x86_64-cpu\"")
                        .flatMap(reply -> reply.findArray("return"))
                        .map(list ->
                                list.stream()
                                        .anyMatch(p -> p.equals(named(p, "unavailable-features"))))
                        .orElse(false);
    }

    private static JsonValue named(JsonValue property, String name) {
        return property instanceof JsonObject object
                        && object.findString("name").equals(Optional.of(name))
                ? property
                : JsonValue.of(false);
    }

    /// The reply to the first command of that name in a run whose arguments contain a text.
    private Optional<JsonObject> find(int run, String command, String argument) {
        int current = -1;
        for (int i = 0; i + 1 < documents.size(); i += 2) {
            JsonObject sent = documents.get(i);
            String name = sent.findString("execute").orElseThrow();
            current += name.equals("qmp_capabilities") ? 1 : 0;
            String arguments = sent.find("arguments").map(a -> text(a)).orElse("");
            if (current == run && name.equals(command) && arguments.contains(argument)) {
                return Optional.of(documents.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private static String text(JsonValue value) {
        return switch (value) {
            case JsonObject object -> {
                StringBuilder all = new StringBuilder();
                object.members()
                        .forEach((k, v) -> all.append(k).append('=').append(text(v)).append(';'));
                yield all.toString();
            }
            case JsonString(String string) -> '"' + string + '"';
            default -> value.toString();
        };
    }

    List<SlotModel> definitions(boolean kvm) {
        return CpuCorpus.definitionsOf(
                find(kvm ? 0 : 1, "query-cpu-definitions", "").orElseThrow());
    }

    HostModelInput input(CpuFamily family, boolean kvm, int addressBits) {
        boolean full = family.expansionPlan().expandsTwice(tellsUnavailable);
        String type = full ? "type=\"full\"" : "type=\"static\"";
        int run = kvm ? 0 : 1;
        // The full expansion repeats the model object of the static one, so the first two of the
        // kind are the two wanted.
        List<JsonObject> replies = new ArrayList<>();
        int current = -1;
        for (int i = 0; i + 1 < documents.size(); i += 2) {
            String name = documents.get(i).findString("execute").orElseThrow();
            current += name.equals("qmp_capabilities") ? 1 : 0;
            String arguments = documents.get(i).find("arguments").map(a -> text(a)).orElse("");
            if (current == run
                    && name.equals("query-cpu-model-expansion")
                    && arguments.contains(type)
                    && !arguments.contains("hv-passthrough=")) {
                replies.add(documents.get(i + 1).findObject("return").orElseThrow());
            }
        }
        Expansion first = CpuCorpus.expansionOf(replies.get(0));
        Expansion merged = merge(first, CpuCorpus.expansionOf(replies.get(1)));
        return new HostModelInput(
                Arch.X86_64,
                kvm,
                Optional.of(merged),
                definitions(kvm),
                tellsUnavailable,
                Optional.empty(),
                OptionalInt.of(addressBits));
    }

    private static Expansion merge(Expansion first, Expansion unmigratable) {
        Map<String, PropertyValue> others = new HashMap<>();
        unmigratable
                .properties()
                .forEach(property -> others.put(property.name(), property.value()));
        List<ExpansionProperty> merged = new ArrayList<>();
        PropertyValue on = new PropertyValue.Flag(true);
        for (ExpansionProperty property : first.properties()) {
            boolean appears =
                    property.value() instanceof PropertyValue.Flag
                            && on.equals(others.get(property.name()));
            merged.add(appears ? new ExpansionProperty(property.name(), on) : property);
        }
        return new Expansion(first.model(), merged);
    }
}
