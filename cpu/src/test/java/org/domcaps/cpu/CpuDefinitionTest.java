package org.domcaps.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.document.Arch;
import org.domcaps.document.FeaturePolicy;
import org.domcaps.xml.XmlElement;
import org.domcaps.xml.XmlException;
import org.domcaps.xml.XmlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class CpuDefinitionTest {

    private static final String GUEST =
            """
            <cpu mode='custom' match='exact' check='partial'>
              <model fallback='forbid' vendor_id='Some&lt;Vendor>'>EPYC</model>
              <vendor>AMD</vendor>
              <topology sockets='1' dies='2' clusters='1' cores='4' threads='2'/>
              <maxphysaddr mode='passthrough' limit='48'/>
              <feature policy='require' name='x2apic'/>
              <feature policy='disable' name='monitor'/>
              <feature name='svm'/>
            </cpu>
            """;

    private static final String HOST =
            """
            <cpu>
              <arch>x86_64</arch>
              <model>Penryn</model>
              <vendor>Intel</vendor>
              <signature family='6' model='23' stepping='10'/>
              <topology sockets='1' dies='1' clusters='1' cores='2' threads='1'/>
              <feature name='vme'/>
            </cpu>
            """;

    private static XmlElement xml(String text) {
        return XmlReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static CpuDefinition read(String text) {
        return CpuDefinitionReader.read(xml(text));
    }

    @Test
    void whatAReaderWouldTakeForBlanksIsWrittenSoThatItIsReadAgain() {
        String text =
                """
                <cpu mode='custom' match='exact'>
                  <model fallback='allow' vendor_id='A&#9;B&#10;"\u00e9\ud83d\ude00'>EPYC</model>
                </cpu>
                """;
        CpuDefinition cpu = read(text);
        String written = CpuDefinitionWriter.write(cpu);
        assertThat(written).contains("vendor_id='A&#9;B&#10;&quot;\u00e9\ud83d\ude00'");
        assertThat(read(written)).isEqualTo(cpu);
    }

    @Test
    void aGuestIsReadAndWritten() {
        CpuDefinition cpu = read(GUEST);
        assertThat(cpu)
                .isEqualTo(
                        new GuestCpu(
                                CpuMode.CUSTOM,
                                Optional.of(CpuMatch.EXACT),
                                Optional.of(CpuCheck.PARTIAL),
                                new ModelChoice(
                                        Optional.of("EPYC"),
                                        Fallback.FORBID,
                                        Optional.of("Some<Vendor>")),
                                Optional.of("AMD"),
                                Optional.of(new Topology(1, 2, 1, 4, 2)),
                                Optional.of(
                                        new MaxPhysAddr(
                                                MaxPhysAddr.Mode.PASSTHROUGH,
                                                OptionalInt.empty(),
                                                OptionalInt.of(48))),
                                List.of(
                                        CpuFeature.of("x2apic", FeaturePolicy.REQUIRE),
                                        CpuFeature.of("monitor", FeaturePolicy.DISABLE),
                                        CpuFeature.ofHost("svm"))));
        assertThat(CpuDefinitionWriter.write(cpu))
                .isEqualTo(GUEST.replace("Vendor>", "Vendor&gt;"));
    }

    @Test
    void aHostIsReadAndWritten() {
        CpuDefinition cpu = read(HOST);
        assertThat(cpu)
                .isEqualTo(
                        new HostCpu(
                                Arch.X86_64,
                                Optional.of("Penryn"),
                                Optional.of("Intel"),
                                Optional.of(new CpuSignature(6, 23, 10)),
                                Optional.of(new Topology(1, 1, 1, 2, 1)),
                                List.of(CpuFeature.ofHost("vme"))));
        assertThat(CpuDefinitionWriter.write(cpu)).isEqualTo(HOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<cpu mode='host-passthrough'/>\n",
                "<cpu mode='maximum'/>\n",
                "<cpu mode='host-model'>\n  <model fallback='forbid'/>\n</cpu>\n",
                "<cpu mode='custom' match='strict'>\n"
                        + "  <model fallback='allow'>486</model>\n"
                        + "</cpu>\n",
                "<cpu mode='host-passthrough'>\n  <maxphysaddr mode='emulate' bits='40'/>\n</cpu>\n"
            })
    void shortFormsComeBack(String text) {
        assertThat(CpuDefinitionWriter.write(read(text))).isEqualTo(text);
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        GuestCpu cpu =
                (GuestCpu)
                        read(
                                "<cpu><model>486</model><topology sockets='1' cores='1'"
                                        + " threads='1'/></cpu>");
        assertThat(cpu.mode()).isEqualTo(CpuMode.CUSTOM);
        assertThat(cpu.match()).isEmpty();
        assertThat(cpu.effectiveMatch()).isEqualTo(CpuMatch.MINIMUM);
        assertThat(cpu.model().fallback()).isEqualTo(Fallback.ALLOW);
        assertThat(cpu.topology()).contains(new Topology(1, 1, 1, 1, 1));
        assertThat(CpuFeature.ofHost("x").effectivePolicy()).isEqualTo(FeaturePolicy.REQUIRE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<cpus/>",
                "<cpu mode='best'/>",
                "<cpu match='loose'/>",
                "<cpu check='some'/>",
                "<cpu><model fallback='never'>486</model></cpu>",
                "<cpu><feature policy='require'/></cpu>",
                "<cpu><feature policy='want' name='a'/></cpu>",
                "<cpu><feature name='a'/><feature name='a'/></cpu>",
                "<cpu><topology sockets='0' cores='1' threads='1'/></cpu>",
                "<cpu><topology sockets='1' cores='1'/></cpu>",
                "<cpu><topology sockets='one' cores='1' threads='1'/></cpu>",
                "<cpu><maxphysaddr mode='guess'/></cpu>",
                "<cpu><maxphysaddr mode='emulate' bits='-1'/></cpu>",
                "<cpu><arch>z80</arch></cpu>",
                "<cpu><arch>i686</arch><signature family='6' model='x' stepping='1'/></cpu>"
            })
    void whatTheFormatDoesNotKnowIsRefused(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(XmlException.class)
                .hasMessageContaining("line 1");
    }

    @Test
    void aHostIsNoGuest() {
        assertThatThrownBy(() -> CpuDefinitionReader.readGuest(xml(HOST)))
                .hasMessageContaining("of a host");
    }

    @Test
    void whatWasReadFromAProcessorComesBack() {
        LinkedHashMap<CpuidKey, CpuidRegs> leaves = new LinkedHashMap<>();
        leaves.put(new CpuidKey(0x80000001, 0), new CpuidRegs(1, -1, 0x10, 0));
        leaves.put(new CpuidKey(7, 1), new CpuidRegs(0, 0, 0, 5));
        LinkedHashMap<Integer, Long> msrs = new LinkedHashMap<>();
        msrs.put(0x10a, 0x8000_0001_0000_0002L);
        CpuidDump dump = new CpuidDump(leaves, msrs);
        String text = CpuidDumpWriter.write(dump);
        assertThat(text)
                .isEqualTo(
                        """
                        <cpudata arch='x86'>
                          <cpuid eax_in='0x80000001' ecx_in='0x00' eax='0x00000001' ebx='0xffffffff' ecx='0x00000010' edx='0x00000000'/>
                          <cpuid eax_in='0x00000007' ecx_in='0x01' eax='0x00000000' ebx='0x00000000' ecx='0x00000000' edx='0x00000005'/>
                          <msr index='0x10a' eax='0x00000002' edx='0x80000001'/>
                        </cpudata>
                        """);
        assertThat(CpuidDumpReader.read(xml(text))).isEqualTo(dump);
        assertThat(dump.read(CpuidKey.of(3))).isEqualTo(CpuidRegs.ZERO);
        assertThat(dump.readMsr(0x10a)).isEqualTo(0x8000_0001_0000_0002L);
        assertThat(dump.readMsr(0x10b)).isZero();
        assertThat(dump.withMsr(0x10b, 7).readMsr(0x10b)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<cpu/>",
                "<cpudata/>",
                "<cpudata arch='arm'/>",
                "<cpudata arch='x86'><leaf/></cpudata>",
                "<cpudata arch='x86'><msr index='0x1' eax='0x1'/></cpudata>",
                "<cpudata arch='x86'><msr index='0x1' eax='0x1' edx='0x1ffffffff'/></cpudata>",
                "<cpudata arch='x86'><cpuid eax_in='x' eax='0' ebx='0' ecx='0' edx='0'/></cpudata>"
            })
    void brokenProcessorDataIsRefused(String text) {
        assertThatThrownBy(() -> CpuidDumpReader.read(xml(text))).isInstanceOf(XmlException.class);
    }

    @Test
    void aFeatureListKeepsPlacesAndAppends() {
        FeatureList list =
                new FeatureList(
                        List.of(
                                CpuFeature.of("b", FeaturePolicy.REQUIRE),
                                CpuFeature.of("a", FeaturePolicy.REQUIRE)));
        list.overlay(
                List.of(
                        CpuFeature.of("b", FeaturePolicy.DISABLE),
                        CpuFeature.of("A", FeaturePolicy.FORCE)));
        list.addIfMissing(CpuFeature.of("a", FeaturePolicy.FORBID));
        list.addIfMissing(CpuFeature.of("c", FeaturePolicy.FORBID));
        assertThat(list.toList()).extracting(CpuFeature::name).containsExactly("b", "a", "A", "c");
        assertThat(list.toList().getFirst().effectivePolicy()).isEqualTo(FeaturePolicy.DISABLE);
        assertThat(FeatureList.sorted(list.toList()))
                .extracting(CpuFeature::name)
                .containsExactly("A", "a", "b", "c");
    }
}
