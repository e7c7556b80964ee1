package org.domcaps.qemu.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.cpu.SlotModel;
import org.domcaps.document.Arch;
import org.domcaps.document.Release;
import org.domcaps.document.VirtType;
import org.domcaps.driver.Flag;
import org.domcaps.driver.Request;
import org.domcaps.driver.Target;
import org.domcaps.driver.explain.Blocking;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.driver.explain.Finding;
import org.domcaps.driver.explain.Observation;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Truth;
import org.domcaps.host.HostFacts;
import org.domcaps.host.HostFeature;
import org.domcaps.host.Kvm;
import org.domcaps.host.Swtpm;
import org.domcaps.json.JsonReader;
import org.domcaps.qemu.Accelerator;
import org.domcaps.qemu.FakeFacts;
import org.domcaps.qemu.fill.QemuSituation;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

class QemuExplainerTest {

    private final FakeFacts qemu =
            new FakeFacts().machine(Accelerator.KVM, "pc-q35-9.1", "q35", 255);
    private HostFacts host = host("{}");
    private VirtType virtType = VirtType.KVM;
    private Release release = Release.NEWEST;
    private boolean assumed;

    private static HostFacts host(String json) {
        return HostFacts.fromJson(JsonReader.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    private Explanation explain() {
        Target target =
                new Target("/usr/bin/qemu", Arch.X86_64, Optional.of("pc-q35-9.1"), virtType);
        return QemuExplainer.explain(
                new QemuSituation(qemu.build(), host, target, EnumSet.noneOf(Flag.class), release),
                Request.defaults(),
                assumed);
    }

    private Finding find(String path) {
        return explain().find(path).orElseThrow(() -> new AssertionError(path));
    }

    private static List<String> changes(Finding finding) {
        return finding.remedy().orElseThrow().changes().stream().map(Remedy.Change::words).toList();
    }

    private static List<String> seen(Finding finding) {
        return finding.decisions().stream()
                .flatMap(decision -> decision.proof().facts().stream())
                .flatMap(fact -> fact.observations().stream())
                .map(Observation::words)
                .toList();
    }

    @Test
    void aTpmEmulatorWithoutSwtpmNamesTheProgramsThatAreMissing() {
        qemu.yes("type tpm-emulator", "type tpm-crb");
        host = host.withSwtpm(new Swtpm.Absent(List.of("swtpm", "swtpm_ioctl")));
        Finding finding = find("devices.tpm.backendModel.emulator");

        assertThat(finding.there()).isEqualTo(Truth.NO);
        assertThat(changes(finding))
                .containsExactly("install swtpm (swtpm, swtpm_ioctl not found in PATH)");
        assertThat(seen(finding))
                .contains(
                        "swtpm: not found in PATH",
                        "swtpm_setup: found",
                        "qom-list-types, name tpm-emulator: listed");
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        qemu.yes("type tpm-crb");
        host = host.withSwtpm(new Swtpm.Absent(List.of("swtpm")));

        assertThat(changes(find("devices.tpm.backendModel.emulator")))
                .containsExactly(
                        "install swtpm (swtpm not found in PATH)",
                        "use a QEMU that has the type tpm-emulator");
    }

    @Test
    void anElementWithoutValuesNamesWhatEachValueNeeds() {
        Finding finding = find("devices.tpm");

        assertThat(finding.there()).isEqualTo(Truth.NO);
        assertThat(changes(finding))
                .contains(
                        "use a QEMU that has the type tpm-tis",
                        "use a QEMU that has the type tpm-crb");
        assertThat(find("devices.tpm.model").there()).isEqualTo(Truth.NO);
    }

    @Test
    void aReleaseThatIsTooOldOrTooNewIsTheReason() {
        release = Release.OLDEST;
        assertThat(changes(find("devices.console")))
                .contains("ask as libvirt 11.5 or later (--generation 11.5)");
        assertThat(changes(find("devices.graphics.type.rdp")))
                .containsExactly("ask as libvirt 11.3 or later (--generation 11.3)");
        release = Release.NEWEST;
        assertThat(changes(find("devices.filesystem.driverType.handle")))
                .containsExactly("ask as a libvirt before 12.2 (--generation)");
    }

    @Test
    void onlyThePartOfVfioThatIsMissingIsToBeMended() {
        qemu.yes("type vfio-pci");
        host = host.withFeatures(EnumSet.of(HostFeature.IOMMU_GROUPS));

        assertThat(changes(find("devices.hostdev.pciBackend.vfio")))
                .containsExactly("load the kernel module vfio-pci (modprobe vfio-pci)");
    }

    @Test
    void aFileThatNobodyMayOpenIsToldApartFromOneThatIsNotThere() {
        qemu.noHardware().machine(Accelerator.TCG, "pc-q35-9.1", "q35", 255);
        virtType = VirtType.QEMU;
        host = host.withKvm(new Kvm.Refused("Permission denied"));
        assertThat(seen(find("virttype.kvm"))).contains("/dev/kvm: Permission denied");
        assertThat(changes(find("virttype.kvm")).getFirst()).contains("group kvm");

        host = host.withKvm(new Kvm.Missing());
        assertThat(changes(find("virttype.kvm")).getFirst()).contains("kvm_intel or kvm_amd");
    }

    @Test
    void withoutFactsOfAHostTheObservationSaysSo() {
        assumed = true;
        qemu.yes("type vfio-pci");
        Explanation explanation = explain();

        assertThat(explanation.notes()).hasSize(1);
        assertThat(seen(explanation.find("devices.hostdev.pciBackend.vfio").orElseThrow()))
                .contains("/dev/vfio/vfio: no facts of a host were given, so it counts as missing");
    }

    @Test
    void blockersAreGroupedByCause() {
        qemu.cpu(
                Accelerator.KVM,
                new SlotModel(
                        "EPYC",
                        Optional.empty(),
                        Optional.of(List.of("avx2", "sse2", "sha-ni", "x-unheard-of")),
                        false));
        // Leaf 1 has sse2 (EDX bit 26), leaf 7 has nothing.
        host =
                host(
                        "{\"rawCpu\": {\"cpuid\": [{\"leaf\": \"0x00000001\", \"edx\":"
                                + " \"0x04000000\"}]}}");

        assertThat(find("cpu.custom.EPYC").blocking())
                .contains(
                        new Blocking(
                                Blocking.Origin.EMULATOR,
                                List.of(
                                        new Blocking.Group(
                                                Blocking.Cause.HOST_CPU, List.of("avx2", "sha-ni")),
                                        new Blocking.Group(
                                                Blocking.Cause.ACCELERATOR, List.of("sse2")),
                                        new Blocking.Group(
                                                Blocking.Cause.NOT_KNOWN,
                                                List.of("x-unheard-of")))));

        // With the bit that hypervisors set (leaf 1, ECX bit 31), what is missing may be hidden.
        host =
                host(
                        "{\"rawCpu\": {\"cpuid\": [{\"leaf\": \"0x00000001\", \"ecx\":"
                                + " \"0x80000000\"}]}}");
        assertThat(find("cpu.custom.EPYC").blocking().orElseThrow().groups().getFirst().cause())
                .isEqualTo(Blocking.Cause.OUTER_HYPERVISOR);
    }

    @Test
    void underTcgTheTranslatorIsTheCause() {
        virtType = VirtType.QEMU;
        qemu.machine(Accelerator.TCG, "pc-q35-9.1", "q35", 255)
                .cpu(
                        Accelerator.TCG,
                        new SlotModel(
                                "EPYC", Optional.empty(), Optional.of(List.of("avx2")), false));

        assertThat(find("cpu.custom.EPYC").blocking().orElseThrow().groups())
                .containsExactly(new Blocking.Group(Blocking.Cause.TRANSLATOR, List.of("avx2")));
    }

    @Test
    void machineTypesOfAnotherVirtTypeSayWhereTheyAre() {
        qemu.machine(Accelerator.TCG, "x-remote", "", 1);

        assertThat(changes(find("machine.x-remote")))
                .containsExactly("ask about the virt type qemu (--virttype)");
        assertThat(find("machine.q35").notes()).contains("q35 is an alias of pc-q35-9.1");
    }

    private static final String FIRMWARE =
            """
            {"firmware": {"descriptors": [
              {"name": "10-good.json", "descriptor": {"interface-types": ["uefi"],
                "mapping": {"device": "flash", "mode": "stateless",
                            "executable": {"filename": "/fw/good.fd", "format": "raw"}},
                "targets": [{"architecture": "x86_64", "machines": ["pc-q35-*"]}],
                "features": ["secure-boot", "amd-sev-snp", "requires-smm"]}},
              {"name": "20-pc.json", "descriptor": {"interface-types": ["bios"],
                "mapping": {"device": "memory", "filename": "/fw/bios.bin"},
                "targets": [{"architecture": "x86_64", "machines": ["pc-i440fx-*"]}],
                "features": []}},
              {"name": "30-arm.json", "descriptor": {"interface-types": ["uefi"],
                "mapping": {"device": "memory", "filename": "/fw/arm.fd"},
                "targets": [{"architecture": "aarch64", "machines": ["virt-*"]}],
                "features": []}},
              {"name": "40-broken.json", "descriptor": {"mapping": 1}},
              {"name": "50-unreadable.json", "unusable": "cannot be read: Permission denied"}],
              "masked": [{"name": "10-good.json", "path": "/usr/share/qemu/firmware/10-good.json",
                          "by": "/etc/qemu/firmware/10-good.json"}],
              "existingImages": []}}
            """;

    @Test
    void everyDescriptorSaysWhyItCountsOrNot() {
        host = host(FIRMWARE);

        Finding good = find("firmware.10-good.json");
        assertThat(good.there()).isEqualTo(Truth.YES);
        assertThat(good.notes())
                .containsExactly(
                        "interface: uefi",
                        "features: amd-sev-snp, requires-smm, secure-boot",
                        "image: /fw/good.fd");
        assertThat(changes(find("firmware.20-pc.json")))
                .containsExactly("ask about another machine type (--machine): pc-i440fx-*");
        assertThat(changes(find("firmware.30-arm.json")))
                .containsExactly("ask about another architecture (--arch): aarch64");
        assertThat(changes(find("firmware.40-broken.json")))
                .containsExactly(
                        "mend or replace /usr/share/qemu/firmware/40-broken.json: no array"
                                + " interface-types");
        assertThat(changes(find("firmware.50-unreadable.json")).getFirst())
                .endsWith("cannot be read: Permission denied");
        assertThat(changes(find("firmware./usr/share/qemu/firmware/10-good.json")))
                .containsExactly("remove /etc/qemu/firmware/10-good.json");
    }

    @Test
    void anImageThatIsGoneIsToldWithTheDescriptorThatNamesIt() {
        host = host(FIRMWARE);
        Finding image = find("os.loader.value./fw/good.fd");

        assertThat(image.there()).isEqualTo(Truth.NO);
        assertThat(changes(image)).containsExactly("install /fw/good.fd");
        assertThat(image.notes()).containsExactly("named by /usr/share/qemu/firmware/10-good.json");
    }

    @Test
    void firmwareThatAnotherMachineTypeHasIsARequestAway() {
        qemu.machine(Accelerator.KVM, "pc-i440fx-9.1", "pc", 255);
        host = host(FIRMWARE);

        assertThat(changes(find("os.firmware.bios")))
                .containsExactly(
                        "ask about a machine type that the host has such firmware for: --machine"
                                + " pc",
                        "install firmware for x86_64 and pc-q35-9.1: a descriptor with the"
                                + " interface type bios");
    }
}
