package org.domcaps.qemu.probe;

import static org.domcaps.qemu.probe.CpuQuestions.expand;
import static org.domcaps.qemu.probe.CpuQuestions.named;
import static org.domcaps.qemu.probe.CpuQuestions.unmigratable;

import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.ExpansionPlan;
import org.domcaps.cpu.ExpansionPlan.Trait;
import org.domcaps.document.Arch;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.qemu.Machines;
import org.domcaps.qemu.qmp.QmpChannel;
import org.domcaps.qemu.qmp.QmpReply;
import org.domcaps.qemu.qmp.QmpRequest;
import org.domcaps.qemu.qmp.Recording.Exchange;

import java.util.List;
import java.util.Set;

/// The conversation that libvirt 10.7 holds, question by question and in its order, and at its end
/// what only later releases ask. A recording of it serves libvirt's own tests as well as Domcaps.
///
/// Many of the questions decide nothing in the document (spec: appendix B of the QEMU part); they
/// are here for the other readers of recordings.
final class RecordingRun {

    /// A type asked for its device properties, and the types of which one must exist (empty: asked
    /// always).
    private record DeviceQuestion(String type, List<String> needs) {
        private static DeviceQuestion itself(String type) {
            return new DeviceQuestion(type, List.of(type));
        }

        private static DeviceQuestion always(String type) {
            return new DeviceQuestion(type, List.of());
        }
    }

    private static final List<String> NET =
            List.of("virtio-net-pci", "virtio-net-ccw", "virtio-net-device");
    private static final List<String> SCSI =
            List.of("virtio-scsi-pci", "virtio-scsi-ccw", "virtio-scsi-device");
    private static final List<String> GPU = List.of("virtio-gpu-pci", "virtio-gpu-device");

    private static final String SCHEMA = "query-qmp-schema";
    private static final String DEPRECATED = CpuQuestions.COMMAND + "/ret-type/deprecated-props";

    private final QmpChannel channel;
    private Set<String> types = Set.of();
    private boolean tellsDeprecated = false;

    private RecordingRun(QmpChannel channel) {
        this.channel = channel;
    }

    static void first(QmpChannel channel) {
        new RecordingRun(channel).firstRun();
    }

    /// @param first what the first run recorded
    static void second(
            QmpChannel channel, Arch arch, boolean tellsUnavailable, List<Exchange> first) {
        RecordingRun run = new RecordingRun(channel);
        for (Exchange exchange : first) {
            if (exchange.request().command().equals(SCHEMA)) {
                run.tellsDeprecated = new SchemaIndex(items(exchange.reply())).has(DEPRECATED);
            }
        }
        run.ask("qmp_capabilities");
        run.ask("query-cpu-definitions");
        run.expansions(CpuFamilies.expansionPlan(arch), "max", tellsUnavailable);
        run.ask("query-machines");
    }

    private void firstRun() {
        ask("qmp_capabilities");
        ask("query-version");
        Arch arch = arch(ask("query-target"));
        ProbePlan plan = ProbePlan.of(arch);
        SchemaIndex schema = new SchemaIndex(items(ask(SCHEMA)));
        tellsDeprecated = schema.has(DEPRECATED);
        ask("query-kvm");
        boolean knownTcg =
                schema.has("query-accelerators")
                        && ask("query-accelerators") instanceof QmpReply.Returned(JsonObject told)
                        && told.findString("enabled").filter("tcg"::equals).isPresent();
        types = FirstRun.names("qom-list-types", items(ask("qom-list-types")));
        devices();
        boolean tellsUnavailable = objects();
        Machines machines = MachineReply.read(items(ask("query-machines")), arch);
        machineProperties(machines, plan);
        if (schema.has("query-cpu-definitions")) {
            ask("query-cpu-definitions");
        }
        if (ask("query-tpm-models") instanceof QmpReply.Returned) {
            ask("query-tpm-types");
        }
        ask("query-command-line-options");
        ask("query-migrate-capabilities");
        confidential(plan);
        if (schema.has(CpuQuestions.COMMAND)) {
            expansions(plan.expansion(), knownTcg ? "max" : "host", tellsUnavailable);
            if (!knownTcg && plan.expansion().has(Trait.HYPERV)) {
                channel.ask(expand(ExpansionPlan.Type.FULL, unmigratable("host", true)));
            }
        }
    }

    private QmpReply ask(String command) {
        return channel.ask(QmpRequest.of(command));
    }

    private QmpReply askAbout(String command, String type) {
        return channel.ask(QmpRequest.of(command, "typename", type));
    }

    private static Arch arch(QmpReply reply) {
        String target =
                reply instanceof QmpReply.Returned(JsonObject told)
                        ? told.findString("arch").orElse("")
                        : "";
        return Arch.fromQemu(target).orElseThrow(() -> new UnknownTargetException(target));
    }

