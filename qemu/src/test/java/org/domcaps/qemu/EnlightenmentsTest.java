package org.domcaps.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.cpu.ExpansionProperty;
import org.domcaps.cpu.PropertyValue;
import org.domcaps.cpu.PropertyValue.Flag;
import org.domcaps.cpu.PropertyValue.Number;
import org.domcaps.cpu.PropertyValue.Text;
import org.domcaps.document.Detail.HypervDefaults;
import org.domcaps.document.EnumKey;
import org.domcaps.document.EnumValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

class EnlightenmentsTest {

    private static final Flag ON = new Flag(true);
    private static final Flag OFF = new Flag(false);

    private final List<ExpansionProperty> properties = new ArrayList<>();

    private EnlightenmentsTest with(String name, PropertyValue value) {
        properties.add(new ExpansionProperty(name, value));
        return this;
    }

    private Enlightenments enlightenments() {
        return new Enlightenments(properties);
    }

    private HypervDefaults defaults() {
        return enlightenments().defaults();
    }

    @Test
    void propertiesOfTheProcessorAreNotKept() {
        with("avx2", ON).with("hv-relaxed", ON).with("hv", ON).with("vmx-hv-x", ON);

        assertThat(enlightenments().properties())
                .extracting(ExpansionProperty::name)
                .containsExactly("hv-relaxed");
    }

    @Test
    void nothingToldMeansNothingOffered() {
        assertThat(Enlightenments.NONE.hasAny()).isFalse();
        assertThat(Enlightenments.NONE.has("relaxed")).isFalse();
        assertThat(Enlightenments.NONE.defaults().isEmpty()).isTrue();
    }

    @Test
    void aFlagCountsWhenItIsOn() {
        with("hv-relaxed", ON).with("hv-vapic", OFF);

        assertThat(enlightenments().has("relaxed")).isTrue();
        assertThat(enlightenments().has("vapic")).isFalse();
    }

    @Test
    void aNumberCountsWhenItIsPositive() {
        with("hv-spinlocks", new Number(1)).with("hv-runtime", new Number(0));
        with("hv-reset", new Number(-1));

        assertThat(enlightenments().has("spinlocks")).isTrue();
        assertThat(enlightenments().has("runtime")).isFalse();
        assertThat(enlightenments().has("reset")).isFalse();
    }

    @Test
    void aTextCountsEvenWhenItIsEmpty() {
        assertThat(with("hv-vendor-id", new Text("")).enlightenments().has("vendor_id")).isTrue();
    }

    @Test
    void dashesBecomeUnderscoresWhereOnlyThatIsKnown() {
        with("hv-vendor-id", new Text("x")).with("hv-emsr-bitmap", ON).with("hv-xmm-input", ON);

        assertThat(enlightenments().has("vendor_id")).isTrue();
        assertThat(enlightenments().has("emsr_bitmap")).isTrue();
        assertThat(enlightenments().has("xmm_input")).isTrue();
        assertThat(enlightenments().has("vendor-id")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hv-stimer-direct",
                "hv-tlbflush-direct",
                "hv-tlbflush-ext",
                "hv-passthrough",
                "hv-"
            })
    void propertiesThatAreNoFeaturesOfTheFormatDoNotCount(String name) {
        assertThat(with(name, ON).enlightenments().hasAny()).isFalse();
    }

    @Test
    void eachFeatureOfTheFormatCountsUnderQemusName() {
        for (EnumValue feature : EnumKey.HYPERV_FEATURES.possibleValues()) {
            String qemuName = "hv-" + feature.name().replace('_', '-');
            Enlightenments alone = new Enlightenments(List.of(new ExpansionProperty(qemuName, ON)));

            assertThat(alone.has(feature.name())).as(feature.name()).isTrue();
            assertThat(alone.hasAny()).as(feature.name()).isTrue();
        }
    }

    @Test
    void defaultsOfAHostThatOffersEverything() {
        with("hv-spinlocks", new Number(4095)).with("hv-stimer", ON).with("hv-tlbflush", ON);
        with("hv-vendor-id", new Text("Linux KVM Hv"));
        with("hv-stimer-direct", ON).with("hv-tlbflush-direct", ON).with("hv-tlbflush-ext", ON);

        assertThat(defaults())
                .isEqualTo(
                        new HypervDefaults(
                                OptionalLong.of(4095),
                                Optional.of(true),
                                Optional.of(true),
                                Optional.of(true),
                                Optional.of("Linux KVM Hv")));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 4_294_967_295L})
    void spinlocksThatNeverYieldHaveNoDefault(long number) {
        assertThat(with("hv-spinlocks", new Number(number)).defaults().spinlocks()).isEmpty();
    }

    @Test
    void anEmptyVendorHasNoDefault() {
        assertThat(with("hv-vendor-id", new Text("")).defaults().isEmpty()).isTrue();
    }

    @Test
    void subOptionsAreOnlyToldWithTheirFeature() {
        with("hv-stimer-direct", ON).with("hv-tlbflush-direct", ON).with("hv-tlbflush-ext", ON);
        with("hv-stimer", OFF).with("hv-tlbflush", OFF);

        assertThat(defaults().isEmpty()).isTrue();
    }

    @Test
    void subOptionsThatQemuDoesNotTellAreLeftOut() {
        with("hv-stimer", ON).with("hv-tlbflush", ON);

        assertThat(defaults())
                .isEqualTo(
                        new HypervDefaults(
                                OptionalLong.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }
}
