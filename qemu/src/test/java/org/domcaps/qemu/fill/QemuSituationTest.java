package org.domcaps.qemu.fill;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.domcaps.cpu.Expansion;
import org.domcaps.cpu.PropertyValue;
import org.domcaps.document.Arch;
import org.domcaps.document.Detail;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.Release;
import org.domcaps.document.Support;
import org.domcaps.document.VirtType;
import org.domcaps.driver.Flag;
import org.domcaps.driver.Target;
import org.domcaps.host.HostFacts;
import org.domcaps.host.HostPart;
import org.domcaps.json.JsonReader;
import org.domcaps.qemu.Accelerator;
import org.domcaps.qemu.FakeFacts;
import org.domcaps.qemu.SevFacts;
import org.domcaps.qemu.SgxFacts;
import org.domcaps.qemu.rules.FirmwareFact;
import org.domcaps.qemu.rules.HostFact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What the rules see of a host, and the parts of a document that are copied from facts.
class QemuSituationTest {

    private static final Set<Flag> NO_FLAGS = EnumSet.noneOf(Flag.class);
    private static final Target PC =
            new Target("/usr/bin/qemu", Arch.X86_64, Optional.of("pc-q35-9.1"), VirtType.KVM);

    private final FakeFacts fake =
            new FakeFacts().machine(Accelerator.KVM, "pc-q35-9.1", "q35", 4096);

    private static HostFacts host(String json) {
        return HostFacts.fromJson(JsonReader.readObject(json.replace('\'', '"').getBytes(UTF_8)));
    }

    private QemuSituation situation(HostFacts host, Release release) {
        return new QemuSituation(fake.build(), host, PC, NO_FLAGS, release);
    }

    private QemuSituation situation(String hostJson) {
        return situation(host(hostJson), Release.NEWEST);
    }

    private static Set<HostFact> hostFacts(QemuSituation situation) {
        EnumSet<HostFact> found = EnumSet.noneOf(HostFact.class);
        for (HostFact fact : HostFact.values()) {
            if (situation.host(fact)) {
                found.add(fact);
            }
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | ~~",
                "{'features': ['iommu-groups']} | ~~",
                "{'features': ['vfio-node']} | ~~",
                "{'features': ['iommu-groups', 'vfio-node']} | VFIO",
                "{'features': ['iommufd-node']} | IOMMUFD",
                "{'features': ['tdx']} | SECURE_GUEST TDX_ENABLED",
                "{'features': ['sev']} | SECURE_GUEST",
                "{'features': ['nested-kvm', 'prot-virt']} | ~~",
                "{'kvm': {'vmTypes': '0x20'}} | TDX_VM_TYPE",
                "{'kvm': {'vmTypes': '0xdf'}} | ~~",
                "{'kvm': {'usable': false}} | ~~",
                "{'rdpHelper': '/usr/bin/qemu-rdp'} | RDP_HELPER",
                "{'swtpm': {}} | SWTPM",
                "{'swtpm': {'installed': false}} | ~~",
                "{'swtpm': {'features': ['tpm-1.2']}} | SWTPM SWTPM_1_2",
                "{'swtpm': {'features': ['tpm-2.0', 'tpm12-not-need-root']}} | SWTPM SWTPM_2_0",
                "{'swtpm': {'unknown': 'it hangs'}} | SWTPM"
            })
    void hostFactsComeFromTheHost(String hostJson, String expected) {
        Set<HostFact> wanted = EnumSet.noneOf(HostFact.class);
        for (String name : expected.isEmpty() ? new String[0] : expected.split(" ")) {
            wanted.add(HostFact.valueOf(name));
        }

        assertThat(hostFacts(situation(hostJson))).isEqualTo(wanted);
    }

    @Test
    void withoutKvmTheKernelsSwitchForProtectedGuestsDoesNotMatter() {
        fake.noHardware().arch(Arch.S390X);
        HostFacts s390 = host("{'arch': 's390x', 'features': ['prot-virt']}");
        assertThat(situation(s390, Release.NEWEST).host(HostFact.SECURE_GUEST)).isFalse();

        fake.hardware(Accelerator.KVM);
        assertThat(situation(s390, Release.NEWEST).host(HostFact.SECURE_GUEST)).isTrue();
    }

    private static String descriptor(String features, String mapping, String machines) {
        return "{'firmware': {'descriptors': [{'name': '1.json', 'descriptor': {'interface-types':"
                + " ['uefi'], 'mapping': "
                + mapping
                + ", 'targets': [{'architecture': 'x86_64', 'machines': ['"
                + machines
                + "']}], 'features': ["
                + features
                + "]}}]}}";
    }

