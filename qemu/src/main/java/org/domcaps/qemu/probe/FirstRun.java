package org.domcaps.qemu.probe;

import static org.domcaps.qemu.probe.Replies.COMMAND_NOT_FOUND;
import static org.domcaps.qemu.probe.Replies.DEVICE_NOT_FOUND;
import static org.domcaps.qemu.probe.Replies.GENERIC_ERROR;
import static org.domcaps.qemu.qmp.ReplayChannel.NOT_RECORDED;

import org.domcaps.cpu.Expansion;
import org.domcaps.cpu.SlotModel;
import org.domcaps.document.Arch;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.JsonString;
import org.domcaps.qemu.Accelerator;
import org.domcaps.qemu.AcceleratorFacts;
import org.domcaps.qemu.Answers;
import org.domcaps.qemu.Enlightenments;
import org.domcaps.qemu.GicVersion;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.QemuVersion;
import org.domcaps.qemu.Question;
import org.domcaps.qemu.qmp.QmpChannel;
import org.domcaps.qemu.qmp.QmpChannel.Pending;
import org.domcaps.qemu.qmp.QmpException;
import org.domcaps.qemu.qmp.QmpRequest;
import org.domcaps.qemu.rules.Catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The conversation with the accelerated QEMU.
///
/// Requests go out ahead of the replies, in two batches: those that every QEMU gets, and, as soon
/// as the architecture is known, those that depend on it. A request that does not concern a binary
/// costs nothing, because QEMU refuses it at once and nobody looks at the reply; so nothing waits
/// for an answer that says whether to ask.
final class FirstRun {

    private static final Set<String> NONE = Set.of();

    private final QmpChannel channel;
    private final Predicate<Arch> hvf;
    private final Map<String, Pending> pending = new LinkedHashMap<>();

    private FirstRun(QmpChannel channel, Predicate<Arch> hvf) {
        this.channel = channel;
        this.hvf = hvf;
    }

    /// Holds the conversation with a QEMU on a host without Hypervisor.framework.
    ///
    /// @throws org.domcaps.qemu.qmp.QmpException as the other
    static QemuFacts of(QmpChannel channel) {
        return of(channel, _ -> false);
    }

    /// Holds the conversation.
    ///
    /// @param hvf whether the host's Hypervisor.framework runs guests of what the binary emulates
    /// @throws org.domcaps.qemu.qmp.QmpException if it breaks, or an answer that is needed does not
    ///   come
    static QemuFacts of(QmpChannel channel, Predicate<Arch> hvf) {
        return new FirstRun(channel, hvf).run();
    }

    private void send(String command) {
        pending.put(command, channel.send(QmpRequest.of(command)));
    }

    private Pending taken(String command) {
        return pending.get(command);
    }

    private QemuFacts run() {
        // First what is needed first. The list of types makes QEMU load its modules, and only then
        // do options and
        // devices that live in modules show up, so what depends on them comes after it. The schema
        // keeps QEMU busy
        // for longest and depends on nothing.
        for (String command :
                List.of(
                        "qmp_capabilities",
                        "query-target",
                        "query-version",
                        "query-kvm",
                        "query-accelerators",
                        "qom-list-types",
                        "query-cpu-definitions",
                        "query-machines",
                        "query-tpm-models",
                        "query-tpm-types",
                        "query-command-line-options",
                        "query-gic-capabilities",
                        "query-sev-capabilities",
                        "query-sgx-capabilities",
                        "query-qmp-schema")) {
            send(command);
        }
        Map<String, Pending> properties = new LinkedHashMap<>();
        for (String type : propertyTypes()) {
            properties.put(
                    type, channel.send(QmpRequest.of("qom-list-properties", "typename", type)));
        }
        Replies.value("qmp_capabilities", taken("qmp_capabilities"), NONE);
        Arch arch = arch();
        Optional<String> accelerator = namedAccelerator();
        boolean knownTcg = accelerator.filter(Accelerator.TCG.qemuName()::equals).isPresent();
        CpuQuestions cpuQuestions = new CpuQuestions(channel, arch, knownTcg ? "max" : "host");
        Optional<Pending> hyperv =
                knownTcg
                        ? Optional.empty()
                        : Optional.of(
                                channel.send(
                                        CpuQuestions.expand(
                                                "full", CpuQuestions.unmigratable("host", true))));
        return facts(arch, hardware(arch, accelerator), cpuQuestions, hyperv, properties);
    }

