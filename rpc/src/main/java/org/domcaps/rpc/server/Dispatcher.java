package org.domcaps.rpc.server;

import org.domcaps.driver.ErrorDomain;
import org.domcaps.rpc.message.Arguments;
import org.domcaps.rpc.message.EmulatorChoice;
import org.domcaps.rpc.message.Feature;
import org.domcaps.rpc.message.Payload;
import org.domcaps.rpc.message.Procedure;
import org.domcaps.rpc.message.Result;
import org.domcaps.rpc.xdr.XdrReader;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Finds out what a call on an open connection wants: reads its arguments, and asks nobody yet.
///
/// Opening, closing and authentication are matters of [Session].
final class Dispatcher {

    private final HostAnswers host;

    Dispatcher(HostAnswers host) {
        this.host = host;
    }

    /// Whether the same call always has the same answer, as long as the stamp is the same. Only
    /// those are looked up before their arguments are read.
    static boolean isKept(Procedure procedure) {
        return switch (procedure) {
            case CONNECT_GET_DOMAIN_CAPABILITIES,
                    CONNECT_GET_CAPABILITIES,
                    CONNECT_GET_VERSION,
                    CONNECT_GET_CPU_MODEL_NAMES,
                    CONNECT_COMPARE_CPU,
                    CONNECT_COMPARE_HYPERVISOR_CPU,
                    CONNECT_BASELINE_CPU,
                    CONNECT_BASELINE_HYPERVISOR_CPU ->
                    true;
            default -> false;
        };
    }

    /// What a call wants.
    ///
    /// @param opened what the connection has
    /// @throws org.domcaps.rpc.xdr.XdrException if the arguments cannot be read
    Work prepare(Procedure procedure, byte[] arguments, Opened opened) {
        XdrReader in = new XdrReader(arguments);
        return switch (procedure) {
            case CONNECT_GET_TYPE -> text(host.type());
            case CONNECT_GET_URI -> text(opened.uri());
            case CONNECT_GET_LIB_VERSION -> new Work.Done(host.libraryVersion());
            case CONNECT_IS_SECURE -> new Work.Done(new Result.Number(1));
            case CONNECT_SUPPORTS_FEATURE -> new Work.Done(feature(Arguments.Number.read(in)));
            case CONNECT_REGISTER_CLOSE_CALLBACK, CONNECT_UNREGISTER_CLOSE_CALLBACK ->
                    new Work.Done(new Result.Nothing());
            case CONNECT_GET_VERSION -> asked(procedure, "", host::hypervisorVersion);
            case CONNECT_GET_HOSTNAME ->
                    asked(procedure, "", () -> new Result.Text(host.hostname()));
            case NODE_GET_INFO -> asked(procedure, "", host::nodeInfo);
            case CONNECT_GET_CAPABILITIES ->
                    new Work.Asked(this::capabilities, isKept(procedure), "");
            case CONNECT_GET_SYSINFO -> sysinfo(Arguments.Number.read(in));
            case CONNECT_GET_MAX_VCPUS -> maxVcpus(Arguments.OptionalText.read(in));
            case CONNECT_GET_CPU_MODEL_NAMES -> cpuModels(Arguments.CpuModelNames.read(in));
            case CONNECT_GET_DOMAIN_CAPABILITIES ->
                    domainCapabilities(Arguments.DomainCapabilities.read(in));
            case CONNECT_COMPARE_CPU -> compare(Arguments.CompareCpu.read(in));
            case CONNECT_COMPARE_HYPERVISOR_CPU ->
                    compareHypervisor(Arguments.CompareHypervisorCpu.read(in));
            case CONNECT_BASELINE_CPU -> baseline(Arguments.BaselineCpu.read(in));
            case CONNECT_BASELINE_HYPERVISOR_CPU ->
                    baselineHypervisor(Arguments.BaselineHypervisorCpu.read(in));
            default -> objects(procedure, in, opened);
        };
    }