    private static final String FLASH =
            "{'device': 'flash', 'executable': {'filename': '/a.fd', 'format': 'raw'},"
                    + " 'nvram-template': {'filename': '/b.fd', 'format': 'raw'}}";
    private static final String MEMORY =
            "{'device': 'memory', 'filename': '/a.fd', 'uefi-vars': {'template': '/v.json'}}";

    private static Set<FirmwareFact> firmwareFacts(QemuSituation situation) {
        EnumSet<FirmwareFact> found = EnumSet.noneOf(FirmwareFact.class);
        for (FirmwareFact fact : FirmwareFact.values()) {
            if (situation.firmware(fact)) {
                found.add(fact);
            }
        }
        return found;
    }

    @Test
    void firmwareFactsComeFromMatchingDescriptors() {
        assertThat(firmwareFacts(situation(descriptor("", FLASH, "pc-q35-*"))))
                .containsExactlyInAnyOrder(
                        FirmwareFact.EFI,
                        FirmwareFact.NO_SECURE_BOOT,
                        FirmwareFact.NO_ENROLLED_KEYS);
        assertThat(
                        firmwareFacts(
                                situation(
                                        descriptor(
                                                "'requires-smm', 'secure-boot', 'enrolled-keys'",
                                                FLASH,
                                                "*"))))
                .containsExactlyInAnyOrder(
                        FirmwareFact.EFI,
                        FirmwareFact.REQUIRES_SMM,
                        FirmwareFact.SECURE_BOOT,
                        FirmwareFact.ENROLLED_KEYS);
        assertThat(firmwareFacts(situation(descriptor("", MEMORY, "pc-q35-9.1"))))
                .contains(FirmwareFact.VARSTORE_TEMPLATE);
        assertThat(firmwareFacts(situation(descriptor("", FLASH, "pc-i440fx-*")))).isEmpty();
    }

    private DomainCapabilities document(String hostJson, Release release) {
        return DocumentFiller.fill(situation(host(hostJson), release));
    }

    @Test
    void loadersAreTheImagesOfMatchingDescriptors() {
        assertThat(document(descriptor("", FLASH, "pc-q35-*"), Release.NEWEST).loaderPaths())
                .containsExactly("/a.fd");
    }

    @Test
    void aVariableStoreNeedsDescriptorAndEmulator() {
        String host = descriptor("", MEMORY, "*");
        assertThat(document(host, Release.NEWEST).support(Element.VARSTORE)).isEqualTo(Support.NO);

        fake.yes("type uefi-vars-x64");
        assertThat(document(host, Release.NEWEST).support(Element.VARSTORE)).isEqualTo(Support.YES);
        assertThat(document(host, new Release(12, 0)).block(Element.VARSTORE)).isEmpty();
    }

    @Test
    void sevHasTheGuestsOfTheHost() {
        fake.yes("type sev-guest").sev(new SevFacts(51, 1, Optional.of("id of cpu 0")));

        assertThat(
                        document("{'sevGuests': {'max': 410, 'maxEs': 99}}", Release.NEWEST)
                                .detail(Element.SEV, Detail.Sev.class))
                .contains(
                        new Detail.Sev(
                                51,
                                1,
                                OptionalLong.of(410),
                                OptionalLong.of(99),
                                Optional.of("id of cpu 0")));
        assertThat(
                        document("{'sevGuests': {'unknown': 'no CPUID'}}", Release.NEWEST)
                                .detail(Element.SEV, Detail.Sev.class))
                .as("as libvirt tells it of a processor that does not answer")
                .contains(
                        new Detail.Sev(
                                51,
                                1,
                                OptionalLong.of(0),
                                OptionalLong.of(0),
                                Optional.of("id of cpu 0")));
    }

    @Test
    void sgxIsTakenOver() {
        fake.sgx(new SgxFacts(true, false, true, 96, List.of(new SgxFacts.Section(1, 64))));

        assertThat(document("{}", Release.NEWEST).detail(Element.SGX, Detail.Sgx.class))
                .contains(
                        new Detail.Sgx(
                                true, false, true, 96, List.of(new Detail.SgxSection(1, 64))));
    }

