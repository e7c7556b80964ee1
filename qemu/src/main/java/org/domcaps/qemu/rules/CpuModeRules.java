package org.domcaps.qemu.rules;

import static org.domcaps.document.EnumKey.HOST_PASSTHROUGH_MIGRATABLE;
import static org.domcaps.document.EnumKey.MAXIMUM_MIGRATABLE;
import static org.domcaps.qemu.rules.Condition.all;
import static org.domcaps.qemu.rules.Condition.always;
import static org.domcaps.qemu.rules.Condition.any;
import static org.domcaps.qemu.rules.Condition.not;
import static org.domcaps.qemu.rules.Condition.property;
import static org.domcaps.qemu.rules.Rule.supported;
import static org.domcaps.qemu.rules.Rule.value;

import org.domcaps.document.Element;
import org.domcaps.document.VirtType;
import org.domcaps.qemu.rules.Condition.Side;

import java.util.List;

/// The four modes of `<cpu>`; what host-model and custom hold is computed in `org.domcaps.cpu`.
final class CpuModeRules {

    private CpuModeRules() {}

    static List<Rule> rows() {
        // These machines came before CPU models; only under KVM do they refuse them.
        Condition knowsModels =
                not(
                        all(
                                new Condition.Machine(MachineKind.OLD_S390, Side.BINARY),
                                new Condition.Virt(VirtType.KVM)));
        return List.of(
                supported(
                        Element.HOST_PASSTHROUGH,
                        all(not(new Condition.Virt(VirtType.QEMU)), new Condition.Native())),
                value(
                        HOST_PASSTHROUGH_MIGRATABLE,
                        "on",
                        any(
                                property("max-x86_64-cpu", "migratable"),
                                property("max-arm-cpu", "migratable"))),
                value(HOST_PASSTHROUGH_MIGRATABLE, "off", always()),
                supported(Element.MAXIMUM, all(knowsModels, new Condition.CpuListed("max"))),
                value(MAXIMUM_MIGRATABLE, "on", always()),
                value(MAXIMUM_MIGRATABLE, "off", always()),
                supported(Element.HOST_MODEL, all(knowsModels, new Condition.HostModelFound())),
                supported(Element.CUSTOM, all(knowsModels, new Condition.CpuModelsFound())));
    }
}