    /// Calls about objects and about the state of the machine, by the part of libvirt that they
    /// belong to.
    private Work objects(Procedure procedure, XdrReader in, Opened opened) {
        if (procedure.domain() == ErrorDomain.STORAGE) {
            return StorageCalls.prepare(procedure, in, opened.storage());
        }
        return switch (procedure) {
            case NODE_GET_FREE_MEMORY,
                    NODE_GET_CELLS_FREE_MEMORY,
                    NODE_GET_FREE_PAGES,
                    NODE_GET_CPU_STATS,
                    NODE_GET_MEMORY_STATS,
                    NODE_GET_CPU_MAP ->
                    NodeCalls.prepare(procedure, in, host.node());
            default -> AbsentCalls.prepare(procedure, in, opened.events());
        };
    }

    private static Work text(String text) {
        return new Work.Done(new Result.Text(text));
    }

    private static Work asked(
            Procedure procedure, String about, Supplier<? extends Payload> answer) {
        return Work.asked(answer, isKept(procedure), about);
    }

    private Work.Answer capabilities() {
        HostAnswers.Told told = host.capabilities();
        return new Work.Answer(new Result.Text(told.text()), told.complete());
    }

    /// Only what is here: no migration, no descriptors beside messages.
    private static Result feature(Arguments.Number asked) {
        boolean supported =
                Feature.find(asked.value())
                        .map(feature ->
                                switch (feature) {
                                    case TYPED_PARAMETER_STRING,
                                            KEEPALIVE,
                                            REMOTE_EVENT_CALLBACK,
                                            REMOTE_CLOSE_CALLBACK ->
                                            true;
                                    case FD_PASSING -> false;
                                })
                        .orElse(false);
        return new Result.Number(supported ? 1 : 0);
    }

    private Work sysinfo(Arguments.Number flags) {
        return asked(
                Procedure.CONNECT_GET_SYSINFO,
                "",
                () -> new Result.Text(host.sysinfo(flags.value())));
    }

    private Work maxVcpus(Arguments.OptionalText type) {
        return asked(
                Procedure.CONNECT_GET_MAX_VCPUS,
                describe("virttype", type.text()),
                () -> new Result.Number(host.maxVcpus(type.text())));
    }

    private Work cpuModels(Arguments.CpuModelNames asked) {
        return asked(
                Procedure.CONNECT_GET_CPU_MODEL_NAMES,
                describe("arch", Optional.of(asked.arch())),
                () -> {
                    List<String> names = host.cpuModels(asked.arch(), asked.flags());
                    return new Result.CpuModelNames(
                            asked.needResults() ? names : List.of(), names.size());
                });
    }

    private Work domainCapabilities(Arguments.DomainCapabilities asked) {
        return asked(
                Procedure.CONNECT_GET_DOMAIN_CAPABILITIES,
                describe(asked.choice()),
                () -> new Result.Text(host.domainCapabilities(asked.choice(), asked.flags())));
    }

    private Work compare(Arguments.CompareCpu asked) {
        return asked(
                Procedure.CONNECT_COMPARE_CPU,
                "",
                () -> new Result.Number(host.compareCpu(asked.cpu(), asked.flags())));
    }

    private Work compareHypervisor(Arguments.CompareHypervisorCpu asked) {
        return asked(
                Procedure.CONNECT_COMPARE_HYPERVISOR_CPU,
                describe(asked.choice()),
                () ->
                        new Result.Number(
                                host.compareHypervisorCpu(
                                        asked.choice(), asked.cpu(), asked.flags())));
    }

    private Work baseline(Arguments.BaselineCpu asked) {
        return asked(
                Procedure.CONNECT_BASELINE_CPU,
                "cpus=" + asked.cpus().size(),
                () -> new Result.Text(host.baselineCpu(asked.cpus(), asked.flags())));
    }

    private Work baselineHypervisor(Arguments.BaselineHypervisorCpu asked) {
        return asked(
                Procedure.CONNECT_BASELINE_HYPERVISOR_CPU,
                "cpus=" + asked.cpus().size() + " " + describe(asked.choice()),
                () ->
                        new Result.Text(
                                host.baselineHypervisorCpu(
                                        asked.choice(), asked.cpus(), asked.flags())));
    }

    private static String describe(EmulatorChoice choice) {
        String text =
                describe("emulator", choice.emulator())
                        + describe(" arch", choice.arch())
                        + describe(" machine", choice.machine())
                        + describe(" virttype", choice.virtType());
        return text.strip();
    }

    private static String describe(String name, Optional<String> value) {
        return value.isEmpty() ? "" : LogText.field(name, value.get());
    }
}
