package org.domcaps.cpu.s390;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.cpu.BaselineOptions;
import org.domcaps.cpu.Comparison;
import org.domcaps.cpu.CpuDefinitions;
import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.CpuFamily;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.CpuOperationException;
import org.domcaps.cpu.CpuOperations;
import org.domcaps.cpu.Expansion;
import org.domcaps.cpu.ExpansionPlan.Trait;
import org.domcaps.cpu.ExpansionProperty;
import org.domcaps.cpu.Fallback;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.HostModel;
import org.domcaps.cpu.HostModelInput;
import org.domcaps.cpu.HostProcessor;
import org.domcaps.cpu.PropertyValue;
import org.domcaps.document.Arch;
import org.domcaps.document.FeaturePolicy;
import org.domcaps.document.Release;
import org.domcaps.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The operations answer as libvirt 12.8 was seen to.
class S390FamilyTest {

    private static final CpuFamily FAMILY =
            CpuFamilies.of(Arch.S390X, Release.OLDEST).orElseThrow();
    private static final CpuOperations OPERATIONS = FAMILY.operations();

    private static final GuestCpu HOST =
            CpuDefinitions.guest(
                    "<cpu match='exact'><model fallback='forbid'>gen15a-base</model>"
                            + "<feature policy='require' name='zz'/>"
                            + "<feature policy='disable' name='bb'/></cpu>");

    @Test
    void realMachinesAreIbms() {
        assertThat(FAMILY.vendorOf("z13.2-base")).contains("IBM");
        assertThat(FAMILY.vendorOf("gen16a")).contains("IBM");
        assertThat(FAMILY.vendorOf("max")).isEmpty();
        assertThat(FAMILY.vendorOf("qemu")).isEmpty();
        assertThat(FAMILY.lists("qemu")).isTrue();
        assertThat(FAMILY.lists("host")).isFalse();
        assertThat(FAMILY.featureName("type")).isEqualTo("type");
    }

    @Test
    void repliesMayLackPropertiesAndTellDeprecatedOnes() {
        assertThat(FAMILY.expansionPlan().has(Trait.PROPERTIES_OPTIONAL)).isTrue();
        assertThat(FAMILY.expansionPlan().has(Trait.DEPRECATED)).isTrue();
        assertThat(FAMILY.expansionPlan().has(Trait.HYPERV)).isFalse();
        assertThat(FAMILY.needsProcessor(false)).isFalse();
    }

    private static HostModelInput on(Arch host, Optional<Expansion> expansion) {
        return new HostModelInput(
                host,
                true,
                expansion,
                List.of(),
                false,
                Optional.of(new HostProcessor.PowerVersion(1)),
                OptionalInt.empty());
    }

    private static Optional<Expansion> expansion() {
        return Optional.of(
                new Expansion(
                        "gen15a-base",
                        List.of(
                                new ExpansionProperty("vx", new PropertyValue.Flag(true)),
                                new ExpansionProperty("level", new PropertyValue.Number(1)),
                                new ExpansionProperty("aen", new PropertyValue.Flag(false)))));
    }

    @Test
    void theHostModelIsTheAnswerAsItIs() {
        HostModel model = FAMILY.hostModel(on(Arch.S390X, expansion())).orElseThrow();
        assertThat(model)
                .isEqualTo(
                        new HostModel(
                                "gen15a-base",
                                Fallback.FORBID,
                                Optional.empty(),
                                OptionalInt.empty(),
                                List.of(
                                        CpuFeature.of("vx", FeaturePolicy.REQUIRE),
                                        CpuFeature.of("aen", FeaturePolicy.DISABLE))));
        assertThat(FAMILY.expand(model).features())
                .extracting(CpuFeature::name)
                .containsExactly("aen", "vx");
    }

    @Test
    void withoutAnAnswerOrOnAForeignHostThereIsNone() {
        assertThat(FAMILY.hostModel(on(Arch.S390X, Optional.empty()))).isEmpty();
        assertThat(FAMILY.hostModel(on(Arch.X86_64, expansion()))).isEmpty();
        assertThat(FAMILY.describeHost(new HostProcessor.Simulated("z13"))).isEmpty();
    }

    @Test
    void hostModelIsTheHostsChangedByTheGuestsOwnFeatures() {
        GuestCpu open =
                CpuDefinitions.guest(
                        "<cpu mode='host-model'>"
                                + "<topology sockets='1' cores='2' threads='1'/>"
                                + "<feature policy='disable' name='zz'/>"
                                + "<feature policy='require' name='cc'/></cpu>");
        assertThat(CpuDefinitions.text(OPERATIONS.update(open, HOST)))
                .isEqualTo(
                        "<cpu mode='custom' match='exact'>"
                                + " <model fallback='allow'>gen15a-base</model>"
                                + " <topology sockets='1' dies='1' clusters='1' cores='2'"
                                + " threads='1'/>"
                                + " <feature policy='disable' name='zz'/>"
                                + " <feature policy='disable' name='bb'/>"
                                + " <feature policy='require' name='cc'/> </cpu>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"require", "disable", "force", "forbid"})
    void aCustomModelStaysAsItIs(String policy) {
        GuestCpu custom =
                CpuDefinitions.guest(
                        "<cpu match='strict'><model>z13</model><feature policy='"
                                + policy
                                + "' name='zz'/></cpu>");
        assertThat(OPERATIONS.update(custom, HOST)).isEqualTo(custom);
        GuestCpu maximum = CpuDefinitions.guest("<cpu mode='maximum'/>");
        assertThat(OPERATIONS.update(maximum, HOST)).isEqualTo(maximum);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<cpu match='minimum'><model>z13</model></cpu>",
                "<cpu match='exact'><model>z13</model>"
                        + "<feature policy='optional' name='vx'/></cpu>"
            })
    void whatOnlyTheEmulatorCouldSettleIsRefused(String text) {
        GuestCpu custom = CpuDefinitions.guest(text);
        assertThatThrownBy(() -> OPERATIONS.update(custom, HOST))
                .isInstanceOfSatisfying(
                        CpuOperationException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIG_UNSUPPORTED));
    }

    @Test
    void comparisonsAreAlwaysIdenticalAndBaselinesAreNotComputed() {
        assertThat(OPERATIONS.compare(HOST, CpuDefinitions.guest("<cpu><model>z900</model></cpu>")))
                .isEqualTo(Comparison.identical());
        assertThatThrownBy(() -> OPERATIONS.baseline(List.of(HOST), BaselineOptions.NONE))
                .isInstanceOfSatisfying(
                        CpuOperationException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_SUPPORT))
                .hasMessageContaining("s390x");
    }
}
