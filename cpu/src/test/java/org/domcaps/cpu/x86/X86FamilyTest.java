package org.domcaps.cpu.x86;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.CpuFamily;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.CpuidDump;
import org.domcaps.cpu.CpuidKey;
import org.domcaps.cpu.CpuidRegs;
import org.domcaps.cpu.Expansion;
import org.domcaps.cpu.ExpansionPlan;
import org.domcaps.cpu.ExpansionPlan.Trait;
import org.domcaps.cpu.ExpansionProperty;
import org.domcaps.cpu.Fallback;
import org.domcaps.cpu.HostModel;
import org.domcaps.cpu.HostModelInput;
import org.domcaps.cpu.HostProcessor;
import org.domcaps.cpu.PropertyValue;
import org.domcaps.cpu.SlotModel;
import org.domcaps.document.Arch;
import org.domcaps.document.FeaturePolicy;
import org.domcaps.document.Release;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

class X86FamilyTest {

    private static final CpuFamily OLDEST =
            CpuFamilies.of(Arch.X86_64, Release.OLDEST).orElseThrow();
    private static final CpuFamily NEWEST =
            CpuFamilies.of(Arch.X86_64, Release.NEWEST).orElseThrow();

    private static HostModelInput input(Optional<Expansion> expansion, SlotModel... definitions) {
        return new HostModelInput(
                Arch.X86_64,
                true,
                expansion,
                List.of(definitions),
                true,
                Optional.empty(),
                OptionalInt.of(48));
    }

    private static HostModelInput with(HostModelInput input, HostProcessor processor) {
        return new HostModelInput(
                input.hostArch(),
                input.accelerated(),
                input.expansion(),
                input.definitions(),
                input.tellsUnavailable(),
                Optional.of(processor),
                input.physicalAddressBits());
    }

    /// Features by QEMU's names; the vendor property is the first argument.
    private static Optional<Expansion> expansion(String vendor, String... features) {
        List<ExpansionProperty> properties = new ArrayList<>();
        properties.add(new ExpansionProperty("vendor", new PropertyValue.Text(vendor)));
        properties.add(new ExpansionProperty("model-id", new PropertyValue.Text("some")));
        properties.add(new ExpansionProperty("min-level", new PropertyValue.Number(13)));
        properties.add(new ExpansionProperty("vme", new PropertyValue.Flag(false)));
        for (String feature : features) {
            properties.add(new ExpansionProperty(feature, new PropertyValue.Flag(true)));
        }
        return Optional.of(new Expansion("base", properties));
    }

    private static String text(HostModel model) {
        StringBuilder text =
                new StringBuilder(
                        model.model()
                                + " "
                                + model.fallback().xmlName()
                                + " "
                                + model.vendor().orElse("?")
                                + " "
                                + model.maxPhysAddr().orElse(0));
        for (CpuFeature feature : model.features()) {
            text.append(feature.effectivePolicy() == FeaturePolicy.REQUIRE ? " +" : " -")
                    .append(feature.name());
        }
        return text.toString();
    }

    @Test
    void onlyBuiltFamiliesAreFound() {
        assertThat(CpuFamilies.of(Arch.I686, Release.NEWEST)).isPresent();
        assertThat(CpuFamilies.of(Arch.SPARC, Release.NEWEST)).isEmpty();
    }

    @Test
    void expansionIsStaticIfNamesAreCanonical() {
        assertThat(OLDEST.expansionPlan())
                .isEqualTo(
                        new ExpansionPlan(
                                ExpansionPlan.Type.STATIC,
                                Set.of(
                                        Trait.FULL_UNLESS_CANONICAL,
                                        Trait.UNMIGRATABLE,
                                        Trait.HYPERV)));
        assertThat(OLDEST.expansionPlan().expandsTwice(true)).isFalse();
        assertThat(OLDEST.expansionPlan().expandsTwice(false)).isTrue();
        assertThat(NEWEST.expansionPlan()).isEqualTo(OLDEST.expansionPlan());
    }

    @Test
    void customModelsAreThoseOfTheMap() {
        assertThat(OLDEST.lists("EPYC-Rome")).isTrue();
        assertThat(OLDEST.lists("EPYC-Rome-v2")).isFalse();
        assertThat(NEWEST.lists("EPYC-Rome-v2")).isTrue();
        assertThat(NEWEST.lists("host")).isFalse();
        assertThat(NEWEST.lists("max")).isFalse();
        assertThat(NEWEST.lists("epyc")).isFalse();
        assertThat(OLDEST.vendorOf("EPYC-Rome")).contains("AMD");
        assertThat(OLDEST.vendorOf("qemu64")).isEmpty();
        assertThat(OLDEST.vendorOf("max")).isEmpty();
        assertThat(NEWEST.canonicalOf("EPYC")).contains("EPYC-v1");
        assertThat(NEWEST.modelName("EPYC")).isEqualTo("EPYC");
        assertThat(NEWEST.featureName("lahf-lm")).isEqualTo("lahf_lm");
    }

    @Test
    void hostModelComesFromTheEmulator() {
        HostModelInput input =
                input(expansion("GenuineIntel", "fpu", "pse", "lahf-lm", "nonsense"));
        assertThat(text(OLDEST.hostModel(input).orElseThrow()))
                .isEqualTo("486 forbid Intel 48 +lahf_lm -vme");
    }

