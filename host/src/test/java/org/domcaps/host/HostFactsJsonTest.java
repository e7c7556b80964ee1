package org.domcaps.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.cpu.CpuidDump;
import org.domcaps.cpu.CpuidKey;
import org.domcaps.cpu.CpuidRegs;
import org.domcaps.cpu.HostProcessor;
import org.domcaps.document.Arch;
import org.domcaps.document.Release;
import org.domcaps.error.ErrorCode;
import org.domcaps.host.firmware.DescriptorFile;
import org.domcaps.host.firmware.FirmwareFacts;
import org.domcaps.host.firmware.FirmwareFault;
import org.domcaps.host.firmware.FirmwareOffer;
import org.domcaps.host.firmware.Images;
import org.domcaps.host.firmware.LoaderPair;
import org.domcaps.json.JsonReader;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

class HostFactsJsonTest {

    private static final Path DOCUMENTED = Path.of("../docs/host-facts");

    private static HostFacts read(String json) {
        return HostFacts.fromJson(JsonReader.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static HostFacts documented(String name) throws IOException {
        return HostFacts.fromJson(JsonReader.read(Files.readAllBytes(DOCUMENTED.resolve(name))));
    }

    private static void survives(HostFacts facts) {
        assertThat(read(JsonWriter.pretty(facts.toJson()))).isEqualTo(facts);
    }

    private static HostFacts full() {
        TreeMap<CpuidKey, CpuidRegs> leaves = new TreeMap<>();
        leaves.put(new CpuidKey(0x8000001f, 0), new CpuidRegs(-1, 0, 509, 451));
        leaves.put(new CpuidKey(0xd, 1), new CpuidRegs(1, 2, 3, 4));
        FirmwareFacts firmware =
                new FirmwareFacts(
                        List.of(
                                new DescriptorFile(
                                        "b",
                                        "/etc/qemu/firmware/b",
                                        new DescriptorFile.Content.Json(
                                                JsonValue.object().put("x", 1).build(), true)),
                                new DescriptorFile(
                                        "a",
                                        "/usr/share/qemu/firmware/a",
                                        new DescriptorFile.Content.Unusable("too large"))),
                        List.of(LoaderPair.of("/c", "/v"), LoaderPair.of("/d")),
                        new Images.Existing(new LinkedHashSet<>(List.of("/d", "/c"))),
                        Optional.empty());
        return new HostFacts(
                EnumSet.allOf(HostPart.class),
                new Machine(
                        Arch.AARCH64,
                        Optional.of("6.1 #1"),
                        Optional.of("sig"),
                        0xffff_ffffL,
                        OptionalInt.of(48)),
                RawCpu.of(new CpuidDump(leaves, new LinkedHashMap<>()).withMsr(0x10a, -1)),
                new Kvm.Usable(1024, 0x21, OptionalLong.of(0x4000_0000_0c00_0069L)),
                Set.of(HostFeature.SEV, HostFeature.VFIO_NODE),
                Swtpm.of(SwtpmFeature.TPM_1_2, SwtpmFeature.TPM_2_0),
                Optional.of("/usr/bin/qemu-rdp"),
                new SevGuests.Counted(59, 450),
                firmware);
    }

    @Test
    void everythingSurvivesTheJsonForm() {
        survives(full());
        survives(HostFacts.plain());
        survives(full().withRawCpu(RawCpu.of(new HostProcessor.PowerVersion(0x004e1202))));
        survives(full().withRawCpu(RawCpu.of(new HostProcessor.PowerVersion(0x80240000))));
        survives(full().withRawCpu(RawCpu.of(new HostProcessor.ArmRegisters(0x410fd0c1L, -1))));
        survives(full().withRawCpu(RawCpu.of(new HostProcessor.Simulated("POWER8"))));
        survives(full().withRawCpu(RawCpu.unknown()));
        survives(full().withKvm(new Kvm.Missing()));
        survives(full().withKvm(new Kvm.Refused("Permission denied")));
        survives(full().withKvm(new Kvm.Unknown("cause")));
        survives(full().withSwtpm(new Swtpm.Absent(List.of("swtpm"))));
        survives(full().withSwtpm(new Swtpm.Unclear("cause")));
        survives(full().withSwtpm(new Swtpm.Present(Set.of(), Optional.of("complaint"))));
        survives(full().withSevGuests(new SevGuests.Unknown("cause")));
        survives(full().withRdpHelper(Optional.empty()));
        survives(full().withFirmware(FirmwareFacts.none()));
        survives(
                full().withFirmware(
                                FirmwareFacts.none().withImages(new Images.Given(List.of("/f")))));
        survives(
                full().withFirmware(
                                FirmwareFacts.failed(
                                        new FirmwareFault(ErrorCode.CONFIG_UNSUPPORTED, "no"))));
    }

    @Test
    void partialFactsSurviveToo() {
        HostFacts partial = HostFacts.of(Machine.of(Arch.X86_64), Set.of()).withSwtpm(Swtpm.of());
        survives(partial);
        assertThat(JsonWriter.compact(partial.toJson()))
                .isEqualTo(
                        "{\"gathered\":[\"swtpm\"],\"arch\":\"x86_64\","
                                + "\"swtpm\":{\"installed\":true,\"features\":[]}}");
    }

    @Test
    void anEmptyObjectIsAPlainMachine() {
        HostFacts facts = read("{}");
        assertThat(facts).isEqualTo(HostFacts.plain());
        assertThat(facts.arch()).isEqualTo(Arch.X86_64);
        assertThat(facts.kvm().require().maxVcpus()).isEqualTo(Integer.MAX_VALUE);
        assertThat(facts.swtpm().isInstalled()).isFalse();
        assertThat(facts.vfioUsable()).isFalse();
    }

    @Test
    void smallFilesSayWhatTheyMean() {
        assertThat(read("{\"kvm\": {\"usable\": true, \"maxVcpus\": 8}}").kvm())
                .isEqualTo(new Kvm.Usable(8, 0, OptionalLong.empty()));
        assertThat(read("{\"kvm\": {\"usable\": false}}").kvm()).isEqualTo(new Kvm.Missing());
        assertThat(
                        read("{\"kvm\": {\"usable\": false, \"reason\": \"No such file or"
                                        + " directory\"}}")
                                .kvm())
                .isEqualTo(new Kvm.Missing());
        assertThat(read("{\"swtpm\": {\"features\": [\"tpm-2.0\"]}}").swtpm())
                .isEqualTo(Swtpm.of(SwtpmFeature.TPM_2_0));
        assertThat(read("{\"swtpm\": {\"installed\": false}}").swtpm())
                .isEqualTo(new Swtpm.Absent(List.of("swtpm", "swtpm_setup", "swtpm_ioctl")));
        assertThat(read("{\"firmware\": {\"fault\": \"no\"}}").firmware().fault())
                .contains(new FirmwareFault(ErrorCode.SYSTEM, "no"));
        assertThat(
                        read("{\"firmware\": {\"fallbackLoaders\": [\"/a\"]}}")
                                .firmware()
                                .offer(Arch.AARCH64, "virt-9.0", Release.OLDEST)
                                .loaderValues())
                .containsExactly("/a");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | expected an object, found an array",
                "{\"Arch\": 1} | Arch: no such member",
                "{\"arch\": 1} | arch: expected a string, found a number",
                "{\"arch\": \"amd64\"} | arch: no such architecture: \"amd64\"",
                "{\"kvm\": true} | kvm: expected an object, found true or false",
                "{\"kvm\": {\"maxVcpus\": \"8\"}} | kvm.maxVcpus: expected a whole number from 1 to"
                        + " 2147483647, found a string",
                "{\"kvm\": {\"maxVcpus\": 0}} | kvm.maxVcpus: expected a whole number from 1 to"
                        + " 2147483647, found 0",
                "{\"kvm\": {\"usable\": \"yes\"}} | kvm.usable: expected true or false, found a"
                        + " string",
                "{\"kvm\": {\"usable\": true, \"reason\": \"x\"}} | kvm.reason: no such member",
                "{\"kvm\": {\"vmTypes\": 33}} | kvm.vmTypes: expected a string of \"0x\" and up to"
                        + " 8 hexadecimal digits, found a number",
                "{\"kvm\": {\"vmTypes\": \"33\"}} | kvm.vmTypes: expected a string of \"0x\" and up"
                        + " to 8 hexadecimal digits, found \"33\"",
                "{\"kvm\": {\"vmTypes\": \"0x+3\"}} | kvm.vmTypes: expected a string of \"0x\" and"
                        + " up to 8 hexadecimal digits, found \"0x+3\"",
                "{\"features\": [\"vfio\"]} | features[0]: no such feature: \"vfio\"",
                "{\"features\": [\"sev\", null]} | features[1]: expected a string, found null",
                "{\"swtpm\": {\"features\": {}}} | swtpm.features: expected an array, found an"
                        + " object",
                "{\"rawCpu\": {\"cpuid\": [{\"eax\": \"0x1\"}]}} | rawCpu.cpuid[0].leaf: missing",
                "{\"rawCpu\": {\"pvr\": \"0x1\", \"model\": \"x\"}} | rawCpu.model: no"
                        + " such member",
                "{\"rawCpu\": {\"hwcap\": \"0x1\"}} | rawCpu.hwcap: no such member",
                "{\"rawCpu\": {\"pvr\": \"0x123456789\"}} | rawCpu.pvr: expected a string of"
                        + " \"0x\" and up to 8 hexadecimal digits, found \"0x123456789\"",
                "{\"rawCpu\": {\"cpuid\": [{\"leaf\": \"0x1\"}, {\"leaf\": \"0x1\"}]}} |"
                        + " rawCpu.cpuid[1].leaf: the same leaf and subleaf a second time",
                "{\"firmware\": {\"descriptors\": [{\"descriptor\": {}}]}} |"
                        + " firmware.descriptors[0].name: missing",
                "{\"firmware\": {\"descriptors\": [{\"name\": \"a\"}]}} |"
                        + " firmware.descriptors[0].descriptor: missing",
                "{\"firmware\": {\"descriptors\": [{\"name\": \"a\", \"unusable\": \"\"},"
                    + " {\"name\": \"a\", \"unusable\": \"\"}]}} | firmware.descriptors[1].name: a"
                    + " second descriptor \"a\"",
                "{\"firmware\": {\"existingImages\": [], \"loaderValues\": []}} |"
                        + " firmware.loaderValues: cannot stand beside existingImages",
                "{\"firmware\": {\"fault\": \"x\", \"faultCode\": 4711}} | firmware.faultCode: no"
                        + " such error code: 4711",
                "{\"gathered\": [\"kvm\"], \"swtpm\": {}} | swtpm: not listed in gathered",
                "{\"physicalAddressBits\": 65} | physicalAddressBits: expected a whole number from"
                        + " 1 to 64, found 65",
            })
    void aMistakeIsToldWithItsPlace(String json, String detail) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(HostFactsException.class)
                .hasMessage("host facts: " + detail);
    }

