package org.domcaps.qemu.rules;

import static org.domcaps.document.EnumKey.GIC_VERSION;
import static org.domcaps.document.EnumKey.HYPERV_FEATURES;
import static org.domcaps.document.EnumKey.LAUNCH_SECURITY_SECTYPE;
import static org.domcaps.qemu.rules.Condition.all;
import static org.domcaps.qemu.rules.Condition.always;
import static org.domcaps.qemu.rules.Condition.any;
import static org.domcaps.qemu.rules.Condition.host;
import static org.domcaps.qemu.rules.Condition.property;
import static org.domcaps.qemu.rules.Condition.schema;
import static org.domcaps.qemu.rules.Condition.type;
import static org.domcaps.qemu.rules.Rule.reported;
import static org.domcaps.qemu.rules.Rule.supported;
import static org.domcaps.qemu.rules.Rule.value;

import org.domcaps.document.Arch;
import org.domcaps.document.Element;
import org.domcaps.document.EnumValue;
import org.domcaps.document.VirtType;
import org.domcaps.qemu.Question.OptionParameter;
import org.domcaps.qemu.rules.Condition.Side;

import java.util.ArrayList;
import java.util.List;

/// The children of `<features>`.
final class FeatureRules {

    private FeatureRules() {}

    static List<Rule> rows() {
        List<Rule> rows = new ArrayList<>(50);
        plain(rows);
        confidential(rows);
        hyperv(rows);
        return rows;
    }

    private static void plain(List<Rule> rows) {
        Condition armVirt = new Condition.Machine(MachineKind.ARM_VIRT, Side.GUEST);
        rows.add(supported(Element.GIC, new Condition.AnyOf(GIC_VERSION)));
        rows.add(value(GIC_VERSION, "2", all(armVirt, new Condition.Gic(2))));
        rows.add(value(GIC_VERSION, "3", all(armVirt, new Condition.Gic(3))));
        rows.add(supported(Element.VMCOREINFO, type("vmcoreinfo")));
        rows.add(supported(Element.GENID, type("vmgenid")));
        rows.add(supported(Element.BACKING_STORE_INPUT, always()));
        Condition bitmaps =
                schema("migrate-set-parameters/arg-type/block-bitmap-mapping/bitmaps/transform");
        rows.add(supported(Element.BACKUP, all(schema("blockdev-reopen"), bitmaps)).until(12, 0));
        // Every QEMU that these releases accept can do it.
        rows.add(supported(Element.BACKUP, always()).since(12, 0));
        rows.add(
                supported(
                        Element.ASYNC_TEARDOWN,
                        new Condition.Qemu(new OptionParameter("run-with", "async-teardown"))));
        rows.add(
                supported(
                        Element.PS2,
                        all(
                                property("generic-pc-machine", "i8042"),
                                any(
                                        new Condition.Machine(MachineKind.I440FX, Side.GUEST),
                                        new Condition.Machine(MachineKind.Q35, Side.GUEST),
                                        new Condition.Machine(MachineKind.XENFV, Side.GUEST),
                                        new Condition.Machine(MachineKind.ISAPC, Side.GUEST)))));
    }

    private static void confidential(List<Rule> rows) {
        Condition s390 = new Condition.Family(Arch.Family.S390, Side.BINARY);
        Condition s390PvGuest =
                all(type("s390-pv-guest"), property("none-machine", "confidential-guest-support"));
        Condition tdxGuest = type("tdx-guest");
        // 11.10 stopped claiming trust domains where KVM does not offer them.
        Condition tdxVm = all(tdxGuest, host(HostFact.TDX_VM_TYPE));
        // Libvirt asks whether the host protects any kind of guest, so a host with SEV passes too;
        // since 11.10 the VM type keeps the answer right.
        Condition kvmX86 =
                all(
                        new Condition.GuestArch(Arch.X86_64),
                        new Condition.Virt(VirtType.KVM),
                        any(host(HostFact.TDX_ENABLED), host(HostFact.SEV_ENABLED)));
        rows.add(reported(Element.S390_PV, s390).until(12, 1));
        rows.add(reported(Element.S390_PV, always()).since(12, 1));
        rows.add(supported(Element.S390_PV, all(s390, s390PvGuest, host(HostFact.SECURE_GUEST))));
        rows.add(supported(Element.TDX, all(kvmX86, tdxGuest)).until(11, 10));
        rows.add(supported(Element.TDX, all(kvmX86, tdxVm)).since(11, 10));
        rows.add(supported(Element.SEV, new Condition.SevTold()));
        rows.add(supported(Element.SGX, new Condition.SgxTold()));
        rows.add(supported(Element.LAUNCH_SECURITY, new Condition.AnyOf(LAUNCH_SECURITY_SECTYPE)));
        rows.add(
                value(
                        LAUNCH_SECURITY_SECTYPE,
                        "sev",
                        all(type("sev-guest"), new Condition.SevTold())));
        rows.add(
                value(
                        LAUNCH_SECURITY_SECTYPE,
                        "sev-snp",
                        all(type("sev-snp-guest"), new Condition.SevTold())));
        rows.add(value(LAUNCH_SECURITY_SECTYPE, "s390-pv", s390PvGuest));
        rows.add(value(LAUNCH_SECURITY_SECTYPE, "tdx", tdxGuest).since(11, 9).until(11, 10));
        rows.add(value(LAUNCH_SECURITY_SECTYPE, "tdx", tdxVm).since(11, 10));
    }

    private static void hyperv(List<Rule> rows) {
        rows.add(reported(Element.HYPERV, new Condition.AnyEnlightenment()));
        rows.add(supported(Element.HYPERV, new Condition.AnyEnlightenment()));
        for (EnumValue feature : HYPERV_FEATURES.possibleValues()) {
            rows.add(
                    value(
                            HYPERV_FEATURES,
                            feature.name(),
                            new Condition.Enlightenment(feature.name())));
        }
    }
}
