package org.domcaps.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.document.Extras.ExtraElement;
import org.domcaps.xml.XmlAttribute;
import org.domcaps.xml.XmlElement;
import org.domcaps.xml.XmlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

class DocumentReaderTest {

    private static DomainCapabilities read(String xml) {
        return DocumentReader.read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static DomainCapabilities body(String body) {
        return read("<domainCapabilities>" + body + "</domainCapabilities>");
    }

    private static String write(DomainCapabilities document) {
        return new String(DocumentWriter.write(document, Release.NEWEST), StandardCharsets.UTF_8);
    }

    @Test
    void readsTheHead() {
        DomainCapabilities document =
                body(
                        "<path> /a&amp;b </path><domain> kvm\n"
                            + "</domain><machine>pc</machine><arch>x86_64</arch><vcpu max='255'/>");
        assertThat(document.path()).contains(" /a&b ");
        assertThat(document.domain()).contains("kvm");
        assertThat(document.machine()).contains("pc");
        assertThat(document.arch()).contains("x86_64");
        assertThat(document.vcpuMax()).hasValue(255);
        assertThat(document.blocks()).isEmpty();
    }

    @Test
    void threeStatesStayApart() {
        DomainCapabilities document =
                body("<features><genid supported='no'/><ps2 supported='yes'/></features>");
        assertThat(document.support(Element.GENID)).isEqualTo(Support.NO);
        assertThat(document.support(Element.PS2)).isEqualTo(Support.YES);
        assertThat(document.support(Element.TDX)).isEqualTo(Support.NOT_REPORTED);
    }

    @Test
    void anEmptyEnumIsNotAMissingOne() {
        DomainCapabilities document =
                body(
                        "<devices><hostdev supported='yes'><enum"
                                + " name='capsType'/></hostdev></devices>");
        assertThat(document.values(EnumKey.HOSTDEV_CAPS_TYPE)).contains(List.of());
        assertThat(document.values(EnumKey.HOSTDEV_MODE)).isEmpty();
    }

    @Test
    void blockersBelongToTheModelBeforeThem() {
        DomainCapabilities document =
                body(
                        """
                        <cpu><mode name='custom' supported='yes'>
                          <model usable='no' vendor='Intel' canonical='A-v1'>A</model>
                          <blockers model='A'><feature name='x'/><feature name='y'/></blockers>
                          <model usable='unknown'>B</model>
                          <blockers model='A'><feature name='z'/></blockers>
                        </mode></cpu>
                        """);
        assertThat(document.customModels())
                .extracting(
                        CpuModel::name, CpuModel::blockers, CpuModel::vendor, CpuModel::canonical)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "A", List.of("x", "y"), Optional.of("Intel"), Optional.of("A-v1")),
                        org.assertj.core.groups.Tuple.tuple(
                                "B", List.of(), Optional.empty(), Optional.empty()));
        assertThat(document.block(Element.CUSTOM).orElseThrow().extras().elements())
                .extracting(ExtraElement::index, extra -> extra.element().name())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(3, "blockers"));
    }

    @Test
    void deprecatedNoIsKept() {
        String model = "<model usable='yes' deprecated='no' vendor='AMD'>A</model>";
        DomainCapabilities document =
                body("<cpu><mode name='custom' supported='yes'>" + model + "</mode></cpu>");
        assertThat(document.customModels().getFirst().deprecated()).isEqualTo(Support.NO);
        assertThat(write(document)).contains(model);
    }

    @Test
    void unknownThingsAreKeptAndWrittenBackWhereTheyWere() {
        String text =
                """
                <domainCapabilities level='9'>
                  <path>/x</path>
                  <future supported='yes'>
                    <enum name='a'>
                      <value>1</value>
                    </enum>
                  </future>
                  <domain>kvm</domain>
                  <vcpu max='3' hotplug='yes'/>
                  <os supported='yes' new='&lt;&#10;'>
                    <enum name='firmware'/>
                    <enum name='other'>
                      <value>x</value>
                    </enum>
                    <between/>
                    <loader supported='yes'>
                      <value>/a</value>
                      <value kind='b'>/b</value>
                      <value>/c</value>
                      <enum name='type'/>
                      <last>
                      </last>
                    </loader>
                  </os>
                  <cpu host='x'>
                    <mode name='host-passthrough' supported='no'/>
                    <mode name='quantum' supported='yes'/>
                    <mode name='host-model' supported='yes'>
                      <model fallback='allow'>A</model>
                      <signature family='6'/>
                      <feature policy='require' name='x'/>
                      <feature policy='require' name='y' since='1'/>
                      <feature policy='require' name='z'/>
                    </mode>
                    <mode name='custom' supported='yes'>
                      <model usable='yes' vendor='AMD' age='3'>B</model>
                      <hint/>
                      <blockers model='B'>
                        <feature name='x'/>
                      </blockers>
                    </mode>
                  </cpu>
                  <devices>
                    <disk supported='yes'>
                      <enum name='bus' more='1'>
                        <value>ide</value>
                      </enum>
                    </disk>
                    <toaster supported='no'/>
                  </devices>
                  <features>
                    <sev supported='yes'>
                      <cbitpos>1</cbitpos>
                      <new>2</new>
                      <reducedPhysBits>1</reducedPhysBits>
                    </sev>
                    <sgx supported='yes'>
                      <flc>no</flc>
                    </sgx>
                    <hyperv supported='yes'>
                      <enum name='features'/>
                      <defaults>
                        <spinlocks>1</spinlocks>
                        <new>on</new>
                      </defaults>
                    </hyperv>
                  </features>
                </domainCapabilities>
                """;
        DomainCapabilities document = read(text);
        assertThat(write(document)).isEqualTo(text);
        assertThat(document.vcpuMax()).isEmpty();
        assertThat(document.loaderPaths()).containsExactly("/a", "/c");
        assertThat(document.hostModel().orElseThrow().features()).hasSize(2);
        assertThat(document.values(EnumKey.DISK_BUS)).isEmpty();
        assertThat(document.detail(Element.SGX, Detail.Sgx.class)).isEmpty();
        assertThat(document.extras().get(Place.DEVICES).elements()).hasSize(1);
        XmlElement toaster = document.extras().get(Place.DEVICES).elements().getFirst().element();
        assertThat(toaster)
                .isEqualTo(
                        new XmlElement(
                                "toaster",
                                List.of(new XmlAttribute("supported", "no")),
                                List.of(),
                                "",
                                0,
                                0));
    }

    @Test
    void whatDoesNotMakeADetailStaysAsItIs() {
        String text =
                """
                    <mode name='host-model' supported='yes'>
                      <vendor>AMD</vendor>
                      <feature policy='require' name='x'/>
                    </mode>
                """;
        DomainCapabilities document = body("<cpu>" + text + "</cpu>");
        assertThat(document.hostModel()).isEmpty();
        assertThat(write(document)).contains(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<domain type='kvm'/> | this is a domain definition (<domain>), not"
                        + " <domainCapabilities>",
                "<capabilities/> | these are host capabilities (<capabilities>), not"
                        + " <domainCapabilities>",
                "<html/> | the root element is <html>, not <domainCapabilities>",
            })
    void otherDocumentsAreNamed(String xml, String message) {
        assertThatThrownBy(() -> read(xml))
                .isInstanceOf(XmlException.class)
                .hasMessageStartingWith(message)
                .hasMessageContaining("at line 1, column ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<iothreads supported='maybe'/> | attribute 'supported' of <iothreads> must be"
                        + " 'yes' or 'no', not 'maybe'",
                "<iothreads/> | element <iothreads> lacks the attribute 'supported'",
                "<vcpu max='many'/> | attribute 'max' of <vcpu> is not a number: 'many'",
                "<vcpu max='-1'/> | attribute 'max' of <vcpu> is not a number: '-1'",
                "<vcpu max='99999999999999999999'/> | attribute 'max' of <vcpu> is too large:"
                        + " '99999999999999999999'",
                "<vcpu/> | element <vcpu> lacks the attribute 'max'",
                "<path>a</path><path>b</path> | <path> is there twice",
                "<cpu/><cpu/> | <cpu> is there twice",
                "<os supported='no'/><os supported='no'/> | <os> is there twice",
                "<os supported='yes'><loader supported='no'/><loader supported='no'/></os> |"
                        + " <loader> is there twice",
                "<os supported='yes'><enum name='a'/><enum name='a'/></os> | enum 'a' is there"
                        + " twice",
                "<cpu><mode supported='no'/></cpu> | element <mode> lacks the attribute 'name'",
                "<cpu><mode name='custom' supported='no'/><mode name='custom'"
                        + " supported='no'/></cpu> | mode 'custom' is there twice",
                "<cpu><mode name='custom' supported='yes'><model usable='1'>A</model></mode></cpu>"
                    + " | attribute 'usable' of <model> must be 'yes', 'no' or 'unknown', not '1'",
                "<cpu><mode name='custom' supported='yes'><model usable='no'"
                    + " deprecated='1'>A</model></mode></cpu> | attribute 'deprecated' of <model>"
                    + " must be 'yes' or 'no', not '1'",
                "<cpu><mode name='host-model' supported='yes'><feature policy='x'"
                        + " name='y'/></mode></cpu> | unknown feature policy 'x'",
                "<cpu><mode name='host-model' supported='yes'><maxphysaddr mode='x'"
                    + " limit='3000000000'/></mode></cpu> | attribute 'limit' of <maxphysaddr> is"
                    + " too large: 3000000000",
                "<features><sev supported='yes'><cbitpos>x</cbitpos></sev></features>"
                        + " | element <cbitpos> is not a number: 'x'",
                "<features><sgx supported='yes'><flc>x</flc></sgx></features>"
                        + " | element <flc> must hold 'yes' or 'no', not 'x'",
                "<devices>text</devices> | element <devices> holds text, which has no place there",
                "text<devices/> | element <domainCapabilities> holds text, which has no place"
                        + " there",
                "<iothreads supported='no'>text</iothreads> | element <iothreads> holds text, which"
                        + " has no place there",
            })
    void whatContradictsTheFormatIsAnErrorWithItsPlace(String body, String message) {
        assertThatThrownBy(() -> body(body))
                .isInstanceOf(XmlException.class)
                .hasMessageStartingWith(message)
                .hasMessageContaining("at line 1, column ");
    }

    @Test
    void errorsNameLineAndColumn() {
        assertThatThrownBy(() ->
                        read(
                                "<domainCapabilities>\n"
                                        + "  <iothreads supported='x'/>\n"
                                        + "</domainCapabilities>"))
                .isInstanceOfSatisfying(
                        XmlException.class,
                        e -> {
                            assertThat(e.line()).isEqualTo(2);
                            assertThat(e.column()).isEqualTo(3);
                        });
    }

    @Test
    void foreignTextInMessagesIsOneShortLine() {
        assertThatThrownBy(() -> body("<vcpu max='" + "x&#10;".repeat(500) + "'/>"))
                .satisfies(
                        e -> assertThat(e.getMessage()).hasSizeLessThan(200).doesNotContain("\n"));
    }

    @Test
    void theFormIsSeenFromFoldedElements() {
        String open =
                "<domainCapabilities>\n"
                        + "<devices>\n"
                        + "<hostdev supported='yes'>\n"
                        + "</hostdev>\n"
                        + "</devices>\n"
                        + "</domainCapabilities>";
        String folded =
                "<domainCapabilities>\n"
                        + "<devices>\n"
                        + "<hostdev supported='yes'/>\n"
                        + "</devices>\n"
                        + "</domainCapabilities>";
        assertThat(DocumentReader.readWithForm(open.getBytes(StandardCharsets.UTF_8)).form())
                .isEqualTo(Release.OLDEST);
        assertThat(DocumentReader.readWithForm(folded.getBytes(StandardCharsets.UTF_8)).form())
                .isEqualTo(new Release(12, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<devices/>", "<cpu/><devices/>", "<features/>", "<cpu x='1'><y/></cpu>"})
    void emptyContainersAreRemembered(String body) {
        DomainCapabilities document = body(body);
        assertThat(DocumentReader.read(DocumentWriter.write(document, Release.NEWEST)))
                .isEqualTo(document);
        assertThat(write(document).contains("<cpu")).isEqualTo(body.contains("<cpu"));
        assertThat(write(document).contains("<features")).isEqualTo(body.contains("<features"));
    }
}
