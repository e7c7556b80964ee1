package org.domcaps.qemu.explain;

import org.domcaps.document.Arch;
import org.domcaps.document.VirtType;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Remedy.Change;
import org.domcaps.driver.explain.Remedy.Kind;
import org.domcaps.driver.explain.Truth;
import org.domcaps.qemu.Question;
import org.domcaps.qemu.rules.FirmwareFact;
import org.domcaps.qemu.rules.HostFact;
import org.domcaps.qemu.rules.MachineKind;
import org.domcaps.qemu.rules.QemuCondition;
import org.domcaps.qemu.rules.Situation;
import org.domcaps.rule.Condition;

import java.util.List;

/// What would make a condition come out the other way, as far as that follows from the condition
/// alone.
final class Remedies {

    private Remedies() {}

    /// What would make a condition without parts hold, or fail if that is wanted.
    ///
    /// @param about what was asked about, as the end of "for …": `x86_64 and pc-q35-9.1`
    static Remedy of(Condition.Fact<Situation> fact, Truth wanted, String about) {
        // The rules of QEMU ask for nothing else.
        QemuCondition condition = (QemuCondition) fact;
        return wanted == Truth.NO ? against(condition) : toward(condition, about);
    }

    private static Remedy toward(QemuCondition condition, String about) {
        return switch (condition) {
            case QemuCondition.Qemu(Question question) ->
                    emulator("use a QEMU that " + question.words());
            case QemuCondition.Host(HostFact fact) -> host(fact);
            case QemuCondition.Firmware(FirmwareFact fact) ->
                    new Change(
                            Kind.INSTALL,
                            "install firmware for " + about + ": a descriptor " + fact.words());
            case QemuCondition.Machine(MachineKind kind, _) ->
                    request("ask about " + kind.words() + " (--machine)");
            case QemuCondition.Family(Arch.Family family, _) ->
                    request("ask about a guest architecture of the family " + family + " (--arch)");
            case QemuCondition.GuestArch(Arch arch) ->
                    request("ask about the architecture " + arch.xmlName() + " (--arch)");
            case QemuCondition.Native() ->
                    request("use an emulator of the host's own architecture");
            case QemuCondition.Virt(VirtType type) ->
                    request("ask about the virt type " + type.xmlName() + " (--virttype)");
            case QemuCondition.CpuListed(String name) ->
                    emulator("use a QEMU that lists the CPU model " + name);
            case QemuCondition.HostModelFound() -> hostModel();
            case QemuCondition.CpuModelsFound() ->
                    emulator("use a QEMU that lists CPU models that libvirt knows");
            case QemuCondition.Gic(int version) ->
                    new Change(
                            Kind.HARDWARE,
                            "use a host or an emulator that has the interrupt controller version "
                                    + version);
            case QemuCondition.Enlightenment(String name) ->
                    emulator("use a QEMU and a kernel that offer the enlightenment " + name);
            case QemuCondition.AnyEnlightenment() -> accelerated();
            case QemuCondition.SevTold() -> host(HostFact.SEV_ENABLED);
            case QemuCondition.SgxTold() -> sgx();
        };
    }

    private static Remedy hostModel() {
        return Remedy.oneOf(
                        List.of(
                                request("use an emulator of the host's own architecture"),
                                emulator(
                                        "use a QEMU that expands the CPU model host"
                                                + " (query-cpu-model-expansion)")))
                .orElseThrow();
    }

    private static Remedy sgx() {
        return new Change(
                Kind.HARDWARE,
                "use an Intel processor with SGX that is switched on in the firmware setup, and let"
                        + " this user open /dev/sgx_vepc");
    }

    private static Remedy against(QemuCondition condition) {
        return switch (condition) {
            case QemuCondition.Machine(MachineKind kind, _) ->
                    request(
                            "ask about a machine type that is not "
                                    + kind.words()
                                    + " (--machine)");
            case QemuCondition.Virt(VirtType type) ->
                    request("ask about another virt type than " + type.xmlName() + " (--virttype)");
            case QemuCondition.Family(Arch.Family family, _) ->
                    request(
                            "ask about a guest architecture that is not of the family "
                                    + family
                                    + " (--arch)");
            default -> new Change(Kind.NONE, "it must not be that " + condition.words());
        };
    }

    /// How a host gets something that it does not have.
    static Remedy host(HostFact fact) {
        return switch (fact) {
            case VFIO -> Remedy.allOf(List.of(iommuGroups(), vfioNode())).orElseThrow();
            case IOMMUFD ->
                    configure(
                            "load the kernel module iommufd (modprobe iommufd; Linux 6.2 or"
                                    + " later)");
            case SWTPM -> install("install swtpm (programs swtpm, swtpm_setup and swtpm_ioctl)");
            case SWTPM_1_2 -> install("install a swtpm that is built for TPM 1.2");
            case SWTPM_2_0 -> install("install a swtpm that is built for TPM 2.0");
            case RDP_HELPER ->
                    install("install qemu-rdp, or name it as qemu_rdp in libvirt's qemu.conf");
            case SECURE_GUEST ->
                    Remedy.allOf(
                                    List.of(
                                            new Change(
                                                    Kind.HARDWARE,
                                                    "use a processor that protects guests from the"
                                                            + " host"),
                                            configure(
                                                    "switch it on in the kernel (s390: prot_virt=1;"
                                                            + " AMD: kvm_amd.sev=1; Intel:"
                                                            + " kvm_intel.tdx=1)")))
                            .orElseThrow();
            case TDX_VM_TYPE ->
                    new Change(
                            Kind.KERNEL,
                            "use a kernel whose KVM makes trust domains, on a processor with TDX");
            case TDX_ENABLED ->
                    new Change(
                            Kind.HARDWARE,
                            "use an Intel processor with TDX that is switched on in the firmware"
                                    + " setup, and load the module kvm_intel with tdx=1");
            case SEV_ENABLED ->
                    new Change(
                            Kind.HARDWARE,
                            "use an AMD processor with SEV, load the module kvm_amd with sev=1, and"
                                    + " let this user open /dev/sev");
        };
    }

    /// What a host is missing whose processor does encrypt guests.
    static Change sevSwitchedOff() {
        return configure(
                "the processor has SEV: load the module kvm_amd with sev=1, and let this user open"
                        + " /dev/sev");
    }

    static Change iommuGroups() {
        return configure(
                "switch the IOMMU on (VT-d or AMD-Vi in the firmware setup, on Intel also"
                        + " intel_iommu=on on the kernel command line)");
    }

    static Change vfioNode() {
        return configure("load the kernel module vfio-pci (modprobe vfio-pci)");
    }

    /// Hyper-V enlightenments are only told where hardware acceleration works.
    static Change accelerated() {
        return configure("make hardware acceleration work (see virttype.kvm)");
    }

    static Change request(String words) {
        return new Change(Kind.REQUEST, words);
    }

    static Change install(String words) {
        return new Change(Kind.INSTALL, words);
    }

    static Change configure(String words) {
        return new Change(Kind.CONFIGURE, words);
    }

    static Change emulator(String words) {
        return new Change(Kind.EMULATOR, words);
    }
}
