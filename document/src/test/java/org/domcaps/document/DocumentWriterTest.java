package org.domcaps.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.document.Extras.ExtraElement;
import org.domcaps.xml.XmlAttribute;
import org.domcaps.xml.XmlElement;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

class DocumentWriterTest {

    private static final Release OLD = Release.OLDEST;
    private static final Release NEW = Release.NEWEST;

    private static DomainCapabilities document(
            Map<Element, Block> blocks, Map<Place, Extras> extras) {
        return new DomainCapabilities(
                Optional.of("/usr/bin/q<&>'\"\u0007\u00e4"),
                Optional.of("kvm"),
                Optional.empty(),
                Optional.of("x86_64"),
                OptionalLong.of(64),
                blocks,
                extras);
    }

    private static String write(DomainCapabilities document, Release release) {
        return new String(DocumentWriter.write(document, release), StandardCharsets.UTF_8);
    }

    private static String body(Map<Element, Block> blocks, Release release) {
        String text = write(document(blocks, Map.of()), release);
        return text.substring(
                text.indexOf("  <vcpu max='64'/>\n") + "  <vcpu max='64'/>\n".length());
    }

    @Test
    void writesTheHeadAndEscapes() {
        assertThat(write(document(Map.of(), Map.of()), NEW))
                .isEqualTo(
                        """
                        <domainCapabilities>
                          <path>/usr/bin/q&lt;&amp;&gt;&apos;&quot;\u00e4</path>
                          <domain>kvm</domain>
                          <arch>x86_64</arch>
                          <vcpu max='64'/>
                          <devices>
                          </devices>
                        </domainCapabilities>
                        """);
    }

    @Test
    void foldsSupportedGroupsWithoutContentSince121() {
        Map<Element, Block> blocks =
                Map.of(
                        Element.HOSTDEV,
                        Block.of(true),
                        Element.TPM,
                        Block.of(false),
                        Element.CRYPTO,
                        Block.of(List.of(new ValueEnum("model", List.of()))));
        String crypto = "    <crypto supported='yes'>\n      <enum name='model'/>\n    </crypto>\n";
        assertThat(body(blocks, OLD))
                .contains(
                        "    <hostdev supported='yes'>\n    </hostdev>\n    <tpm supported='no'/>\n"
                                + crypto);
        assertThat(body(blocks, NEW))
                .contains("    <hostdev supported='yes'/>\n    <tpm supported='no'/>\n" + crypto);
    }

    @Test
    void writesOsInTheOrderOfTheFormat() {
        EnumMap<Element, Block> blocks = new EnumMap<>(Element.class);
        blocks.put(Element.VARSTORE, Block.of(true));
        blocks.put(
                Element.LOADER,
                Block.of(
                        List.of(new ValueEnum("type", List.of("rom"))),
                        new Detail.LoaderPaths(List.of("/a&b", "/c"))));
        blocks.put(Element.FIRMWARE_FEATURES, Block.of(true));
        blocks.put(Element.OS, Block.of(List.of(new ValueEnum("firmware", List.of("efi")))));
        assertThat(body(blocks, NEW))
                .startsWith(
                        """
                          <os supported='yes'>
                            <enum name='firmware'>
                              <value>efi</value>
                            </enum>
                            <firmwareFeatures supported='yes'/>
                            <loader supported='yes'>
                              <value>/a&amp;b</value>
                              <value>/c</value>
                              <enum name='type'>
                                <value>rom</value>
                              </enum>
                            </loader>
                            <varstore supported='yes'/>
                          </os>
                        """);
    }

    @Test
    void writesBlockersSince109AndCanonicalSince1010() {
        CpuModel model =
                new CpuModel(
                        "Broadwell",
                        CpuModel.Usable.NO,
                        Support.YES,
                        Optional.of("Intel"),
                        Optional.of("Broadwell-v1"),
                        List.of("abm", "adx"),
                        new Extras(List.of(new XmlAttribute("new", "x")), List.of()));
        Map<Element, Block> blocks =
                Map.of(
                        Element.CUSTOM,
                        Block.of(List.of(), new Detail.CustomModels(List.of(model))));
        assertThat(body(blocks, OLD))
                .contains(
                        "<mode name='custom' supported='yes'>\n"
                                + "      <model usable='no' deprecated='yes' vendor='Intel'"
                                + " new='x'>Broadwell</model>\n"
                                + "    </mode>\n");
        assertThat(body(blocks, new Release(10, 9)))
                .contains("<blockers")
                .doesNotContain("canonical");
        assertThat(body(blocks, NEW))
                .contains(
                        "      <model usable='no' deprecated='yes' vendor='Intel'"
                                + " canonical='Broadwell-v1' new='x'>Broadwell</model>\n"
                                + "      <blockers model='Broadwell'>\n"
                                + "        <feature name='abm'/>\n"
                                + "        <feature name='adx'/>\n"
                                + "      </blockers>\n");
    }

