package org.domcaps.qemu.rules;

import org.domcaps.qemu.Question;
import org.domcaps.qemu.rules.Condition.Side;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Where somebody can look to see whether a condition holds.
///
/// @param source what kind of place it is
/// @param place the place: a QMP command, a file, node or program of the host, the firmware
///   descriptors, a part of the request, or an enum of the document itself
/// @param detail what to look for there; empty text if the place says it all
public record Evidence(Source source, String place, String detail) {

    /// Kinds of places.
    public enum Source {
        /// A reply of the emulator.
        QMP,
        /// A file, node, program or register of the host.
        HOST,
        /// The firmware descriptors of the host.
        FIRMWARE,
        /// What was asked for.
        REQUEST,
        /// Another part of the document.
        DOCUMENT
    }

    private static final String EXPANSION = "query-cpu-model-expansion";

    /// Checks.
    public Evidence {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(detail, "detail");
    }

    /// Everything that a condition looks at, each once, in the order of the condition. Nothing for
    /// a condition that always holds.
    public static List<Evidence> of(Condition condition) {
        Set<Evidence> found = new LinkedHashSet<>();
        collect(condition, found);
        return List.copyOf(found);
    }

    private static void collect(Condition condition, Set<Evidence> into) {
        switch (condition) {
            case Condition.Always() -> {
                // Nothing to look at.
            }
            case Condition.Not(Condition inner) -> collect(inner, into);
            case Condition.All(List<Condition> parts) -> parts.forEach(part -> collect(part, into));
            case Condition.Any(List<Condition> parts) -> parts.forEach(part -> collect(part, into));
            case Condition.Qemu(Question question) -> into.add(answer(question));
            case Condition.Host(HostFact fact) -> into.addAll(host(fact));
            case Condition.Firmware(FirmwareFact fact) -> into.add(firmware(fact));
            case Condition.Machine(MachineKind kind, Side side) -> {
                into.add(new Evidence(Source.REQUEST, "machine", kind.words()));
                into.add(arch(side));
            }
            case Condition.Family(_, Side side) -> into.add(arch(side));
            case Condition.GuestArch _ -> into.add(arch(Side.GUEST));
            case Condition.Virt(var type) ->
                    into.add(new Evidence(Source.REQUEST, "virt type", type.xmlName()));
            case Condition.Native() -> {
                into.add(arch(Side.BINARY));
                into.add(new Evidence(Source.HOST, "/proc/sys/kernel/arch", ""));
            }
            case Condition.CpuListed(String name) ->
                    into.add(qmp("query-cpu-definitions", "name " + name));
            case Condition.HostModelFound() -> into.add(qmp(EXPANSION, "model host or max"));
            case Condition.CpuModelsFound() -> into.add(qmp("query-cpu-definitions", "name"));
            case Condition.Gic(int version) ->
                    into.add(qmp("query-gic-capabilities", "version " + version));
            case Condition.Enlightenment(String name) ->
                    into.add(qmp(EXPANSION, "property hv-" + name.replace('_', '-')));
            case Condition.AnyEnlightenment() -> into.add(qmp(EXPANSION, "properties hv-…"));
            case Condition.SevTold() -> into.add(qmp("query-sev-capabilities", ""));
            case Condition.SgxTold() -> into.add(qmp("query-sgx-capabilities", "sections"));
            case Condition.AnyOf(var key) ->
                    into.add(new Evidence(Source.DOCUMENT, key.path(), "any value"));
        }
    }

    private static Evidence qmp(String command, String detail) {
        return new Evidence(Source.QMP, command, detail);
    }

    private static Evidence arch(Side side) {
        return switch (side) {
            case BINARY -> qmp("query-target", "arch");
            case GUEST -> new Evidence(Source.REQUEST, "arch", "");
        };
    }

    private static Evidence answer(Question question) {
        return qmp(
                question.command(),
                switch (question) {
                    case Question.TypeExists(String type) -> "name " + type;
                    case Question.PropertyExists(String type, String property) ->
                            "typename " + type + ", name " + property;
                    case Question.SchemaPath(String path) -> "path " + path;
                    case Question.OptionExists(String option) -> "option " + option;
                    case Question.OptionParameter(String option, String parameter) ->
                            "option " + option + ", parameter " + parameter;
                    case Question.TpmModelListed(String model) -> model;
                    case Question.TpmTypeListed(String type) -> type;
                });
    }

    private static Evidence firmware(FirmwareFact fact) {
        String detail =
                switch (fact) {
                    case BIOS -> "interface-types: bios";
                    case EFI -> "interface-types: uefi";
                    case REQUIRES_SMM -> "features: requires-smm";
                    case SECURE_BOOT, NO_SECURE_BOOT -> "features: secure-boot";
                    case ENROLLED_KEYS, NO_ENROLLED_KEYS -> "features: enrolled-keys";
                    case VARSTORE_TEMPLATE -> "mapping: uefi-vars.template";
                };
        return new Evidence(Source.FIRMWARE, "qemu/firmware/*.json", detail);
    }

    private static List<Evidence> host(HostFact fact) {
        return switch (fact) {
            case VFIO -> places("/sys/kernel/iommu_groups", "/dev/vfio/vfio");
            case IOMMUFD -> places("/dev/iommu");
            case SWTPM -> places("swtpm", "swtpm_setup", "swtpm_ioctl");
            case SWTPM_1_2 -> swtpm("tpm-1.2");
            case SWTPM_2_0 -> swtpm("tpm-2.0");
            case RDP_HELPER -> places("qemu-rdp");
            case SECURE_GUEST -> {
                List<Evidence> both = places("/sys/firmware/uv");
                both.add(new Evidence(Source.HOST, "/proc/cmdline", "prot_virt"));
                yield both;
            }
            case TDX_VM_TYPE ->
                    List.of(new Evidence(Source.HOST, "/dev/kvm", "KVM_CAP_VM_TYPES, bit 5"));
            case TDX_ENABLED ->
                    List.of(new Evidence(Source.HOST, "/sys/module/kvm_intel/parameters/tdx", "Y"));
            case SEV_ENABLED -> places("/sys/module/kvm_amd/parameters/sev", "/dev/sev");
        };
    }

    private static List<Evidence> swtpm(String feature) {
        return List.of(new Evidence(Source.HOST, "swtpm_setup --print-capabilities", feature));
    }

    private static List<Evidence> places(String... names) {
        List<Evidence> found = new ArrayList<>(names.length);
        for (String name : names) {
            found.add(new Evidence(Source.HOST, name, ""));
        }
        return found;
    }
}
