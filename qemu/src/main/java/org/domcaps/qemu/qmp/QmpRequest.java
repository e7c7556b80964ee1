package org.domcaps.qemu.qmp;

import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;

import java.util.Objects;

/// One QMP command with its arguments; an empty object means "no arguments".
public record QmpRequest(String command, JsonObject arguments) {

    private static final JsonObject NO_ARGUMENTS = JsonValue.object().build();

    /// Checks.
    public QmpRequest {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(arguments, "arguments");
    }

    /// A command without arguments.
    public static QmpRequest of(String command) {
        return new QmpRequest(command, NO_ARGUMENTS);
    }

    /// A command with one string argument.
    public static QmpRequest of(String command, String name, String value) {
        return new QmpRequest(command, JsonValue.object().put(name, value).build());
    }

    /// The command as it goes over the wire, with its id.
    JsonObject toJson(String id) {
        JsonValue.ObjectBuilder message = JsonValue.object().put("execute", command);
        if (!arguments.members().isEmpty()) {
            message.put("arguments", arguments);
        }
        return message.put("id", id).build();
    }
}
