package org.domcaps.qemu.driver;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.domcaps.document.DocumentWriter;
import org.domcaps.document.Release;
import org.domcaps.driver.Request;
import org.domcaps.qemu.DocumentParts;
import org.domcaps.qemu.EditedRecording;
import org.domcaps.qemu.Fixtures;
import org.domcaps.qemu.HostTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// Hosts that are too rare to record: replies of QEMU written by hand, a host of files, and the
/// bytes of the document, both where the host has it and where it does not.
class RareHostsTest {

    private static final String TDX = "/sys/module/kvm_intel/parameters/tdx";
    private static final int VM_TYPES = 235;
    private static final String HYPERV =
            "{'type': 'full', 'model': {'name': 'host', 'props': {'migratable': false,"
                    + " 'hv-passthrough': true}}}";

    @TempDir Path folder;

    private final EditedRecording qemu = new EditedRecording(Fixtures.qemu111().recording());
    private HostTree host;
    private Request request = Request.defaults().withMachine("q35");

    @BeforeEach
    void anX86Host() {
        host = new HostTree(folder, "x86_64");
    }

    private String document() {
        QemuDriver driver =
                new QemuDriver(
                        ReplayedEmulators.single(qemu.recording()), HostSource.given(host.facts()));
        return new String(
                DocumentWriter.write(driver.domainCapabilities(request), request.release()), UTF_8);
    }

    private RareHostsTest in(int major, int minor) {
        request = request.withRelease(new Release(major, minor));
        return this;
    }

    private String element(String name) {
        return DocumentParts.element(document(), name);
    }

    private String values(String element, String enumName) {
        return DocumentParts.values(document(), element, enumName);
    }

    private void sevTells(String more) {
        qemu.reply(
                "query-sev-capabilities",
                "{'cbitpos': 51, 'reduced-phys-bits': 1, 'pdh': 'a', 'cert-chain': 'b'"
                        + more
                        + "}");
    }

    @Test
    void sevWithItsNumbersOfGuests() {
        sevTells(", 'cpu0-id': 'YQ=='");
        host.cpuid(0x8000001f, 0, 0, 509, 451);

        assertThat(element("sev"))
                .isEqualTo(
                        """
                        <sev supported='yes'>
                          <cbitpos>51</cbitpos>
                          <reducedPhysBits>1</reducedPhysBits>
                          <maxGuests>59</maxGuests>
                          <maxESGuests>450</maxESGuests>
                          <cpu0Id>YQ==</cpu0Id>
                        </sev>\
                        """);
        assertThat(values("launchSecurity", "sectype")).isEqualTo("sev sev-snp");
        assertThat(in(10, 7).values("launchSecurity", "sectype")).isEqualTo("sev sev-snp");
    }

    @Test
    void sevOfAHostWhoseFirmwareLeavesNoGuestsForEncryptedRegisters() {
        sevTells("");
        host.cpuid(0x8000001f, 0, 0, 509, 1);

        assertThat(element("sev"))
                .contains("<maxGuests>509</maxGuests>", "<maxESGuests>0</maxESGuests>")
                .doesNotContain("cpu0Id");
    }

    @Test
    void sevThatQemuRefusesIsNeitherAnElementNorALaunchSecurity() {
        host.file("/sys/module/kvm_amd/parameters/sev", "Y\n").file("/dev/sev", "");
        assertThat(element("sev")).isEqualTo("<sev supported='no'/>");
        assertThat(element("launchSecurity")).isEqualTo("<launchSecurity supported='no'/>");
    }

    @Test
    void snpAloneStillTellsTheNumbersOfSev() {
        qemu.without("sev-guest");
        sevTells("");

        assertThat(element("sev")).contains("<cbitpos>51</cbitpos>");
        assertThat(values("launchSecurity", "sectype")).isEqualTo("sev-snp");
        qemu.without("sev-snp-guest");
        assertThat(element("sev")).isEqualTo("<sev supported='no'/>");
    }

    @Test
    void sgxWithSectionsAndSizes() {
        qemu.reply(
                "query-sgx-capabilities",
                "{'sgx': true, 'flc': false, 'sgx1': true, 'sgx2': false, 'sections': [{'node': 0,"
                        + " 'size': 268435456}, {'node': 1, 'size': 1025}]}");
        assertThat(element("sgx"))
                .isEqualTo(
                        """
                        <sgx supported='yes'>
                          <flc>no</flc>
                          <sgx1>yes</sgx1>
                          <sgx2>no</sgx2>
                          <section_size unit='KiB'>262145</section_size>
                          <sections>
                            <section node='0' size='262144' unit='KiB'/>
                            <section node='1' size='1' unit='KiB'/>
                          </sections>
                        </sgx>\
                        """);
    }

