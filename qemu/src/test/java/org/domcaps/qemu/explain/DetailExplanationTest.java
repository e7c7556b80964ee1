package org.domcaps.qemu.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.cpu.PropertyValue;
import org.domcaps.document.Arch;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Release;
import org.domcaps.document.VirtType;
import org.domcaps.driver.Flag;
import org.domcaps.driver.Request;
import org.domcaps.driver.Target;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.driver.explain.Finding;
import org.domcaps.driver.explain.Observation;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Truth;
import org.domcaps.host.HostFacts;
import org.domcaps.json.JsonReader;
import org.domcaps.qemu.Accelerator;
import org.domcaps.qemu.FakeFacts;
import org.domcaps.qemu.Fixtures;
import org.domcaps.qemu.HostTree;
import org.domcaps.qemu.SevFacts;
import org.domcaps.qemu.SgxFacts;
import org.domcaps.qemu.driver.HostSource;
import org.domcaps.qemu.driver.QemuDriver;
import org.domcaps.qemu.driver.ReplayedEmulators;
import org.domcaps.qemu.fill.DocumentFiller;
import org.domcaps.qemu.fill.QemuSituation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// The numbers, names and texts of a document: what they are, where they come from, and why they
/// are missing.
class DetailExplanationTest {

    private static final String MACHINE = "pc-q35-9.1";

    @TempDir Path folder;

    private FakeFacts qemu = new FakeFacts().machine(Accelerator.KVM, MACHINE, "q35", 255);
    private HostFacts host = host("{}");
    private VirtType virtType = VirtType.KVM;
    private Release release = Release.NEWEST;
    private Request request = Request.defaults();
    private boolean assumed;

