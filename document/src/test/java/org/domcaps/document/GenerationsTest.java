package org.domcaps.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

class GenerationsTest {

    private static final DomainCapabilities EVERYTHING = DocumentReader.read(Fixtures.everything());

    private static DomainCapabilities body(String body) {
        return DocumentReader.read(
                ("<domainCapabilities>" + body + "</domainCapabilities>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theFixtureHoldsEveryElementAndEveryEnum() {
        assertThat(EVERYTHING.blocks()).containsOnlyKeys(Element.values());
        for (EnumKey key : EnumKey.values()) {
            assertThat(EVERYTHING.values(key))
                    .as(key.path())
                    .contains(key.possibleValues().stream().map(EnumValue::name).toList());
        }
        assertThat(DocumentWriter.write(EVERYTHING, Release.NEWEST))
                .isEqualTo(Fixtures.everything());
        assertThat(Generations.detect(EVERYTHING)).isEqualTo(new Release(12, 1));
    }

    @Test
    void theOldestReleasePrintsNothingNew() {
        DomainCapabilities old = Generations.strip(EVERYTHING, Release.OLDEST);
        assertThat(Generations.detect(old)).isEqualTo(Release.OLDEST);
        assertThat(old.blocks())
                .doesNotContainKeys(
                        Element.FIRMWARE_FEATURES,
                        Element.VARSTORE,
                        Element.PANIC,
                        Element.CONSOLE,
                        Element.TDX,
                        Element.S390_PV);
        assertThat(old.values(EnumKey.HOSTDEV_IOMMUFD)).isEmpty();
        assertThat(old.values(EnumKey.DISK_BUS).orElseThrow())
                .doesNotContain("nvme")
                .contains("sd");
        assertThat(old.offers(EnumKey.FILESYSTEM_DRIVER_TYPE, "handle")).isTrue();
        assertThat(old.customModels())
                .allSatisfy(model -> {
                    assertThat(model.blockers()).isEmpty();
                    assertThat(model.canonical()).isEmpty();
                });
        assertThat(old.detail(Element.HYPERV, Detail.HypervDefaults.class)).isEmpty();
    }

    @Test
    void theNewestReleasePrintsNothingGone() {
        DomainCapabilities now = Generations.strip(EVERYTHING, Release.NEWEST);
        assertThat(now.offers(EnumKey.FILESYSTEM_DRIVER_TYPE, "handle")).isFalse();
        assertThat(now.blocks()).containsOnlyKeys(Element.values());
    }

    @Test
    void eachReleasePrintsNoLessThanTheOneBefore() {
        int before = 0;
        for (Release release :
                List.of(
                        Release.OLDEST,
                        new Release(10, 9),
                        new Release(10, 10),
                        new Release(11, 3),
                        new Release(11, 5),
                        new Release(11, 9),
                        new Release(12, 1))) {
            int length =
                    DocumentWriter.write(Generations.strip(EVERYTHING, release), Release.NEWEST)
                            .length;
            assertThat(length).as(release.toString()).isGreaterThan(before);
            before = length;
        }
    }

    @Test
    void s390GuestsAlwaysHearOfProtectedVirtualisation() {
        String features = "<features><s390-pv supported='no'/></features>";
        assertThat(
                        Generations.strip(body("<arch>s390x</arch>" + features), Release.OLDEST)
                                .support(Element.S390_PV))
                .isEqualTo(Support.NO);
        assertThat(
                        Generations.strip(body("<arch>x86_64</arch>" + features), Release.OLDEST)
                                .support(Element.S390_PV))
                .isEqualTo(Support.NOT_REPORTED);
    }

    @Test
    void unknownThingsStayBetweenTheSameNeighbours() {
        DomainCapabilities document =
                body(
                        """
                        <os supported='yes'>
                          <enum name='firmware'/>
                          <a/>
                          <firmwareFeatures supported='yes'/>
                          <b/>
                          <loader supported='yes'/>
                          <varstore supported='no'/>
                          <c/>
                        </os>
                        <cpu>
                          <mode name='custom' supported='yes'>
                            <model usable='no'>A</model>
                            <blockers model='A'>
                              <feature name='x'/>
                            </blockers>
                            <d/>
                            <model usable='yes'>B</model>
                          </mode>
                        </cpu>
                        <devices>
                          <disk supported='yes'>
                            <enum name='bus'>
                              <value>nvme</value>
                              <value>future</value>
                            </enum>
                            <enum name='future'/>
                          </disk>
                          <panic supported='no'/>
                          <e/>
                          <console supported='no'/>
                        </devices>
                        <features>
                          <ps2 supported='no'/>
                          <tdx supported='no'/>
                          <f/>
                          <sev supported='no'/>
                          <hyperv supported='yes'>
                            <enum name='features'/>
                            <defaults>
                              <spinlocks>1</spinlocks>
                            </defaults>
                            <g/>
                          </hyperv>
                        </features>
                        """);
        assertThat(
                        new String(
                                DocumentWriter.write(
                                        Generations.strip(document, Release.OLDEST),
                                        Release.NEWEST),
                                StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        <domainCapabilities>
                          <os supported='yes'>
                            <enum name='firmware'/>
                            <a/>
                            <b/>
                            <loader supported='yes'/>
                            <c/>
                          </os>
                          <cpu>
                            <mode name='custom' supported='yes'>
                              <model usable='no'>A</model>
                              <d/>
                              <model usable='yes'>B</model>
                            </mode>
                          </cpu>
                          <devices>
                            <disk supported='yes'>
                              <enum name='bus'>
                                <value>future</value>
                              </enum>
                              <enum name='future'/>
                            </disk>
                            <e/>
                          </devices>
                          <features>
                            <ps2 supported='no'/>
                            <f/>
                            <sev supported='no'/>
                            <hyperv supported='yes'>
                              <enum name='features'/>
                              <g/>
                            </hyperv>
                          </features>
                        </domainCapabilities>
                        """);
    }
}
