package org.domcaps.qemu;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.domcaps.json.JsonReader;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.JsonString;
import org.domcaps.qemu.qmp.QmpReply;
import org.domcaps.qemu.qmp.QmpRequest;
import org.domcaps.qemu.qmp.Recording;
import org.domcaps.qemu.qmp.Recording.Exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A recording with some of its replies written by hand, for hosts that nobody could record. JSON
/// is written with `'` for `"`.
public final class EditedRecording {

    private final List<List<Exchange>> sections = new ArrayList<>();

    /// Starts from a recording.
    public EditedRecording(Recording recording) {
        recording.sections().forEach(section -> sections.add(new ArrayList<>(section)));
    }

    /// Starts from an emulator that answers what a probe cannot do without, with as little as
    /// possible, under KVM.
    public static EditedRecording minimal(String target) {
        return new EditedRecording(new Recording(List.of(List.of())))
                .reply("qmp_capabilities", "{}")
                .reply("query-version", "{'qemu': {'major': 11, 'minor': 1, 'micro': 0}}")
                .reply("query-target", "{'arch': '" + target + "'}")
                .reply("query-qmp-schema", "[]")
                .reply("query-kvm", "{'present': true, 'enabled': true}")
                .reply("qom-list-types", "[]")
                .reply("query-machines", "[]")
                .reply("query-command-line-options", "[]")
                .reply("qom-list-properties", "{'typename': 'none-machine'}", "[]")
                .reply("qom-list-properties", "{'typename': 'generic-pc-machine'}", "[]");
    }

    private static JsonValue json(String text) {
        return JsonReader.read(text.replace('\'', '"').getBytes(UTF_8));
    }

    private EditedRecording put(QmpRequest request, QmpReply reply) {
        List<Exchange> section = sections.getFirst();
        Exchange edited = new Exchange(request, reply);
        for (int i = 0; i < section.size(); i++) {
            if (section.get(i).request().equals(request)) {
                section.set(i, edited);
                return this;
            }
        }
        section.add(edited);
        return this;
    }

    /// Answers a command without arguments in the first run.
    public EditedRecording reply(String command, String json) {
        return put(QmpRequest.of(command), new QmpReply.Returned(json(json)));
    }

    /// Answers a command with these arguments in the first run.
    public EditedRecording reply(String command, String arguments, String json) {
        return put(
                new QmpRequest(command, (JsonObject) json(arguments)),
                new QmpReply.Returned(json(json)));
    }

    /// Lets a command without arguments fail in the first run.
    public EditedRecording fails(String command, String errorClass) {
        return put(QmpRequest.of(command), new QmpReply.Failed(errorClass, "by hand"));
    }

    /// Adds types to `qom-list-types`.
    public EditedRecording types(String... names) {
        return editList(
                "qom-list-types",
                types -> {
                    List<JsonValue> more = new ArrayList<>(types);
                    for (String name : names) {
                        more.add(JsonValue.object().put("name", name).build());
                    }
                    return more;
                });
    }

    /// Removes types from `qom-list-types`.
    public EditedRecording without(String... names) {
        return editList(
                "qom-list-types",
                types ->
                        types.stream()
                                .filter(type -> !List.of(names).contains(nameOf(type)))
                                .toList());
    }

    private static String nameOf(JsonValue type) {
        return switch (type) {
            case JsonObject entry -> entry.findString("name").orElse("");
            case JsonString(String name) -> name;
            default -> "";
        };
    }

    private EditedRecording editList(String command, UnaryOperator<List<JsonValue>> edit) {
        List<Exchange> section = sections.getFirst();
        for (int i = 0; i < section.size(); i++) {
            Exchange exchange = section.get(i);
            if (exchange.request().equals(QmpRequest.of(command))
                    && exchange.reply() instanceof QmpReply.Returned(JsonArray(var items))) {
                section.set(
                        i,
                        new Exchange(
                                exchange.request(),
                                new QmpReply.Returned(new JsonArray(edit.apply(items)))));
            }
        }
        return this;
    }

    /// The recording as it is now.
    public Recording recording() {
        return new Recording(sections);
    }
}