    @Test
    void anUnknownVendorIsNotReported() {
        HostModelInput input = input(expansion("SomebodyElse", "fpu", "pse", "vme"));
        assertThat(text(OLDEST.hostModel(input).orElseThrow())).isEqualTo("486 forbid ? 48");
    }

    @Test
    void aVendorOfWrongLengthLeavesNothing() {
        assertThat(OLDEST.hostModel(input(expansion("Intel", "fpu")))).isEmpty();
    }

    @Test
    void noAllowedModelLeavesNothing() {
        assertThat(OLDEST.hostModel(input(expansion("GenuineIntel", "fpu"), SlotModel.of("max"))))
                .isEmpty();
    }

    @Test
    void aForeignHostHasNoHostModel() {
        HostModelInput foreign =
                new HostModelInput(
                        Arch.AARCH64,
                        false,
                        expansion("GenuineIntel", "fpu"),
                        List.of(),
                        true,
                        Optional.empty(),
                        OptionalInt.empty());
        assertThat(OLDEST.hostModel(foreign)).isEmpty();
        CpuFamily small = CpuFamilies.of(Arch.I686, Release.OLDEST).orElseThrow();
        assertThat(small.hostModel(input(expansion("GenuineIntel", "fpu")))).isPresent();
    }

    @Test
    void withoutAccelerationNoAddressSizeIsReported() {
        HostModelInput input =
                new HostModelInput(
                        Arch.X86_64,
                        false,
                        expansion("AuthenticAMD", "fpu", "pse", "vme"),
                        List.of(),
                        true,
                        Optional.empty(),
                        OptionalInt.of(48));
        assertThat(OLDEST.hostModel(input).orElseThrow().maxPhysAddr()).isEmpty();
    }

    @Test
    void featuresOfRegistersAreDroppedForOldEmulators() {
        Optional<Expansion> expansion = expansion("GenuineIntel", "fpu", "pse", "vme", "rdctl-no");
        assertThat(text(OLDEST.hostModel(input(expansion)).orElseThrow())).endsWith(" +rdctl-no");
        HostModelInput old =
                new HostModelInput(
                        Arch.X86_64,
                        true,
                        expansion,
                        List.of(),
                        false,
                        Optional.empty(),
                        OptionalInt.empty());
        assertThat(text(OLDEST.hostModel(old).orElseThrow())).isEqualTo("486 forbid Intel 0");
    }

    @Test
    void withoutAnAnswerTheProcessorIsDescribedAndWithheldFeaturesAreDropped() {
        LinkedHashMap<CpuidKey, CpuidRegs> leaves = new LinkedHashMap<>();
        leaves.put(
                CpuidKey.of(0),
                MapVendor.registers("AuthenticAMD".getBytes(StandardCharsets.US_ASCII)));
        // fpu vme pse and ht; osxsave
        leaves.put(CpuidKey.of(1), new CpuidRegs(0, 0, 1 << 27, 1 | 1 << 1 | 1 << 3 | 1 << 28));
        CpuidDump dump = new CpuidDump(leaves, new LinkedHashMap<>());
        HostModelInput input = with(input(Optional.empty()), dump);
        assertThat(text(OLDEST.hostModel(input).orElseThrow())).isEqualTo("486 allow AMD 48 +ht");
        assertThat(text(NEWEST.hostModel(input).orElseThrow())).isEqualTo("486 allow AMD 48");
    }

    @Test
    void withoutAnAnswerAndAProcessorThereIsNothing() {
        assertThat(OLDEST.hostModel(input(Optional.empty()))).isEmpty();
        assertThat(
                        OLDEST.hostModel(
                                with(input(Optional.empty()), new HostProcessor.PowerVersion(1))))
                .isEmpty();
    }

    @Test
    void aSimulatedProcessorIsItsModel() {
        HostModelInput input =
                with(input(Optional.empty()), new HostProcessor.Simulated("Broadwell"));
        assertThat(text(OLDEST.hostModel(input).orElseThrow())).isEqualTo("Broadwell allow ? 48");
    }

    @Test
    void expandingListsEveryFeatureInOrderOfNames() {
        HostModel model =
                new HostModel(
                        "486",
                        Fallback.FORBID,
                        Optional.of("Intel"),
                        OptionalInt.of(40),
                        List.of(
                                CpuFeature.of("vme", FeaturePolicy.DISABLE),
                                CpuFeature.of("abm", FeaturePolicy.REQUIRE)));
        assertThat(text(NEWEST.expand(model))).isEqualTo("486 forbid Intel 40 +abm +fpu +pse -vme");
        assertThat(text(model.sortedByName())).isEqualTo("486 forbid Intel 40 +abm -vme");
        assertThat(text(model.overlaid(List.of(CpuFeature.of("vme", FeaturePolicy.REQUIRE)))))
                .isEqualTo("486 forbid Intel 40 +vme +abm");
        assertThat(model.mentions("vme")).isTrue();
        assertThat(model.mentions("fpu")).isFalse();
    }

    @Test
    void valuesOfRegistersAreNamed() {
        assertThat(NEWEST.featuresOfMsr(0x10a, 1)).containsExactly("rdctl-no");
    }
}
