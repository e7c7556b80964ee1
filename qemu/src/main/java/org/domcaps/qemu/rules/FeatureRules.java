package org.domcaps.qemu.rules;

import static org.domcaps.document.EnumKey.GIC_VERSION;
import static org.domcaps.document.EnumKey.HYPERV_FEATURES;
import static org.domcaps.document.EnumKey.LAUNCH_SECURITY_SECTYPE;
import static org.domcaps.qemu.rules.QemuCondition.always;
import static org.domcaps.qemu.rules.QemuCondition.host;
import static org.domcaps.qemu.rules.QemuCondition.property;
import static org.domcaps.qemu.rules.QemuCondition.schema;
import static org.domcaps.qemu.rules.QemuCondition.type;
import static org.domcaps.rule.Condition.all;
import static org.domcaps.rule.Condition.any;
import static org.domcaps.rule.Condition.anyOf;
import static org.domcaps.rule.Rule.reported;
import static org.domcaps.rule.Rule.supported;
import static org.domcaps.rule.Rule.value;

import org.domcaps.document.Arch;
import org.domcaps.document.Element;
import org.domcaps.document.EnumValue;
import org.domcaps.document.VirtType;
import org.domcaps.qemu.Question.OptionParameter;
import org.domcaps.qemu.rules.QemuCondition.Side;
import org.domcaps.rule.Condition;
import org.domcaps.rule.Rule;

import java.util.ArrayList;
import java.util.List;

/// The children of `<features>`.
final class FeatureRules {

    private FeatureRules() {}

    static List<Rule<Situation>> rows() {
        List<Rule<Situation>> rows = new ArrayList<>(50);
        plain(rows);
        confidential(rows);
        hyperv(rows);
        return rows;
    }

    private static void plain(List<Rule<Situation>> rows) {
        Condition<Situation> armVirt = new QemuCondition.Machine(MachineKind.ARM_VIRT, Side.GUEST);
        rows.add(supported(Element.GIC, anyOf(GIC_VERSION)));
        rows.add(value(GIC_VERSION, "2", all(armVirt, new QemuCondition.Gic(2))));
        rows.add(value(GIC_VERSION, "3", all(armVirt, new QemuCondition.Gic(3))));
        rows.add(supported(Element.VMCOREINFO, type("vmcoreinfo")));
        rows.add(supported(Element.GENID, type("vmgenid")));
        rows.add(supported(Element.BACKING_STORE_INPUT, always()));
        Condition<Situation> bitmaps =
                schema("migrate-set-parameters/arg-type/block-bitmap-mapping/bitmaps/transform");
        rows.add(supported(Element.BACKUP, all(schema("blockdev-reopen"), bitmaps)).until(12, 0));
        // Every QEMU that these releases accept can do it.
        rows.add(supported(Element.BACKUP, always()).since(12, 0));
        rows.add(
                supported(
                        Element.ASYNC_TEARDOWN,
                        new QemuCondition.Qemu(new OptionParameter("run-with", "async-teardown"))));
        rows.add(
                supported(
                        Element.PS2,
                        all(
                                property("generic-pc-machine", "i8042"),
                                any(
                                        new QemuCondition.Machine(MachineKind.I440FX, Side.GUEST),
                                        new QemuCondition.Machine(MachineKind.Q35, Side.GUEST),
                                        new QemuCondition.Machine(MachineKind.XENFV, Side.GUEST),
                                        new QemuCondition.Machine(
                                                MachineKind.ISAPC, Side.GUEST)))));
    }

    private static void confidential(List<Rule<Situation>> rows) {
        Condition<Situation> s390 = new QemuCondition.Family(Arch.Family.S390, Side.BINARY);
        Condition<Situation> s390PvGuest =
                all(type("s390-pv-guest"), property("none-machine", "confidential-guest-support"));
        Condition<Situation> tdxGuest = type("tdx-guest");
        // 11.10 stopped claiming trust domains where KVM does not offer them.
        Condition<Situation> tdxVm = all(tdxGuest, host(HostFact.TDX_VM_TYPE));
        // Libvirt asks whether the host protects any kind of guest, so a host with SEV passes too;
        // since 11.10 the VM type keeps the answer right.
        Condition<Situation> kvmX86 =
                all(
                        new QemuCondition.GuestArch(Arch.X86_64),
                        new QemuCondition.Virt(VirtType.KVM),
                        any(host(HostFact.TDX_ENABLED), host(HostFact.SEV_ENABLED)));
        rows.add(reported(Element.S390_PV, s390).until(12, 1));
        rows.add(reported(Element.S390_PV, always()).since(12, 1));
        rows.add(supported(Element.S390_PV, all(s390, s390PvGuest, host(HostFact.SECURE_GUEST))));
        rows.add(supported(Element.TDX, all(kvmX86, tdxGuest)).until(11, 10));
        rows.add(supported(Element.TDX, all(kvmX86, tdxVm)).since(11, 10));
        rows.add(supported(Element.SEV, new QemuCondition.SevTold()));
        rows.add(supported(Element.SGX, new QemuCondition.SgxTold()));
        rows.add(supported(Element.LAUNCH_SECURITY, anyOf(LAUNCH_SECURITY_SECTYPE)));
        rows.add(
                value(
                        LAUNCH_SECURITY_SECTYPE,
                        "sev",
                        all(type("sev-guest"), new QemuCondition.SevTold())));
        rows.add(
                value(
                        LAUNCH_SECURITY_SECTYPE,
                        "sev-snp",
                        all(type("sev-snp-guest"), new QemuCondition.SevTold())));
        rows.add(value(LAUNCH_SECURITY_SECTYPE, "s390-pv", s390PvGuest));
        rows.add(value(LAUNCH_SECURITY_SECTYPE, "tdx", tdxGuest).since(11, 9).until(11, 10));
        rows.add(value(LAUNCH_SECURITY_SECTYPE, "tdx", tdxVm).since(11, 10));
    }

    private static void hyperv(List<Rule<Situation>> rows) {
        rows.add(reported(Element.HYPERV, new QemuCondition.AnyEnlightenment()));
        rows.add(supported(Element.HYPERV, new QemuCondition.AnyEnlightenment()));
        for (EnumValue feature : HYPERV_FEATURES.possibleValues()) {
            rows.add(
                    value(
                            HYPERV_FEATURES,
                            feature.name(),
                            new QemuCondition.Enlightenment(feature.name())));
        }
    }
}
