package org.domcaps.rpc.server;

import org.domcaps.rpc.message.Arguments;
import org.domcaps.rpc.message.EmulatorChoice;
import org.domcaps.rpc.message.Feature;
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
    /// @param uri what the connection is called
    /// @throws org.domcaps.rpc.xdr.XdrException if the arguments cannot be read
    Work prepare(Procedure procedure, byte[] arguments, String uri) {
        XdrReader in = new XdrReader(arguments);
        return switch (procedure) {
            case CONNECT_GET_TYPE -> text(host.type());
            case CONNECT_GET_URI -> text(uri);
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
            default -> objects(procedure, in);
        };
    }

    /// Calls about objects, of which there are none.
    private static Work objects(Procedure procedure, XdrReader in) {
        return switch (procedure) {
            case CONNECT_LIST_ALL_DOMAINS,
                    CONNECT_LIST_ALL_STORAGE_POOLS,
                    CONNECT_LIST_ALL_NETWORKS,
                    CONNECT_LIST_ALL_INTERFACES,
                    CONNECT_LIST_ALL_NODE_DEVICES,
                    CONNECT_LIST_ALL_NWFILTERS,
                    CONNECT_LIST_ALL_NWFILTER_BINDINGS,
                    CONNECT_LIST_ALL_SECRETS -> {
                Arguments.ListAll.read(in);
                yield new Work.Done(new Result.NoObjects());
            }
            case CONNECT_NUM_OF_DOMAINS,
                    CONNECT_NUM_OF_DEFINED_DOMAINS,
                    CONNECT_NUM_OF_NETWORKS,
                    CONNECT_NUM_OF_DEFINED_NETWORKS,
                    CONNECT_NUM_OF_STORAGE_POOLS,
                    CONNECT_NUM_OF_DEFINED_STORAGE_POOLS,
                    CONNECT_NUM_OF_INTERFACES,
                    CONNECT_NUM_OF_DEFINED_INTERFACES,
                    CONNECT_NUM_OF_NWFILTERS,
                    CONNECT_NUM_OF_SECRETS ->
                    new Work.Done(new Result.Number(0));
            case CONNECT_LIST_DOMAINS,
                    CONNECT_LIST_DEFINED_DOMAINS,
                    CONNECT_LIST_NETWORKS,
                    CONNECT_LIST_DEFINED_NETWORKS,
                    CONNECT_LIST_STORAGE_POOLS,
                    CONNECT_LIST_DEFINED_STORAGE_POOLS,
                    CONNECT_LIST_INTERFACES,
                    CONNECT_LIST_DEFINED_INTERFACES,
                    CONNECT_LIST_NWFILTERS,
                    CONNECT_LIST_SECRETS -> {
                Arguments.Number.read(in);
                yield new Work.Done(new Result.NoRecords());
            }
            case NODE_NUM_OF_DEVICES -> {
                Arguments.DeviceCount.read(in);
                yield new Work.Done(new Result.Number(0));
            }
            case NODE_LIST_DEVICES -> {
                Arguments.DeviceNames.read(in);
                yield new Work.Done(new Result.NoRecords());
            }
            case CONNECT_GET_ALL_DOMAIN_STATS -> new Work.Done(new Result.NoRecords());
            default -> new Work.Failed(Refusals.notSupported(procedure));
        };
    }

    private static Work text(String text) {
        return new Work.Done(new Result.Text(text));
    }

    private static Work asked(Procedure procedure, String about, Supplier<Result> answer) {
        return new Work.Asked(() -> new Work.Answer(answer.get(), true), isKept(procedure), about);
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

    /// One argument for a log line, in quotes and short, because it is a stranger's text.
    private static String describe(String name, Optional<String> value) {
        return value.isEmpty() ? "" : name + "=" + LogText.quoted(value.get());
    }
}