    @Test
    void enlightenmentsHaveDefaultsSince119() {
        fake.hyperv("hv-spinlocks", new PropertyValue.Number(4095));

        assertThat(
                        document("{}", new Release(11, 9))
                                .detail(Element.HYPERV, Detail.HypervDefaults.class))
                .hasValueSatisfying(defaults -> assertThat(defaults.spinlocks()).hasValue(4095));
        assertThat(
                        document("{}", new Release(11, 8))
                                .detail(Element.HYPERV, Detail.HypervDefaults.class))
                .isEmpty();
        assertThat(document("{}", new Release(11, 8)).values(EnumKey.HYPERV_FEATURES))
                .contains(List.of("spinlocks"));
    }

    private Set<HostPart> needs(Target target, Set<Flag> flags) {
        return HostNeeds.of(fake.build(), Arch.X86_64, target, flags, Release.NEWEST);
    }

    @Test
    void everyDocumentNeedsSwitchesProgramsAndFirmware() {
        Target tcg = new Target(PC.emulator(), PC.arch(), PC.machine(), VirtType.QEMU);
        fake.hostCpu(Accelerator.TCG, new Expansion("max", List.of()));

        assertThat(needs(tcg, NO_FLAGS))
                .containsExactlyInAnyOrder(
                        HostPart.FEATURES, HostPart.SWTPM, HostPart.RDP_HELPER, HostPart.FIRMWARE);
    }

    @Test
    void theNodeIsNeededForKvmItsRegistersAndTrustDomains() {
        Target tcg = new Target(PC.emulator(), PC.arch(), PC.machine(), VirtType.QEMU);

        assertThat(needs(PC, NO_FLAGS)).contains(HostPart.KVM);
        assertThat(needs(tcg, NO_FLAGS)).doesNotContain(HostPart.KVM);
        assertThat(needs(tcg, EnumSet.of(Flag.SUPPORTED_CPU_FEATURES))).contains(HostPart.KVM);
        fake.yes("type tdx-guest");
        assertThat(needs(tcg, NO_FLAGS)).contains(HostPart.KVM);
    }

    @Test
    void theProcessorIsReadWhereQemuDoesNotDescribeIt() {
        assertThat(needs(PC, NO_FLAGS)).contains(HostPart.RAW_CPU);
        fake.hostCpu(Accelerator.KVM, new Expansion("base", List.of()));
        assertThat(needs(PC, NO_FLAGS)).doesNotContain(HostPart.RAW_CPU);
    }

    @Test
    void theProcessorIsReadForGuestsThatItRunsAndHasAHostModelFor() {
        fake.arch(Arch.PPC64);
        assertThat(needsOn(Arch.PPC64)).contains(HostPart.RAW_CPU);
        assertThat(needsOn(Arch.PPC64LE)).contains(HostPart.RAW_CPU);
        assertThat(needsOn(Arch.X86_64)).doesNotContain(HostPart.RAW_CPU);
        fake.arch(Arch.AARCH64);
        assertThat(needsOn(Arch.AARCH64)).doesNotContain(HostPart.RAW_CPU);
    }

    private Set<HostPart> needsOn(Arch host) {
        return HostNeeds.of(fake.build(), host, PC, NO_FLAGS, Release.NEWEST);
    }

    @Test
    void sevGuestsAreCountedWhereQemuDoesSev() {
        assertThat(needs(PC, NO_FLAGS)).doesNotContain(HostPart.SEV_GUESTS);
        fake.sev(new SevFacts(51, 1, Optional.empty()));
        assertThat(needs(PC, NO_FLAGS)).contains(HostPart.SEV_GUESTS);
    }

    /// A part that a rule looks at without having asked for it would raise an error.
    @ParameterizedTest
    @EnumSource(
            value = VirtType.class,
            names = {"KVM", "QEMU"})
    void noRuleLooksAtAPartThatWasNotAskedFor(VirtType type) {
        Target target = new Target(PC.emulator(), PC.arch(), PC.machine(), type);
        HostFacts everything = HostFacts.plain();
        for (List<String> types : List.of(List.<String>of(), List.of("type tdx-guest"))) {
            types.forEach(fake::yes);
            HostFacts partial = only(everything, needs(target, NO_FLAGS));

            assertThat(
                            DocumentFiller.fill(
                                    new QemuSituation(
                                            fake.build(),
                                            partial,
                                            target,
                                            NO_FLAGS,
                                            Release.NEWEST)))
                    .isNotNull();
        }
    }

    private static HostFacts only(HostFacts facts, Set<HostPart> parts) {
        return new HostFacts(
                parts,
                facts.machine(),
                facts.rawCpu(),
                facts.kvm(),
                facts.features(),
                facts.swtpm(),
                facts.rdpHelper(),
                facts.sevGuests(),
                facts.firmware());
    }
}
