package org.domcaps.qemu.rules;

import org.domcaps.driver.explain.Observation.Source;
import org.domcaps.qemu.Question;
import org.domcaps.qemu.rules.QemuCondition.Side;
import org.domcaps.rule.Evidence;

import java.util.ArrayList;
import java.util.List;

/// Where somebody can look to see whether what the rules ask for is so.
final class Places {

    private static final String EXPANSION = "query-cpu-model-expansion";

    private Places() {}

    /// Everything that a fact is read from, in a fixed order.
    static List<Evidence> of(QemuCondition condition) {
        return switch (condition) {
            case QemuCondition.Qemu(Question question) -> List.of(answer(question));
            case QemuCondition.Host(HostFact fact) -> host(fact);
            case QemuCondition.Firmware(FirmwareFact fact) -> List.of(firmware(fact));
            case QemuCondition.Machine(MachineKind kind, Side side) ->
                    List.of(new Evidence(Source.REQUEST, "machine", kind.words()), arch(side));
            case QemuCondition.Family(_, Side side) -> List.of(arch(side));
            case QemuCondition.GuestArch _ -> List.of(arch(Side.GUEST));
            case QemuCondition.Virt(var type) ->
                    List.of(new Evidence(Source.REQUEST, "virt type", type.xmlName()));
            case QemuCondition.Native() ->
                    List.of(
                            arch(Side.BINARY),
                            new Evidence(Source.HOST, "/proc/sys/kernel/arch", ""));
            case QemuCondition.CpuListed(String name) ->
                    List.of(qmp("query-cpu-definitions", "name " + name));
            case QemuCondition.HostModelFound() -> List.of(qmp(EXPANSION, "model host or max"));
            case QemuCondition.CpuModelsFound() -> List.of(qmp("query-cpu-definitions", "name"));
            case QemuCondition.Gic(int version) ->
                    List.of(qmp("query-gic-capabilities", "version " + version));
            case QemuCondition.Enlightenment(String name) ->
                    List.of(qmp(EXPANSION, "property hv-" + name.replace('_', '-')));
            case QemuCondition.AnyEnlightenment() -> List.of(qmp(EXPANSION, "properties hv-…"));
            case QemuCondition.SevTold() -> List.of(qmp("query-sev-capabilities", ""));
            case QemuCondition.SgxTold() -> List.of(qmp("query-sgx-capabilities", "sections"));
        };
    }

    private static Evidence qmp(String command, String detail) {
        return new Evidence(Source.EMULATOR, command, detail);
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
