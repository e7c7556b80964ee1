package org.domcaps.cpu.x86;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.cpu.CpuidKey;
import org.domcaps.cpu.CpuidRegs;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.document.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The tables themselves: each map is what its release has, and holds together.
class CpuMapTest {

    private static final CpuMap OLDEST = CpuMap.forRelease(Release.OLDEST);
    private static final CpuMap NEWEST = CpuMap.forRelease(Release.NEWEST);

    private static CpuMap at(String release) {
        return CpuMap.forRelease(Release.parse(release).orElseThrow());
    }

    private static List<String> modelNames(CpuMap map) {
        return map.models().stream().map(MapModel::name).toList();
    }

    private static List<String> featureNames(CpuMap map) {
        return map.features().stream().map(MapFeature::name).toList();
    }

    @Test
    void sizesAreThoseOfTheReleases() {
        assertThat(OLDEST.features()).hasSize(341);
        assertThat(OLDEST.models()).hasSize(61);
        assertThat(OLDEST.vendors()).hasSize(3);
        assertThat(NEWEST.features()).hasSize(400);
        assertThat(NEWEST.models()).hasSize(176);
        assertThat(NEWEST.vendors()).hasSize(4);
    }

    @Test
    void newerMapsKeepTheOrderOfOlderOnes() {
        assertThat(modelNames(NEWEST)).containsSubsequence(modelNames(OLDEST));
        assertThat(featureNames(NEWEST)).containsSubsequence(featureNames(OLDEST));
    }

    @Test
    void versionedNamesComeInTwoSteps() {
        assertThat(modelNames(at("10.9"))).noneMatch(name -> name.matches(".*-v[0-9]+"));
        assertThat(modelNames(at("10.10")))
                .noneMatch(name -> name.endsWith("-v1"))
                .contains("EPYC-Rome-v2", "EPYC-v2");
        assertThat(modelNames(at("11.0"))).contains("EPYC-Rome-v1", "EPYC-v1").hasSize(150);
    }

    @Test
    void aModelComesWithItsFeaturesAndNotBefore() {
        assertThat(modelNames(at("11.3")))
                .isEqualTo(modelNames(at("11.0")))
                .doesNotContain("ClearwaterForest");
        assertThat(featureNames(at("11.3"))).doesNotContain("bhi-no").contains("bhi-ctrl");
        assertThat(modelNames(at("11.4")))
                .contains("ClearwaterForest")
                .doesNotContain("EPYC-Turin");
        assertThat(featureNames(at("11.4"))).contains("bhi-no");
        assertThat(modelNames(at("12.4"))).isEqualTo(modelNames(NEWEST));
        assertThat(featureNames(at("12.4"))).isEqualTo(featureNames(NEWEST));
    }