    @Test
    void sgxWithoutSections() {
        String reply = "{'flc': true, 'sgx1': true, 'sgx2': true, 'section-size': 2048";
        qemu.reply("query-sgx-capabilities", reply + ", 'sections': []}");
        assertThat(element("sgx"))
                .isEqualTo(
                        """
                        <sgx supported='yes'>
                          <flc>yes</flc>
                          <sgx1>yes</sgx1>
                          <sgx2>yes</sgx2>
                          <section_size unit='KiB'>2</section_size>
                        </sgx>\
                        """);
        qemu.reply("query-sgx-capabilities", reply + "}");
        assertThat(element("sgx")).as("QEMU before 7.0").isEqualTo("<sgx supported='no'/>");
        qemu.fails("query-sgx-capabilities", "GenericError");
        assertThat(element("sgx")).isEqualTo("<sgx supported='no'/>");
        qemu.reply("query-sgx-capabilities", reply + ", 'sections': []}").without("sgx-epc");
        assertThat(element("sgx")).isEqualTo("<sgx supported='no'/>");
    }

    @Test
    void trustDomainsNeedTheSwitchAndTheVmType() {
        host.file(TDX, "Y\n").kvm(VM_TYPES, 0x21);
        assertThat(element("tdx")).isEqualTo("<tdx supported='yes'/>");
        assertThat(values("launchSecurity", "sectype")).isEqualTo("tdx");

        host.file(TDX, "N\n");
        assertThat(element("tdx")).isEqualTo("<tdx supported='no'/>");
        assertThat(values("launchSecurity", "sectype")).as("the VM type alone").isEqualTo("tdx");

        host.file(TDX, "Y\n").kvm(VM_TYPES, 1);
        assertThat(element("tdx")).isEqualTo("<tdx supported='no'/>");
        assertThat(element("launchSecurity")).isEqualTo("<launchSecurity supported='no'/>");

        host.kvm(VM_TYPES, 0x21);
        request = request.withVirtType("qemu");
        assertThat(element("tdx")).isEqualTo("<tdx supported='no'/>");
        assertThat(values("launchSecurity", "sectype")).isEqualTo("tdx");

        request = Request.defaults().withArch("i686");
        assertThat(element("tdx")).isEqualTo("<tdx supported='no'/>");

        qemu.without("tdx-guest");
        request = Request.defaults();
        assertThat(element("tdx")).isEqualTo("<tdx supported='no'/>");
        assertThat(element("launchSecurity")).isEqualTo("<launchSecurity supported='no'/>");
    }

    @Test
    void trustDomainsCameWith119AndNeededNoVmTypeThen() {
        host.file(TDX, "Y\n");
        assertThat(in(11, 8).element("tdx")).isEmpty();
        assertThat(in(11, 8).element("launchSecurity"))
                .isEqualTo("<launchSecurity supported='no'/>");
        assertThat(in(11, 9).element("tdx")).isEqualTo("<tdx supported='yes'/>");
        assertThat(in(11, 9).values("launchSecurity", "sectype")).isEqualTo("tdx");
        assertThat(in(11, 10).element("tdx")).isEqualTo("<tdx supported='no'/>");
        assertThat(in(11, 10).element("launchSecurity"))
                .isEqualTo("<launchSecurity supported='no'/>");
    }

    private static final String DESCRIPTOR =
            """
            {"interface-types": ["uefi"],
             "mapping": {"device": "memory", "filename": "/usr/share/OVMF.fd"%s},
             "targets": [{"architecture": "x86_64", "machines": ["pc-q35-*"]}],
             "features": []}
            """;

    @Test
    void aVariableStoreNeedsATemplateAndTheDevice() {
        String file = "/etc/qemu/firmware/10-store.json";
        host.file(file, DESCRIPTOR.formatted(", \"uefi-vars\": {\"template\": \"/v.json\"}"));
        assertThat(element("varstore")).isEqualTo("<varstore supported='yes'/>");
        assertThat(in(12, 0).element("varstore")).isEmpty();

        in(12, 1);
        host.file(file, DESCRIPTOR.formatted(", \"uefi-vars\": {}"));
        assertThat(element("varstore")).as("no template").isEqualTo("<varstore supported='no'/>");
        assertThat(values("os", "firmware")).as("the whole descriptor is out").isEmpty();
        host.file(file, DESCRIPTOR.formatted(""));
        assertThat(element("varstore")).isEqualTo("<varstore supported='no'/>");
        assertThat(values("os", "firmware")).isEqualTo("efi");

        host.file(file, DESCRIPTOR.formatted(", \"uefi-vars\": {\"template\": \"/v.json\"}"));
        qemu.without("uefi-vars-x64", "uefi-vars-sysbus");
        assertThat(element("varstore")).isEqualTo("<varstore supported='no'/>");
    }