    private static HostFacts host(String json) {
        return HostFacts.fromJson(
                JsonReader.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    private QemuSituation situation() {
        Target target = new Target("/usr/bin/qemu", Arch.X86_64, Optional.of(MACHINE), virtType);
        return new QemuSituation(qemu.build(), host, target, EnumSet.noneOf(Flag.class), release);
    }

    private Finding find(String path) {
        return find(QemuExplainer.explain(situation(), request, assumed), path);
    }

    private static Finding find(Explanation explanation, String path) {
        return explanation.find(path).orElseThrow(() -> new AssertionError(path));
    }

    private static List<String> seen(Finding finding) {
        return finding.origin().orElseThrow().observations().stream()
                .map(Observation::words)
                .toList();
    }

    private static String decided(Finding finding) {
        return finding.origin().orElseThrow().decided().orElse("nobody says");
    }

    private static List<String> changes(Finding finding) {
        return finding.remedy().orElseThrow().changes().stream().map(Remedy.Change::words).toList();
    }

    private static void is(Finding finding, String value) {
        assertThat(finding.value()).contains(value);
        assertThat(finding.there()).isEqualTo(Truth.YES);
        assertThat(finding.remedy()).isEmpty();
    }

    private static void isMissing(Finding finding) {
        assertThat(finding.value()).isEmpty();
        assertThat(finding.there()).isEqualTo(Truth.NO);
    }

    @Test
    void theLimitOfTheMachineTypeDecidesWhereTheKernelsIsNotLower() {
        host = host("{'kvm': {'maxVcpus': 1024}}");
        Finding finding = find("vcpu@max");

        is(finding, "255");
        assertThat(seen(finding))
                .containsExactly(
                        "query-machines, cpu-max: 255 for pc-q35-9.1",
                        "/dev/kvm, KVM_CAP_MAX_VCPUS, KVM_CAP_NR_VCPUS: 1024");
        assertThat(decided(finding))
                .isEqualTo("the limit of the machine type decides: the kernel's is not lower");
    }

    @Test
    void theKernelsLimitDecidesWhereItIsLower() {
        host = host("{'kvm': {'maxVcpus': 8}}");
        Finding finding = find("vcpu@max");

        is(finding, "8");
        assertThat(decided(finding))
                .isEqualTo(
                        "the kernel's limit decides: it is lower than the 255 of the machine type");
    }

    @Test
    void noKernelLimitsGuestsOfTheTranslator() {
        host = host("{'kvm': {'maxVcpus': 8}}");
        qemu.machine(Accelerator.TCG, MACHINE, "q35", 288);
        virtType = VirtType.QEMU;
        Finding finding = find("vcpu@max");

        is(finding, "288");
        assertThat(seen(finding))
                .contains(
                        "/dev/kvm, KVM_CAP_MAX_VCPUS, KVM_CAP_NR_VCPUS: does not count under qemu");
        assertThat(decided(finding))
                .isEqualTo(
                        "the limit of the machine type decides: no kernel limits guests of virt"
                                + " type qemu");
    }

    @Test
    void withoutALimitOfTheMachineTypeTheKernelsSaysNothing() {
        qemu = new FakeFacts().machine(Accelerator.KVM, MACHINE, "q35", 0);
        host = host("{'kvm': {'maxVcpus': 8}}");
        Finding finding = find("vcpu@max");

        isMissing(finding);
        assertThat(changes(finding)).containsExactly("use a QEMU or a machine type with a limit");
        assertThat(decided(finding)).isEqualTo("nobody says");
    }

    @Test
    void aHostThatNobodyDescribedLimitsNothing() {
        assumed = true;
        Finding finding = find("vcpu@max");

        is(finding, "255");
        assertThat(seen(finding).getLast())
                .endsWith(": no facts of a host were given, so it limits nothing");
    }

    @Test
    void theHeadSaysWhatWasAskedForAndWhatWasNot() {
        request = Request.defaults().withMachine("q35");

        is(find("machine"), MACHINE);
        assertThat(decided(find("machine"))).isEqualTo("the request names its alias q35");
        assertThat(seen(find("machine")))
                .containsExactly(
                        "machine: q35",
                        "query-machines, name, alias, is-default: pc-q35-9.1, alias q35");
        is(find("domain"), "kvm");
        assertThat(decided(find("domain")))
                .isEqualTo("the request names none, and a hardware accelerator works");
        assertThat(decided(find("arch"))).isEqualTo("the request names none, so the host's counts");
        is(find("path"), "/usr/bin/qemu");

        request = Request.defaults().withMachine(MACHINE).withArch("x86_64").withVirtType("kvm");
        assertThat(List.of(find("machine"), find("arch"), find("domain")))
                .extracting(DetailExplanationTest::decided)
                .containsOnly("the request names it");
    }

    @Test
    void sevTellsItsNumbersAndWhereEachIsFrom() {
        qemu.sev(new SevFacts(51, 1, Optional.empty()));
        host = host("{'sevGuests': {'max': 410, 'maxEs': 99}}");

        is(find("features.sev.cbitpos"), "51");
        assertThat(seen(find("features.sev.cbitpos")))
                .containsExactly("query-sev-capabilities, cbitpos: 51");
        is(find("features.sev.reducedPhysBits"), "1");
        is(find("features.sev.maxGuests"), "410");
        assertThat(seen(find("features.sev.maxGuests")))
                .containsExactly("CPUID leaf 0x8000001f, ECX, EDX: give 410");
        is(find("features.sev.maxESGuests"), "99");
        Finding id = find("features.sev.cpu0Id");
        isMissing(id);
        assertThat(changes(id)).containsExactly("use QEMU 7.1 or later");

        qemu.sev(new SevFacts(51, 1, Optional.of("YQ==")));
        is(find("features.sev.cpu0Id"), "YQ==");
    }

    @Test
    void guestsOfAProcessorThatCannotBeAskedCountAsNone() {
        qemu.sev(new SevFacts(51, 1, Optional.empty()));
        host = host("{'sevGuests': {'unknown': 'no CPUID'}}");

        is(find("features.sev.maxGuests"), "0");
        assertThat(seen(find("features.sev.maxGuests")))
                .containsExactly("CPUID leaf 0x8000001f, ECX, EDX: no CPUID, so 0 is told");
    }

    @Test
    void withoutSevItsNumbersAreMissingForTheSameReason() {
        for (String number : List.of("cbitpos", "maxGuests", "cpu0Id")) {
            Finding finding = find("features.sev." + number);
            isMissing(finding);
            assertThat(changes(finding)).isEqualTo(changes(find("features.sev")));
        }
    }

    @Test
    void sgxTellsFlagsAndSizes() {
        qemu.sgx(
                new SgxFacts(
                        true,
                        false,
                        true,
                        7,
                        List.of(new SgxFacts.Section(0, 4), new SgxFacts.Section(0, 3))));

        is(find("features.sgx.flc"), "yes");
        is(find("features.sgx.sgx1"), "no");
        is(find("features.sgx.section_size"), "7");
        is(find("features.sgx.section_size@unit"), "KiB");
        is(find("features.sgx.sections.section[1]@size"), "4");
        is(find("features.sgx.sections.section[2]@size"), "3");
        is(find("features.sgx.sections.section[2]@node"), "0");
        assertThat(seen(find("features.sgx.sections.section[2]@size")))
                .containsExactly("query-sgx-capabilities, sections.size: 3 KiB");
    }

    @Test
    void withoutSgxItsFlagsAreMissingForTheSameReason() {
        isMissing(find("features.sgx.flc"));
        assertThat(changes(find("features.sgx.flc"))).isEqualTo(changes(find("features.sgx")));
        assertThat(QemuExplainer.explain(situation(), request, false).find("features.sgx.sections"))
                .isEmpty();
    }

    @Test
    void enlightenmentsTellTheirDefaults() {
        qemu.hyperv("hv-spinlocks", new PropertyValue.Number(4095))
                .hyperv("hv-stimer", new PropertyValue.Flag(true))
                .hyperv("hv-stimer-direct", new PropertyValue.Flag(false))
                .hyperv("hv-vendor-id", new PropertyValue.Text("x"));

        is(find("features.hyperv.defaults.spinlocks"), "4095");
        is(find("features.hyperv.defaults.stimer_direct"), "off");
        is(find("features.hyperv.defaults.vendor_id"), "x");
        assertThat(seen(find("features.hyperv.defaults.vendor_id")).getFirst())
                .endsWith("property hv-vendor-id: 'x'");
        Finding flush = find("features.hyperv.defaults.tlbflush_direct");
        isMissing(flush);
        assertThat(changes(flush))
                .containsExactly(
                        "use a QEMU and a kernel that offer the enlightenment tlbflush",
                        "use a QEMU and a kernel that offer hv-tlbflush-direct");
    }

    @Test
    void aDefaultThatMeansNothingIsMissingForGood() {
        qemu.hyperv("hv-spinlocks", new PropertyValue.Number(4_294_967_295L))
                .hyperv("hv-vendor-id", new PropertyValue.Text(""));

        Finding never = find("features.hyperv.defaults.spinlocks");
        isMissing(never);
        assertThat(seen(never).getFirst()).endsWith("property hv-spinlocks: 4294967295");
        assertThat(changes(never))
                .containsExactly("nothing: what QEMU tells means that there is no such default");
        isMissing(find("features.hyperv.defaults.vendor_id"));
    }

    @Test
    void defaultsCameWith119() {
        qemu.hyperv("hv-spinlocks", new PropertyValue.Number(4095));
        release = new Release(11, 8);

        isMissing(find("features.hyperv.defaults.spinlocks"));
        assertThat(changes(find("features.hyperv.defaults.spinlocks")))
                .containsExactly("ask as libvirt 11.9 or later (--generation 11.9)");
    }

    /// A real QEMU on a host made by hand.
    private Finding onHost(String path, String cpuinfo, String type) {
        HostTree tree = new HostTree(folder, "x86_64").file("/proc/cpuinfo", cpuinfo);
        QemuDriver driver =
                new QemuDriver(
                        ReplayedEmulators.single(Fixtures.qemu111().recording()),
                        HostSource.given(tree.facts()));
        return find(driver.explain(Request.defaults().withMachine("q35").withVirtType(type)), path);
    }

    @Test
    void theSizeOfPhysicalAddressesIsThatOfTheHost() {
        String told = "address sizes\t: 46 bits physical, 48 bits virtual\n";
        String path = "cpu.host-model.maxphysaddr@limit";

        is(onHost(path, told, "kvm"), "46");
        is(onHost("cpu.host-model.maxphysaddr@mode", told, "kvm"), "passthrough");
        assertThat(seen(onHost(path, told, "kvm")))
                .containsExactly(
                        "virt type: kvm", "/proc/cpuinfo, address sizes: 46 bits physical");
        isMissing(onHost(path, told, "qemu"));
        assertThat(changes(onHost(path, told, "qemu")))
                .containsExactly(
                        "ask about a virt type with hardware acceleration (--virttype kvm)");
        isMissing(onHost(path, "processor : 0\n", "kvm"));
        assertThat(changes(onHost(path, "processor : 0\n", "kvm")))
                .containsExactly("use a host whose kernel tells it (x86)");
    }

    @Test
    void whatIsSaidOfAModelCanBeAskedFor() {
        is(onHost("cpu.custom.EPYC-Genoa@vendor", "", "kvm"), "AMD");
        is(onHost("cpu.custom.EPYC-Genoa@canonical", "", "kvm"), "EPYC-Genoa-v1");
        isMissing(onHost("cpu.custom.EPYC-Genoa@deprecated", "", "kvm"));
        assertThat(changes(onHost("cpu.custom.EPYC-Genoa@deprecated", "", "kvm")))
                .containsExactly("nothing: QEMU does not advise against it");
        isMissing(onHost("cpu.custom.EPYC-Genoa-v1@canonical", "", "kvm"));
        is(onHost("cpu.host-model.model@fallback", "", "kvm"), "forbid");
        assertThat(decided(onHost("cpu.host-model.model@fallback", "", "kvm")))
                .isEqualTo("QEMU described the CPU");
    }

    /// Nothing but the document: what it says is told, what it does not say is unknown.
    @Test
    void aDocumentAloneNeverSaysNoToWhatItDoesNotReport() {
        qemu = new FakeFacts().machine(Accelerator.KVM, MACHINE, "q35", 0);
        qemu.sev(new SevFacts(51, 1, Optional.empty()));
        host = host("{'sevGuests': {'max': 410, 'maxEs': 99}}");
        DomainCapabilities document = DocumentFiller.fill(situation());
        Explanation alone = QemuExplainer.explain(document, Release.NEWEST);

        assertThat(find(alone, "vcpu@max").there()).isEqualTo(Truth.UNKNOWN);
        assertThat(find(alone, "features.sev.cpu0Id").there()).isEqualTo(Truth.UNKNOWN);
        assertThat(find(alone, "features.hyperv.defaults.spinlocks").there())
                .isEqualTo(Truth.UNKNOWN);
        is(find(alone, "features.sev.cbitpos"), "51");
        assertThat(seen(find(alone, "features.sev.cbitpos")))
                .containsExactly("query-sev-capabilities, cbitpos");
        // The document does say that there is no SGX.
        assertThat(find(alone, "features.sgx.flc").there()).isEqualTo(Truth.NO);
        assertThat(seen(find(alone, "machine")).getFirst()).isEqualTo("machine: " + MACHINE);
    }
}
