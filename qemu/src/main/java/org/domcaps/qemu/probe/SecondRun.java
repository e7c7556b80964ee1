package org.domcaps.qemu.probe;

import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.ExpansionPlan;
import org.domcaps.cpu.SlotModel;
import org.domcaps.document.Arch;
import org.domcaps.qemu.AcceleratorFacts;
import org.domcaps.qemu.Machines;
import org.domcaps.qemu.qmp.QmpChannel;
import org.domcaps.qemu.qmp.QmpChannel.Pending;
import org.domcaps.qemu.qmp.QmpRequest;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The conversation with a QEMU that runs TCG alone. It takes place only beside an accelerated one.
///
/// What does not depend on the accelerator is not asked again; the few things of it that decide how
/// CPUs are asked about are asked here too, so that this run need not wait for the other.
final class SecondRun {

    private static final String DEFINITIONS = "query-cpu-definitions";

    private SecondRun() {}

    /// Holds the conversation with a live QEMU, which is asked for everything it takes.
    static AcceleratorFacts live(QmpChannel channel) {
        Pending capabilities = channel.send(QmpRequest.of("qmp_capabilities"));
        Pending target = channel.send(QmpRequest.of("query-target"));
        Pending definitions = channel.send(QmpRequest.of(DEFINITIONS));
        Pending machines = channel.send(QmpRequest.of("query-machines"));
        Pending properties =
                channel.send(QmpRequest.of("qom-list-properties", "typename", "max-x86_64-cpu"));
        Replies.value("qmp_capabilities", capabilities, Set.of());
        Arch arch =
                Replies.object("query-target", target, Set.of())
                        .flatMap(reply -> reply.findString("arch"))
                        .flatMap(Arch::fromQemu)
                        .orElseThrow(
                                () -> Replies.malformed("query-target", "it lacks a known 'arch'"));
        ExpansionPlan plan = CpuFamilies.expansionPlan(arch);
        CpuQuestions cpuQuestions = new CpuQuestions(channel, plan, "max");
        boolean tellsUnavailable =
                FirstRun.names(
                                "qom-list-properties",
                                Replies.array(
                                        "qom-list-properties",
                                        properties,
                                        Set.of(Replies.DEVICE_NOT_FOUND)))
                        .contains("unavailable-features");
        return new AcceleratorFacts(
                machines(machines, arch),
                cpus(definitions),
                cpuQuestions.result(tellsUnavailable),
                DeprecatedProperties.ask(channel, plan, "max"));
    }

    /// Reads the second section of a recording, which lacks what the first one tells.
    ///
    /// @param asked the commands of the first section: one that the binary does not have was not
    ///   asked there, and is not missing here
    static AcceleratorFacts replayed(
            QmpChannel channel, Arch arch, boolean tellsUnavailable, Set<String> asked) {
        Pending machines = channel.send(QmpRequest.of("query-machines"));
        List<SlotModel> cpus =
                asked.contains(DEFINITIONS)
                        ? cpus(channel.send(QmpRequest.of(DEFINITIONS)))
                        : List.of();
        if (!asked.contains(CpuQuestions.COMMAND)) {
            return new AcceleratorFacts(
                    machines(machines, arch), cpus, Optional.empty(), List.of());
        }
        ExpansionPlan plan = CpuFamilies.expansionPlan(arch);
        CpuQuestions cpuQuestions = new CpuQuestions(channel, plan, "max");
        return new AcceleratorFacts(
                machines(machines, arch),
                cpus,
                cpuQuestions.result(tellsUnavailable),
                DeprecatedProperties.ask(channel, plan, "max"));
    }

    private static Machines machines(Pending reply, Arch arch) {
        return MachineReply.read(Replies.array("query-machines", reply, Set.of()), arch);
    }

    /// Old binaries of some architectures do not have the command; the first run has seen to the
    /// rest.
    private static List<SlotModel> cpus(Pending reply) {
        return CpuReply.definitions(
                Replies.array(
                        DEFINITIONS,
                        reply,
                        Set.of(Replies.GENERIC_ERROR, Replies.COMMAND_NOT_FOUND)));
    }
}