    /// The types whose properties some rule looks at, and those whose properties tell how CPUs are
    /// asked about.
    static Set<String> propertyTypes() {
        Set<String> types = new LinkedHashSet<>(CpuQuestions.MAX_TYPES);
        for (Question question : Catalogue.instance().questions()) {
            if (question instanceof Question.PropertyExists(String type, _)) {
                types.add(type);
            }
        }
        return types;
    }

    private Arch arch() {
        JsonObject reply =
                Replies.object("query-target", taken("query-target"), NONE).orElseThrow();
        String target = Replies.requireString("query-target", reply, "arch");
        return Arch.fromQemu(target)
                .orElseThrow(() -> new QmpException("Unknown QEMU arch " + target));
    }

    private QemuFacts facts(
            Arch arch,
            Optional<Accelerator> hardware,
            CpuQuestions cpuQuestions,
            Optional<Pending> hyperv,
            Map<String, Pending> properties) {
        QemuVersion version = version();
        List<JsonValue> schemaReply =
                Replies.array("query-qmp-schema", taken("query-qmp-schema"), NONE);
        SchemaIndex schema = new SchemaIndex(schemaReply);
        Set<String> types =
                names(
                        "qom-list-types",
                        Replies.array("qom-list-types", taken("qom-list-types"), NONE));
        boolean expands = schema.has(CpuQuestions.COMMAND);

        AnswerFinder finder = new AnswerFinder(schema, types);
        properties.forEach(
                (type, reply) -> finder.properties(type, readProperties(type, reply, types, arch)));
        finder.options(
                Replies.array(
                        "query-command-line-options", taken("query-command-line-options"), NONE));
        readTpm(finder);
        Answers answers = finder.answers();

        boolean tellsUnavailable =
                finder.hasProperty("max-x86_64-cpu", "unavailable-features")
                        || finder.hasProperty("max-arm-cpu", "unavailable-features");
        List<SlotModel> cpus = schema.has("query-cpu-definitions") ? definitions() : List.of();
        Optional<Expansion> hostCpu =
                expands ? cpuQuestions.result(tellsUnavailable) : Optional.empty();
        AcceleratorFacts slot =
                new AcceleratorFacts(
                        MachineReply.read(
                                Replies.array("query-machines", taken("query-machines"), NONE),
                                arch),
                        cpus,
                        hostCpu,
                        expands ? DeprecatedProperties.ask(channel, arch, "host") : List.of());
        return new QemuFacts(
                version,
                arch,
                hardware,
                types.contains("tcg-accel"),
                tellsUnavailable,
                answers,
                Map.of(hardware.orElse(Accelerator.TCG), slot),
                gic(arch),
                types.contains("sev-guest") || types.contains("sev-snp-guest")
                        ? ConfidentialReply.sev(sevReply())
                        : Optional.empty(),
                types.contains("sgx-epc") ? ConfidentialReply.sgx(sgxReply()) : Optional.empty(),
                expands ? enlightenments(arch, hyperv) : Enlightenments.NONE);
    }

    /// An emulator without the command for models has no TPM; one with an empty list may still have
    /// back ends.
    private void readTpm(AnswerFinder finder) {
        // Libvirt no longer asks since 12.0, so newer recordings lack the answers.
        Set<String> refusals = Set.of(COMMAND_NOT_FOUND, NOT_RECORDED);
        Optional<JsonValue> models =
                Replies.value("query-tpm-models", taken("query-tpm-models"), refusals);
        if (models.isPresent()) {
            finder.tpm(
                    Replies.array("query-tpm-models", taken("query-tpm-models"), refusals),
                    Replies.array("query-tpm-types", taken("query-tpm-types"), refusals));
        }
    }

    private QemuVersion version() {
        JsonObject reply =
                Replies.object("query-version", taken("query-version"), NONE).orElseThrow();
        JsonObject numbers =
                reply.findObject("qemu")
                        .orElseThrow(() ->
                                Replies.malformed("query-version", "it lacks the object 'qemu'"));
        return new QemuVersion(
                Replies.requireInt("query-version", numbers, "major"),
                Replies.requireInt("query-version", numbers, "minor"),
                Replies.requireInt("query-version", numbers, "micro"));
    }

