package org.domcaps.qemu.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.domcaps.json.JsonReader;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonWriter;
import org.domcaps.qemu.qmp.QmpChannel;
import org.domcaps.qemu.qmp.QmpReply;
import org.domcaps.qemu.qmp.QmpRequest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A QEMU whose replies are written by hand. JSON is written with `'` for `"`; a command without a
/// reply is refused with `CommandNotFound`.
final class FakeQemu implements QmpChannel {

    /// A schema entry of a command without arguments.
    static final String EXPANSION_COMMAND =
            "{'name': 'query-cpu-model-expansion', 'meta-type': 'command'}";

    /// The command, as [#key] begins with it.
    static final String EXPANSION_REQUEST = "query-cpu-model-expansion";

    private final Map<String, QmpReply> replies = new HashMap<>();

    /// What was asked, in order, as [#key] has it.
    final List<String> asked = new ArrayList<>();

    /// A QEMU of that target which answers everything that a probe cannot do without, with as
    /// little as possible.
    static FakeQemu of(String target) {
        return new FakeQemu()
                .returns("qmp_capabilities", "{}")
                .returns("query-target", "{'arch': '" + target + "'}")
                .returns(
                        "query-version",
                        "{'qemu': {'major': 9, 'minor': 1, 'micro': 0}, 'package': ''}")
                .returns("query-kvm", "{'present': true, 'enabled': true}")
                .returns("query-qmp-schema", "[]")
                .returns("qom-list-types", "[]")
                .returns("query-machines", "[]")
                .returns("query-command-line-options", "[]");
    }

    /// The request as `COMMAND` or `COMMAND ARGUMENTS`, the arguments as JSON with `'`.
    static String key(QmpRequest request) {
        String arguments = JsonWriter.compact(request.arguments()).replace('"', '\'');
        return arguments.equals("{}") ? request.command() : request.command() + " " + arguments;
    }

    static JsonValue json(String text) {
        return JsonReader.read(text.replace('\'', '"').getBytes(UTF_8));
    }

    static JsonValue.JsonObject object(String text) {
        return (JsonValue.JsonObject) json(text);
    }

    static List<JsonValue> array(String text) {
        return ((JsonValue.JsonArray) json(text)).items();
    }

    FakeQemu returns(String request, String json) {
        replies.put(request, new QmpReply.Returned(json(json)));
        return this;
    }

    /// Answers `qom-list-properties` of a type.
    FakeQemu properties(String type, String... names) {
        StringBuilder json = new StringBuilder("[");
        for (String name : names) {
            json.append(json.length() > 1 ? "," : "")
                    .append("{'name': '")
                    .append(name)
                    .append("'}");
        }
        return returns(
                "qom-list-properties {'typename':'" + type + "'}", json.append("]").toString());
    }

    /// Answers `query-cpu-model-expansion`.
    FakeQemu expands(String arguments, String model) {
        return returns(EXPANSION_REQUEST + " " + arguments, "{'model': " + model + "}");
    }

    FakeQemu fails(String request, String errorClass) {
        replies.put(request, new QmpReply.Failed(errorClass, "QEMU's own words"));
        return this;
    }

    @Override
    public Pending send(QmpRequest request) {
        String key = key(request);
        asked.add(key);
        QmpReply reply =
                replies.getOrDefault(
                        key,
                        new QmpReply.Failed(
                                Replies.COMMAND_NOT_FOUND,
                                "The command " + request.command() + " has not been found"));
        return () -> reply;
    }
}