    @Test
    void oneMapIsLoadedOnce() {
        assertThat(at("12.1")).isSameAs(at("12.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.7", "10.10", "11.0", "12.8"})
    void everyFeatureIsAtItsPlaceWithABitOfItsOwn(String release) {
        CpuMap map = at(release);
        Set<FeaturePlace> bits = new HashSet<>();
        for (int place = 0; place < map.features().size(); place++) {
            MapFeature feature = map.features().get(place);
            assertThat(feature.place()).isEqualTo(place);
            assertThat(map.findFeature(feature.name())).contains(feature);
            assertThat(bits.add(feature.bit())).as(feature.name()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.7", "10.10", "11.0", "12.8"})
    void everyModelIsFoundAndItsListsAreApart(String release) {
        CpuMap map = at(release);
        for (MapModel model : map.models()) {
            assertThat(map.findModel(model.name())).contains(model);
            assertThat(model.features().isEmpty()).isFalse();
            assertThat(model.features().intersects(model.added())).as(model.name()).isFalse();
            assertThat(model.removed())
                    .as(model.name())
                    .noneMatch(f -> model.features().contains(f.place()));
        }
    }

    @Test
    void canonicalNamesAreThoseOfTheAliases() {
        assertThat(NEWEST.canonicalOf("Broadwell")).contains("Broadwell-v1");
        assertThat(NEWEST.canonicalOf("EPYC-IBPB")).contains("EPYC-v2");
        assertThat(NEWEST.canonicalOf("Broadwell-v1")).isEmpty();
        assertThat(NEWEST.canonicalOf("EPYC-v4")).isEmpty();
        assertThat(NEWEST.canonicalOf("pentiumpro")).isEmpty();
        assertThat(OLDEST.canonicalOf("Broadwell")).isEmpty();
        assertThat(at("10.10").canonicalOf("Broadwell")).isEmpty();
        assertThat(at("10.10").canonicalOf("EPYC-IBPB")).contains("EPYC-v2");
    }

    @Test
    void versionedModelsNeverDescribeGuests() {
        assertThat(NEWEST.models())
                .filteredOn(model -> model.name().matches(".*-v[0-9]+"))
                .hasSizeGreaterThan(100)
                .allMatch(MapModel::decodesHost)
                .noneMatch(MapModel::decodesGuest);
    }

    @Test
    void oldIntelModelsLostTwoAddedFeatures() {
        FeatureSet lost = SmallMap.set(OLDEST, "vmx-ept-wb", "vmx-invvpid-single-context");
        assertThat(lost.isSubsetOf(OLDEST.requireModel("Broadwell").added())).isTrue();
        FeatureSet same = SmallMap.set(NEWEST, "vmx-ept-wb", "vmx-invvpid-single-context");
        assertThat(same.intersects(NEWEST.requireModel("Broadwell").added())).isFalse();
    }

    @Test
    void namesAreTranslatedFromQemu() {
        assertThat(OLDEST.libvirtName("pclmulqdq")).isEqualTo("pclmuldq");
        assertThat(OLDEST.libvirtName("kvm-pv-eoi")).isEqualTo("kvm_pv_eoi");
        assertThat(OLDEST.libvirtName("tsc_adjust")).isEqualTo("tsc_adjust");
        assertThat(OLDEST.libvirtName("nonsense")).isEqualTo("nonsense");
        String noglobals = "vmx-invept-single-context-noglobals";
        assertThat(OLDEST.libvirtName(noglobals)).isEqualTo(noglobals);
        assertThat(NEWEST.libvirtName(noglobals)).isEqualTo("vmx-invvpid-single-context-noglobals");
    }

    @Test
    void valuesOfARegisterTellFeatures() {
        assertThat(OLDEST.names(OLDEST.featuresOfMsr(0x10a, 0b1001)))
                .containsExactly("rdctl-no", "skip-l1dfl-vmentry");
        assertThat(NEWEST.names(NEWEST.featuresOfMsr(0x10a, 1L << 62))).containsExactly("its-no");
        assertThat(NEWEST.featuresOfMsr(0x123, -1).isEmpty()).isTrue();
    }

    @Test
    void halvesOfSomeRegistersWereCorrected() {
        assertThat(OLDEST.requireFeature("vmx-ept").bit())
                .isEqualTo(new FeaturePlace.MsrBit(0x48b, 1));
        assertThat(NEWEST.requireFeature("vmx-ept").bit())
                .isEqualTo(new FeaturePlace.MsrBit(0x48b, 33));
    }

    @Test
    void vendorsAreFoundByTheirBits() {
        for (MapVendor vendor : NEWEST.vendors()) {
            CpuidRegs leaf0 =
                    MapVendor.registers(vendor.text().getBytes(StandardCharsets.US_ASCII));
            assertThat(NEWEST.vendorIn(leaf0)).contains(vendor);
        }
        assertThat(NEWEST.vendorIn(CpuidRegs.ZERO)).isEmpty();
        assertThat(MapVendor.registers("GenuineIntel".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(new CpuidRegs(0, 0x756e6547, 0x6c65746e, 0x49656e69));
        assertThat(CpuidKey.of(0).toString()).isEqualTo("0.0");
    }

    @Test
    void unknownNamesAreToldApart() {
        assertThatThrownBy(() -> OLDEST.requireModel("nope"))
                .isInstanceOfSatisfying(
                        UnknownCpuNameException.class,
                        e -> {
                            assertThat(e.kind()).isEqualTo(UnknownCpuNameException.Kind.MODEL);
                            assertThat(e.name()).isEqualTo("nope");
                        });
        assertThatThrownBy(() -> OLDEST.requireFeature("nope"))
                .hasMessage("unknown CPU feature 'nope'");
        assertThatThrownBy(() -> OLDEST.requireVendor("nope"))
                .hasMessage("unknown CPU vendor 'nope'");
    }
}