    /// The accelerator that QEMU 10.2 and later name themselves. Where it is TCG, libvirt asks
    /// about TCG's own `max` CPU and not about enlightenments; older QEMU does not say, and then it
    /// asks for `host` even where there is none.
    private Optional<String> namedAccelerator() {
        return Replies.object(
                        "query-accelerators",
                        taken("query-accelerators"),
                        Set.of(COMMAND_NOT_FOUND, NOT_RECORDED))
                .flatMap(reply -> reply.findString("enabled"));
    }

    /// The hardware accelerator in use. QEMU that does not name it only tells about KVM; what else
    /// there is on a host, it uses.
    private Optional<Accelerator> hardware(Arch arch, Optional<String> accelerator) {
        if (accelerator.isPresent()) {
            return Accelerator.find(accelerator.get()).filter(found -> found != Accelerator.TCG);
        }
        JsonObject kvm = Replies.object("query-kvm", taken("query-kvm"), NONE).orElseThrow();
        if (Replies.requireBoolean("query-kvm", kvm, "present")
                && Replies.requireBoolean("query-kvm", kvm, "enabled")) {
            return Optional.of(Accelerator.KVM);
        }
        return hvf.test(arch) ? Optional.of(Accelerator.HVF) : Optional.empty();
    }

    private static Set<String> readProperties(
            String type, Pending reply, Set<String> types, Arch arch) {
        boolean concerns =
                switch (type) {
                    case "none-machine" -> true;
                    case "generic-pc-machine" -> arch.family() == Arch.Family.X86;
                    default -> types.contains(type);
                };
        if (!concerns) {
            return Set.of();
        }
        return names(
                "qom-list-properties",
                Replies.array(
                        "qom-list-properties", reply, Set.of(DEVICE_NOT_FOUND, COMMAND_NOT_FOUND)));
    }

    private List<SlotModel> definitions() {
        return CpuReply.definitions(
                Replies.array(
                        "query-cpu-definitions",
                        taken("query-cpu-definitions"),
                        Set.of(GENERIC_ERROR)));
    }

    private List<GicVersion> gic(Arch arch) {
        if (arch != Arch.AARCH64 && arch != Arch.ARMV6L && arch != Arch.ARMV7L) {
            return List.of();
        }
        String command = "query-gic-capabilities";
        List<GicVersion> versions = new ArrayList<>();
        for (JsonValue item : Replies.array(command, taken(command), Set.of(COMMAND_NOT_FOUND))) {
            if (!(item instanceof JsonObject entry)) {
                throw Replies.malformed(command, "an entry is no object");
            }
            versions.add(
                    new GicVersion(
                            Replies.requireInt(command, entry, "version"),
                            Replies.requireBoolean(command, entry, "kernel"),
                            Replies.requireBoolean(command, entry, "emulated")));
        }
        return versions;
    }

    private Optional<JsonObject> sevReply() {
        return Replies.object(
                "query-sev-capabilities", taken("query-sev-capabilities"), Set.of(GENERIC_ERROR));
    }

    private Optional<JsonObject> sgxReply() {
        return Replies.object(
                "query-sgx-capabilities", taken("query-sgx-capabilities"), Set.of(GENERIC_ERROR));
    }

    private static Enlightenments enlightenments(Arch arch, Optional<Pending> hyperv) {
        boolean asked = arch.family() == Arch.Family.X86 || arch.family() == Arch.Family.ARM;
        if (!asked || hyperv.isEmpty()) {
            return Enlightenments.NONE;
        }
        // Recordings of releases that did not ask this lack the answer.
        return Replies.object(
                        CpuQuestions.COMMAND,
                        hyperv.get(),
                        Set.of(GENERIC_ERROR, COMMAND_NOT_FOUND, NOT_RECORDED))
                .map(reply -> new Enlightenments(CpuReply.expansion(reply, false).properties()))
                .orElse(Enlightenments.NONE);
    }

    static Set<String> names(String command, List<JsonValue> reply) {
        Set<String> names = HashSet.newHashSet(reply.size());
        for (JsonValue item : reply) {
            if (item instanceof JsonObject entry) {
                names.add(Replies.requireString(command, entry, "name"));
            } else if (item instanceof JsonString(String name)) {
                names.add(name);
            }
        }
        return names;
    }
}