    @Test
    void writesHostModel() {
        Detail cpu =
                new Detail.HostModel(
                        "EPYC",
                        "forbid",
                        Optional.of("AMD"),
                        Optional.of(new Detail.MaxPhysAddr("passthrough", 48)),
                        List.of(
                                new CpuFeature(FeaturePolicy.REQUIRE, "x2apic"),
                                new CpuFeature(FeaturePolicy.DISABLE, "xsaves")));
        assertThat(body(Map.of(Element.HOST_MODEL, Block.of(List.of(), cpu)), OLD))
                .startsWith(
                        """
                          <cpu>
                            <mode name='host-model' supported='yes'>
                              <model fallback='forbid'>EPYC</model>
                              <vendor>AMD</vendor>
                              <maxphysaddr mode='passthrough' limit='48'/>
                              <feature policy='require' name='x2apic'/>
                              <feature policy='disable' name='xsaves'/>
                            </mode>
                          </cpu>
                        """);
    }

    @Test
    void writesSevSgxAndHyperv() {
        EnumMap<Element, Block> blocks = new EnumMap<>(Element.class);
        blocks.put(
                Element.SEV,
                Block.of(
                        List.of(),
                        new Detail.Sev(
                                51,
                                1,
                                OptionalLong.of(59),
                                OptionalLong.of(450),
                                Optional.of("aGk="))));
        blocks.put(
                Element.SGX,
                Block.of(
                        List.of(),
                        new Detail.Sgx(
                                false, true, false, 3, List.of(new Detail.SgxSection(0, 1)))));
        blocks.put(
                Element.HYPERV,
                Block.of(
                        List.of(new ValueEnum("features", List.of("relaxed"))),
                        new Detail.HypervDefaults(
                                OptionalLong.of(4095),
                                Optional.of(true),
                                Optional.of(false),
                                Optional.empty(),
                                Optional.of("Linux KVM Hv"))));
        String sevAndSgx =
                """
                  <features>
                    <sev supported='yes'>
                      <cbitpos>51</cbitpos>
                      <reducedPhysBits>1</reducedPhysBits>
                      <maxGuests>59</maxGuests>
                      <maxESGuests>450</maxESGuests>
                      <cpu0Id>aGk=</cpu0Id>
                    </sev>
                    <sgx supported='yes'>
                      <flc>no</flc>
                      <sgx1>yes</sgx1>
                      <sgx2>no</sgx2>
                      <section_size unit='KiB'>3</section_size>
                      <sections>
                        <section node='0' size='1' unit='KiB'/>
                      </sections>
                    </sgx>
                    <hyperv supported='yes'>
                      <enum name='features'>
                        <value>relaxed</value>
                      </enum>
                """;
        String defaults =
                """
                      <defaults>
                        <spinlocks>4095</spinlocks>
                        <stimer_direct>on</stimer_direct>
                        <tlbflush_direct>off</tlbflush_direct>
                        <vendor_id>Linux KVM Hv</vendor_id>
                      </defaults>
                """;
        String end = "    </hyperv>\n  </features>\n</domainCapabilities>\n";
        assertThat(body(blocks, NEW)).endsWith(sevAndSgx + defaults + end);
        assertThat(body(blocks, new Release(11, 8))).endsWith(sevAndSgx + end);
    }

    @Test
    void putsUnknownChildrenBackWhereTheyWere() {
        XmlElement inner =
                new XmlElement("in", List.of(new XmlAttribute("a", "1\n2")), List.of(), "t<", 0, 0);
        XmlElement outer = new XmlElement("out", List.of(), List.of(inner), "", 0, 0);
        XmlElement empty = new XmlElement("empty", List.of(), List.of(), "", 0, 0);
        Extras root =
                new Extras(
                        List.of(new XmlAttribute("level", "9")),
                        List.of(
                                new ExtraElement(0, empty),
                                new ExtraElement(4, outer),
                                new ExtraElement(99, empty)));
        assertThat(write(document(Map.of(), Map.of(Place.ROOT, root, Place.CPU, Extras.NONE)), NEW))
                .isEqualTo(
                        """
                        <domainCapabilities level='9'>
                          <empty/>
                          <path>/usr/bin/q&lt;&amp;&gt;&apos;&quot;\u00e4</path>
                          <domain>kvm</domain>
                          <arch>x86_64</arch>
                          <vcpu max='64'/>
                          <out>
                            <in a='1&#10;2'>t&lt;</in>
                          </out>
                          <cpu>
                          </cpu>
                          <devices>
                          </devices>
                          <empty/>
                        </domainCapabilities>
                        """);
    }
}
