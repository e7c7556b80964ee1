package org.domcaps.qemu.probe;

import org.domcaps.cpu.Expansion;
import org.domcaps.cpu.ExpansionPlan;
import org.domcaps.cpu.ExpansionPlan.Trait;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.qemu.qmp.QmpChannel;
import org.domcaps.qemu.qmp.QmpChannel.Pending;
import org.domcaps.qemu.qmp.QmpRequest;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The requests that expand the host's CPU model, sent ahead, and what their replies come to.
///
/// The first run asks for the model `host`, the run with TCG alone for `max`. What is asked about
/// it is for the [ExpansionPlan] of the architecture to say.
final class CpuQuestions {

    static final String COMMAND = "query-cpu-model-expansion";

    /// The types whose properties tell how a binary's CPUs are to be asked about.
    static final List<String> MAX_TYPES = List.of("max-x86_64-cpu", "max-arm-cpu");

    private static final Set<String> REFUSALS =
            Set.of(Replies.GENERIC_ERROR, Replies.COMMAND_NOT_FOUND);

    private final QmpChannel channel;
    private final ExpansionPlan plan;
    private final Pending plain;
    private final Optional<Pending> unmigratable;

    /// Sends the requests.
    CpuQuestions(QmpChannel channel, ExpansionPlan plan, String model) {
        this.channel = channel;
        this.plan = plan;
        this.plain = channel.send(expand(plan.type(), named(model)));
        this.unmigratable =
                plan.has(Trait.UNMIGRATABLE)
                        ? Optional.of(channel.send(expand(plan.type(), unmigratable(model, false))))
                        : Optional.empty();
    }

    /// What the replies come to; empty if QEMU refused.
    ///
    /// @param tellsUnavailable whether the binary tells unavailable features of its CPU models
    Optional<Expansion> result(boolean tellsUnavailable) {
        Optional<Expansion> migratable = expansion(plain, tellsUnavailable);
        if (migratable.isEmpty() || unmigratable.isEmpty()) {
            return migratable;
        }
        Optional<Expansion> all = expansion(unmigratable.get(), tellsUnavailable);
        return all.isEmpty()
                ? migratable
                : Optional.of(CpuReply.merge(migratable.get(), all.get()));
    }

    private Optional<Expansion> expansion(Pending pending, boolean tellsUnavailable) {
        Optional<JsonObject> reply = Replies.object(COMMAND, pending, REFUSALS);
        if (reply.isPresent() && plan.expandsTwice(tellsUnavailable)) {
            reply =
                    Replies.object(
                            COMMAND,
                            channel.send(
                                    expand(ExpansionPlan.Type.FULL, CpuReply.model(reply.get()))),
                            REFUSALS);
        }
        return reply.map(object -> CpuReply.expansion(object, plan.has(Trait.PROPERTIES_OPTIONAL)));
    }

    static QmpRequest expand(ExpansionPlan.Type type, JsonObject model) {
        return new QmpRequest(
                COMMAND,
                JsonValue.object().put("type", type.qemuName()).put("model", model).build());
    }

    static JsonObject named(String model) {
        return JsonValue.object().put("name", model).build();
    }

    static JsonObject unmigratable(String model, boolean hypervPassthrough) {
        JsonValue.ObjectBuilder props = JsonValue.object().put("migratable", false);
        if (hypervPassthrough) {
            props.put("hv-passthrough", true);
        }
        return JsonValue.object().put("name", model).put("props", props.build()).build();
    }
}