    @Test
    void iommufdNeedsGroupsAndBothNodes() {
        host.folder("/sys/kernel/iommu_groups/0").file("/dev/vfio/vfio", "").file("/dev/iommu", "");
        assertThat(values("hostdev", "iommufd")).isEqualTo("yes no");
        assertThat(values("hostdev", "pciBackend")).isEqualTo("default vfio");
        assertThat(in(12, 0).values("hostdev", "iommufd")).isEqualTo("no enum");

        in(12, 1);
        host.without("/dev/iommu");
        assertThat(values("hostdev", "iommufd")).isEqualTo("no");
        assertThat(values("hostdev", "pciBackend")).isEqualTo("default vfio");
        host.file("/dev/iommu", "").without("/dev/vfio/vfio");
        assertThat(values("hostdev", "iommufd")).isEqualTo("no");
        assertThat(values("hostdev", "pciBackend")).isEmpty();
        host.file("/dev/vfio/vfio", "");
        qemu.without("iommufd");
        assertThat(values("hostdev", "iommufd")).isEqualTo("no");
    }

    @Test
    void rdpNeedsItsHelper() {
        assertThat(values("graphics", "type")).contains("dbus").doesNotContain("rdp");

        host.program("/usr/bin/qemu-rdp");
        assertThat(values("graphics", "type")).contains("vnc rdp ").endsWith("dbus");
        assertThat(in(11, 2).values("graphics", "type")).doesNotContain("rdp");

        in(11, 3);
        host.file("/etc/libvirt/qemu.conf", "qemu_rdp = \"/opt/rdp\"\n");
        assertThat(values("graphics", "type")).doesNotContain("rdp");
        host.program("/opt/rdp");
        assertThat(values("graphics", "type")).contains("rdp");
    }

    @Test
    void nvmeIsABusSince115() {
        assertThat(in(11, 5).values("disk", "bus")).endsWith(" nvme");
        assertThat(in(11, 4).values("disk", "bus")).doesNotContain("nvme");
        qemu.without("nvme-ns");
        assertThat(in(12, 8).values("disk", "bus")).doesNotContain("nvme");
    }

    @Test
    void panicNotifiersByType() {
        assertThat(values("panic", "model")).isEqualTo("isa hyperv pvpanic");
        qemu.without("pvpanic", "pvpanic-pci");
        assertThat(values("panic", "model")).isEqualTo("hyperv");
        assertThat(in(11, 2).element("panic")).isEmpty();
    }

    @Test
    void consolesBySpiceAndSchema() {
        String basic = "null vc pty dev file pipe stdio udp tcp unix";
        qemu.reply("query-command-line-options", "[{'option': 'spice', 'parameters': []}]");
        assertThat(values("console", "type"))
                .isEqualTo(basic + " spicevmc spiceport qemu-vdagent dbus");
        qemu.reply("query-command-line-options", "[]");
        assertThat(values("console", "type")).isEqualTo(basic + " qemu-vdagent dbus");
        assertThat(in(11, 4).element("console")).isEmpty();
    }

    @Test
    void hypervWithDefaultsSince119() {
        qemu.reply(
                "query-cpu-model-expansion",
                HYPERV,
                "{'model': {'name': 'host', 'props': {'hv-relaxed': true, 'hv-vapic': false,"
                        + " 'hv-spinlocks': 4095, 'hv-stimer': true, 'hv-stimer-direct': false,"
                        + " 'hv-tlbflush': true, 'hv-tlbflush-direct': true, 'hv-tlbflush-ext':"
                        + " true, 'hv-vendor-id': 'Linux KVM Hv'}}}");
        String features = "relaxed spinlocks stimer vendor_id tlbflush";
        assertThat(values("hyperv", "features")).isEqualTo(features);
        assertThat(element("hyperv"))
                .endsWith(
                        """
                          <defaults>
                            <spinlocks>4095</spinlocks>
                            <stimer_direct>off</stimer_direct>
                            <tlbflush_direct>on</tlbflush_direct>
                            <tlbflush_extended>on</tlbflush_extended>
                            <vendor_id>Linux KVM Hv</vendor_id>
                          </defaults>
                        </hyperv>\
                        """);
        assertThat(in(11, 8).values("hyperv", "features")).isEqualTo(features);
        assertThat(in(11, 8).element("hyperv")).doesNotContain("defaults");
    }

    @Test
    void hypervWithoutDefaultsAndNotAtAll() {
        qemu.reply(
                "query-cpu-model-expansion",
                HYPERV,
                "{'model': {'name': 'host', 'props': {'hv-spinlocks': 4294967295,"
                        + " 'hv-vendor-id': ''}}}");
        assertThat(values("hyperv", "features")).isEqualTo("spinlocks vendor_id");
        assertThat(element("hyperv")).doesNotContain("defaults");
        qemu.reply(
                "query-cpu-model-expansion",
                HYPERV,
                "{'model': {'name': 'host', 'props': {'hv-relaxed': false, 'aes': true}}}");
        assertThat(element("hyperv")).isEmpty();
    }
}
