package org.domcaps.qemu.probe;

import org.domcaps.cpu.ExpansionPlan;
import org.domcaps.cpu.ExpansionPlan.Trait;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.JsonString;
import org.domcaps.qemu.qmp.QmpChannel;
import org.domcaps.qemu.qmp.ReplayChannel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Asks which properties of the host's CPU model QEMU advises against (QEMU 9.1 and later), where
/// the architecture has such.
final class DeprecatedProperties {

    private DeprecatedProperties() {}

    static List<String> ask(QmpChannel channel, ExpansionPlan plan, String model) {
        if (!plan.has(Trait.DEPRECATED)) {
            return List.of();
        }
        List<JsonValue> listed =
                Replies.object(
                                CpuQuestions.COMMAND,
                                channel.send(
                                        CpuQuestions.expand(
                                                ExpansionPlan.Type.FULL,
                                                CpuQuestions.named(model))),
                                Set.of(
                                        Replies.GENERIC_ERROR,
                                        Replies.COMMAND_NOT_FOUND,
                                        ReplayChannel.NOT_RECORDED))
                        .flatMap(DeprecatedProperties::find)
                        .orElse(List.of());
        List<String> names = new ArrayList<>(listed.size());
        for (JsonValue item : listed) {
            if (item instanceof JsonString(String name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static Optional<List<JsonValue>> find(JsonObject reply) {
        return reply.findArray("deprecated-props");
    }
}