    @Test
    void theDocumentedHostOfTwelveEightIsTheOneDescribed() throws IOException {
        HostFacts facts = documented("libvirt-12.8-host-facts.json");
        survives(facts);
        assertThat(facts.machine().physicalAddressBits()).hasValue(48);
        assertThat(facts.kvm().require().maxVcpus()).isEqualTo(1024);
        assertThat(facts.vfioUsable()).isFalse();
        assertThat(facts.rdpHelper()).isEmpty();
        assertThat(facts.sevGuests()).isEqualTo(SevGuests.none());
        assertThat(facts.swtpm()).isEqualTo(Swtpm.of(SwtpmFeature.TPM_1_2, SwtpmFeature.TPM_2_0));
        FirmwareOffer q35 = facts.firmware().offer(Arch.X86_64, "pc-q35-9.1", Release.NEWEST);
        assertThat(q35.loaderValues())
                .containsExactly(
                        "/usr/share/OVMF/OVMF_CODE_4M.ms.fd",
                        "/usr/share/OVMF/OVMF_CODE_4M.secboot.fd",
                        "/usr/share/ovmf/OVMF.amdsev.fd",
                        "/usr/share/ovmf/OVMF.inteltdx.ms.fd",
                        "/usr/share/OVMF/OVMF_CODE_4M.fd");
        assertThat(q35.requiresSmm()).isTrue();
        assertThat(q35.secureBoot()).isEqualTo(new FirmwareOffer.Spread(true, true));
        FirmwareOffer pc = facts.firmware().offer(Arch.X86_64, "pc-i440fx-9.1", Release.NEWEST);
        assertThat(pc.loaderValues()).containsExactly("/usr/share/OVMF/OVMF_CODE_4M.fd");
        assertThat(pc.requiresSmm()).isFalse();
        assertThat(facts.firmware().offer(Arch.AARCH64, "virt-9.1", Release.NEWEST).loaderValues())
                .isEmpty();
    }

    @Test
    void theDocumentedHostOfTheOldTestsIsTheOneDescribed() throws IOException {
        HostFacts facts = documented("libvirt-10.7-tests-host-facts.json");
        survives(facts);
        assertThat(facts.machine().physicalAddressBits()).hasValue(64);
        assertThat(facts.kvm().require().maxVcpus()).isEqualTo(Integer.MAX_VALUE);
        assertThat(facts.vfioUsable()).isTrue();
        assertThat(facts.sevGuests()).isEqualTo(new SevGuests.Counted(59, 450));
        assertThat(facts.withArch(Arch.S390X).secureGuests()).isTrue();
        FirmwareOffer any = facts.firmware().offer(Arch.SPARC, "SS-5", Release.OLDEST);
        assertThat(any.interfaces()).isEmpty();
        assertThat(any.loaderValues())
                .containsExactly("/obviously/fake/firmware1.fd", "/obviously/fake/firmware2.fd");
    }
}
