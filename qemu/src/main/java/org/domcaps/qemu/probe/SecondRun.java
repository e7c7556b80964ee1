package org.domcaps.qemu.probe;

import org.domcaps.cpu.SlotModel;
import org.domcaps.document.Arch;
import org.domcaps.qemu.AcceleratorFacts;
import org.domcaps.qemu.qmp.QmpChannel;
import org.domcaps.qemu.qmp.QmpChannel.Pending;
import org.domcaps.qemu.qmp.QmpRequest;

import java.util.List;
import java.util.Set;

/// The conversation with a QEMU that runs TCG alone. It takes place only beside an accelerated one.
///
/// What does not depend on the accelerator is not asked again; the few things of it that decide how
/// CPUs are asked about are asked here too, so that this run need not wait for the other.
final class SecondRun {

    private SecondRun() {}

    /// Holds the conversation with a live QEMU, which is asked for everything it takes.
    static AcceleratorFacts live(QmpChannel channel) {
        Pending capabilities = channel.send(QmpRequest.of("qmp_capabilities"));
        Pending target = channel.send(QmpRequest.of("query-target"));
        Pending definitions = channel.send(QmpRequest.of("query-cpu-definitions"));
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
        CpuQuestions cpuQuestions = new CpuQuestions(channel, arch, "max");
        boolean tellsUnavailable =
                FirstRun.names(
                                "qom-list-properties",
                                Replies.array(
                                        "qom-list-properties",
                                        properties,
                                        Set.of(Replies.DEVICE_NOT_FOUND)))
                        .contains("unavailable-features");
        return facts(channel, arch, definitions, machines, cpuQuestions, tellsUnavailable);
    }

    /// Reads the second section of a recording, which lacks what the first one tells.
    static AcceleratorFacts replayed(QmpChannel channel, Arch arch, boolean tellsUnavailable) {
        Pending definitions = channel.send(QmpRequest.of("query-cpu-definitions"));
        Pending machines = channel.send(QmpRequest.of("query-machines"));
        return facts(
                channel,
                arch,
                definitions,
                machines,
                new CpuQuestions(channel, arch, "max"),
                tellsUnavailable);
    }

    private static AcceleratorFacts facts(
            QmpChannel channel,
            Arch arch,
            Pending definitions,
            Pending machines,
            CpuQuestions cpuQuestions,
            boolean tellsUnavailable) {
        // Old binaries of some architectures have neither command; the first run has seen to the
        // rest.
        Set<String> refusals = Set.of(Replies.GENERIC_ERROR, Replies.COMMAND_NOT_FOUND);
        List<SlotModel> cpus =
                CpuReply.definitions(Replies.array("query-cpu-definitions", definitions, refusals));
        return new AcceleratorFacts(
                MachineReply.read(Replies.array("query-machines", machines, Set.of()), arch),
                cpus,
                cpuQuestions.result(tellsUnavailable),
                DeprecatedProperties.ask(channel, arch, "max"));
    }
}
