package org.domcaps.qemu.probe;

import org.domcaps.cpu.Expansion;
import org.domcaps.document.Arch;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.qemu.qmp.QmpChannel;
import org.domcaps.qemu.qmp.QmpChannel.Pending;
import org.domcaps.qemu.qmp.QmpRequest;
import org.domcaps.qemu.qmp.ReplayChannel;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The requests that expand the host's CPU model, sent ahead, and what their replies come to.
///
/// The first run asks for the model `host`, the run with TCG alone for `max`. x86 asks twice, with
/// and without regard to migration; ARM asks for the full list of properties, everybody else for
/// the static one. Where an x86 binary does not tell unavailable features (the 32-bit target), each
/// static reply is expanded once more in full.
final class CpuQuestions {

    static final String COMMAND = "query-cpu-model-expansion";

    /// The types whose properties tell how a binary's CPUs are to be asked about.
    static final List<String> MAX_TYPES = List.of("max-x86_64-cpu", "max-arm-cpu");

    private static final Set<String> REFUSALS =
            Set.of(Replies.GENERIC_ERROR, Replies.COMMAND_NOT_FOUND);

    // Libvirt does not always ask where the answer would be of no use to it, so recordings of other
    // architectures may lack it.
    private static final Set<String> REFUSALS_ELSEWHERE =
            Set.of(Replies.GENERIC_ERROR, Replies.COMMAND_NOT_FOUND, ReplayChannel.NOT_RECORDED);

    private final QmpChannel channel;
    private final Arch arch;
    private final Pending plain;
    private final Optional<Pending> unmigratable;

    /// Sends the requests.
    CpuQuestions(QmpChannel channel, Arch arch, String model) {
        this.channel = channel;
        this.arch = arch;
        this.plain = channel.send(expand(type(arch), named(model)));
        this.unmigratable =
                arch.family() == Arch.Family.X86
                        ? Optional.of(channel.send(expand(type(arch), unmigratable(model, false))))
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

    private Set<String> refusals() {
        return arch.family() == Arch.Family.X86 ? REFUSALS : REFUSALS_ELSEWHERE;
    }

    private Optional<Expansion> expansion(Pending pending, boolean tellsUnavailable) {
        Optional<JsonObject> reply = Replies.object(COMMAND, pending, refusals());
        if (reply.isPresent() && isExpandedTwice(arch, tellsUnavailable)) {
            reply =
                    Replies.object(
                            COMMAND,
                            channel.send(expand("full", CpuReply.model(reply.get()))),
                            refusals());
        }
        return reply.map(object -> CpuReply.expansion(object, arch.family() == Arch.Family.S390));
    }

    /// Whether static replies must be expanded in full to be of use.
    static boolean isExpandedTwice(Arch arch, boolean tellsUnavailable) {
        return arch.family() == Arch.Family.X86 && !tellsUnavailable;
    }

    /// The kind of expansion that an architecture is asked for.
    static String type(Arch arch) {
        return arch.family() == Arch.Family.ARM ? "full" : "static";
    }

    static QmpRequest expand(String type, JsonObject model) {
        return new QmpRequest(
                COMMAND, JsonValue.object().put("type", type).put("model", model).build());
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