    private static List<JsonValue> items(QmpReply reply) {
        return reply instanceof QmpReply.Returned(JsonArray(List<JsonValue> items))
                ? items
                : List.of();
    }

    private void devices() {
        for (DeviceQuestion question : deviceQuestions()) {
            boolean concerns = question.needs().isEmpty();
            for (String type : question.needs()) {
                concerns |= types.contains(type);
            }
            if (concerns) {
                askAbout("device-list-properties", question.type());
            }
        }
    }

    private static List<DeviceQuestion> deviceQuestions() {
        return List.of(
                DeviceQuestion.always("virtio-blk-pci"),
                new DeviceQuestion("virtio-net-pci", NET),
                new DeviceQuestion("virtio-scsi-pci", SCSI),
                DeviceQuestion.itself("virtio-blk-ccw"),
                new DeviceQuestion("virtio-net-ccw", NET),
                new DeviceQuestion("virtio-scsi-ccw", SCSI),
                DeviceQuestion.itself("vfio-pci"),
                DeviceQuestion.itself("scsi-hd"),
                DeviceQuestion.itself("ide-hd"),
                DeviceQuestion.always("PIIX4_PM"),
                DeviceQuestion.itself("usb-redir"),
                DeviceQuestion.itself("usb-storage"),
                DeviceQuestion.always("kvm-pit"),
                DeviceQuestion.itself("VGA"),
                DeviceQuestion.itself("vmware-svga"),
                DeviceQuestion.itself("qxl"),
                new DeviceQuestion("virtio-gpu-pci", GPU),
                new DeviceQuestion("virtio-gpu-device", GPU),
                DeviceQuestion.always("ICH9-LPC"),
                DeviceQuestion.always("virtio-balloon-pci"),
                DeviceQuestion.always("virtio-balloon-ccw"),
                DeviceQuestion.always("virtio-balloon-device"),
                DeviceQuestion.itself("intel-iommu"),
                DeviceQuestion.itself("spapr-pci-host-bridge"),
                DeviceQuestion.itself("virtio-gpu-ccw"),
                DeviceQuestion.itself("mch"),
                DeviceQuestion.itself("nvdimm"),
                DeviceQuestion.itself("pcie-root-port"),
                DeviceQuestion.always("usb-host"),
                DeviceQuestion.itself("vhost-user-fs-device"),
                DeviceQuestion.itself("virtio-mem-pci"),
                DeviceQuestion.itself("virtio-iommu-pci"));
    }

    /// Asks for properties of object types; gives whether CPU types tell unavailable features.
    private boolean objects() {
        askAbout("qom-list-properties", "memory-backend-file");
        if (types.contains("memory-backend-memfd")) {
            askAbout("qom-list-properties", "memory-backend-memfd");
        }
        boolean tellsUnavailable = false;
        for (String type : CpuQuestions.MAX_TYPES) {
            if (types.contains(type)) {
                Set<String> properties =
                        FirstRun.names(
                                "qom-list-properties",
                                items(askAbout("qom-list-properties", type)));
                tellsUnavailable |= properties.contains("unavailable-features");
            }
        }
        return tellsUnavailable;
    }

    private void machineProperties(Machines machines, ProbePlan plan) {
        for (String family : List.of("pseries", "virt")) {
            String canonical = machines.canonical(family);
            if (machines.find(canonical).isPresent()) {
                askAbout("qom-list-properties", canonical + "-machine");
            }
        }
        askAbout("qom-list-properties", "none-machine");
        if (plan.asksPcMachine()) {
            askAbout("qom-list-properties", "generic-pc-machine");
        }
    }

    private void confidential(ProbePlan plan) {
        if (plan.asksGic()) {
            ask("query-gic-capabilities");
        }
        if (types.contains("sev-guest") || types.contains("sev-snp-guest")) {
            ask("query-sev-capabilities");
        }
        if (types.contains("sgx-epc")) {
            ask("query-sgx-capabilities");
        }
    }

    private void expansions(ExpansionPlan plan, String model, boolean tellsUnavailable) {
        boolean twice = plan.expandsTwice(tellsUnavailable);
        boolean told = expansion(plan.type(), named(model), twice);
        if (told && plan.has(Trait.UNMIGRATABLE)) {
            expansion(plan.type(), unmigratable(model, false), twice);
        }
        // Libvirt goes by the schema, which has the member for every architecture since QEMU 10.1.
        if (tellsDeprecated || plan.has(Trait.DEPRECATED)) {
            channel.ask(expand(ExpansionPlan.Type.FULL, named(model)));
        }
    }

    private boolean expansion(ExpansionPlan.Type type, JsonObject model, boolean twice) {
        QmpReply reply = channel.ask(expand(type, model));
        if (reply instanceof QmpReply.Returned(JsonObject told)) {
            if (twice) {
                channel.ask(expand(ExpansionPlan.Type.FULL, CpuReply.model(told)));
            }
            return true;
        }
        return false;
    }
}
