package org.domcaps.qemu.probe;

import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.qemu.qmp.QmpChannel.Pending;
import org.domcaps.qemu.qmp.QmpCommandException;
import org.domcaps.qemu.qmp.QmpException;
import org.domcaps.qemu.qmp.QmpReply;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes replies apart: which errors mean "there is none", and which end the probe.
final class Replies {

    static final String COMMAND_NOT_FOUND = "CommandNotFound";
    static final String DEVICE_NOT_FOUND = "DeviceNotFound";
    static final String GENERIC_ERROR = "GenericError";

    private Replies() {}

    /// The returned value; empty if the command failed with a class that means "there is none".
    ///
    /// @throws QmpCommandException if it failed otherwise
    static Optional<JsonValue> value(String command, Pending pending, Set<String> tolerated) {
        return switch (pending.await()) {
            case QmpReply.Returned(JsonValue value) -> Optional.of(value);
            case QmpReply.Failed(String errorClass, String description) -> {
                if (tolerated.contains(errorClass)) {
                    yield Optional.empty();
                }
                throw new QmpCommandException(command, errorClass, description);
            }
        };
    }

    /// The returned object.
    static Optional<JsonObject> object(String command, Pending pending, Set<String> tolerated) {
        Optional<JsonValue> value = value(command, pending, tolerated);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof JsonObject object) {
            return Optional.of(object);
        }
        throw malformed(command, "the reply is no object");
    }

    /// The returned array; empty list if the command failed with a class that means "there is
    /// none".
    static List<JsonValue> array(String command, Pending pending, Set<String> tolerated) {
        Optional<JsonValue> value = value(command, pending, tolerated);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof JsonArray(List<JsonValue> items)) {
            return items;
        }
        throw malformed(command, "the reply is no array");
    }

    /// A reply that is not of the form that QEMU's schema promises.
    static QmpException malformed(String command, String fault) {
        return new QmpException("QEMU's reply to '" + command + "' cannot be used: " + fault);
    }

    /// A string member that must be there.
    static String requireString(String command, JsonObject object, String name) {
        return object.findString(name)
                .orElseThrow(() -> malformed(command, "it lacks the text '" + name + "'"));
    }

    /// An integer member that must be there.
    static long requireLong(String command, JsonObject object, String name) {
        return object.findLong(name)
                .orElseThrow(() -> malformed(command, "it lacks the number '" + name + "'"));
    }

    /// An integer member of at most 32 bits that must be there.
    static int requireInt(String command, JsonObject object, String name) {
        long value = requireLong(command, object, name);
        if (value != (int) value) {
            throw malformed(command, "'" + name + "' is " + value);
        }
        return (int) value;
    }

    /// A boolean member that must be there.
    static boolean requireBoolean(String command, JsonObject object, String name) {
        return object.findBoolean(name)
                .orElseThrow(() -> malformed(command, "it lacks the truth value '" + name + "'"));
    }
}
