package org.domcaps.qemu.rules;

import static org.domcaps.document.EnumKey.HOST_PASSTHROUGH_MIGRATABLE;
import static org.domcaps.document.EnumKey.MAXIMUM_MIGRATABLE;
import static org.domcaps.qemu.rules.QemuCondition.always;
import static org.domcaps.qemu.rules.QemuCondition.property;
import static org.domcaps.rule.Condition.all;
import static org.domcaps.rule.Condition.any;
import static org.domcaps.rule.Condition.not;
import static org.domcaps.rule.Rule.supported;
import static org.domcaps.rule.Rule.value;

import org.domcaps.document.Element;
import org.domcaps.document.VirtType;
import org.domcaps.qemu.rules.QemuCondition.Side;
import org.domcaps.rule.Condition;
import org.domcaps.rule.Rule;

import java.util.List;

/// The four modes of `<cpu>`; what host-model and custom hold is computed in `org.domcaps.cpu`.
final class CpuModeRules {

    private CpuModeRules() {}

    static List<Rule<Situation>> rows() {
        // These machines came before CPU models; only under KVM do they refuse them.
        Condition<Situation> knowsModels =
                not(
                        all(
                                new QemuCondition.Machine(MachineKind.OLD_S390, Side.BINARY),
                                new QemuCondition.Virt(VirtType.KVM)));
        return List.of(
                supported(
                        Element.HOST_PASSTHROUGH,
                        all(
                                not(new QemuCondition.Virt(VirtType.QEMU)),
                                new QemuCondition.Native())),
                value(
                        HOST_PASSTHROUGH_MIGRATABLE,
                        "on",
                        any(
                                property("max-x86_64-cpu", "migratable"),
                                property("max-arm-cpu", "migratable"))),
                value(HOST_PASSTHROUGH_MIGRATABLE, "off", always()),
                supported(Element.MAXIMUM, all(knowsModels, new QemuCondition.CpuListed("max"))),
                value(MAXIMUM_MIGRATABLE, "on", always()),
                value(MAXIMUM_MIGRATABLE, "off", always()),
                supported(Element.HOST_MODEL, all(knowsModels, new QemuCondition.HostModelFound())),
                supported(Element.CUSTOM, all(knowsModels, new QemuCondition.CpuModelsFound())));
    }
}
