package org.domcaps.cpu.ppc64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.cpu.BaselineOptions;
import org.domcaps.cpu.Comparison;
import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuDefinitions;
import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.CpuOperationException;
import org.domcaps.cpu.CpuOperations;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.IncompatibleCpuException;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.document.Arch;
import org.domcaps.document.Release;
import org.domcaps.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

/// What libvirt 12.8 answers to the same questions was seen; the rules have been the same since
/// 10.7, but for POWER11.
class Ppc64OperationsTest {

    private static final CpuOperations OLDEST = operations(Release.OLDEST);
    private static final CpuOperations NEWEST = operations(Release.NEWEST);

    private static CpuOperations operations(Release release) {
        return CpuFamilies.of(Arch.PPC64, release).orElseThrow().operations();
    }

    private static CpuDefinition host(String model) {
        return CpuDefinitions.of("<cpu><arch>ppc64</arch><model>" + model + "</model></cpu>");
    }

    private static GuestCpu guest(String text) {
        return CpuDefinitions.guest(text);
    }

    private static GuestCpu model(String name) {
        return guest("<cpu mode='custom' match='exact'><model>" + name + "</model></cpu>");
    }

    private static GuestCpu mode(String name) {
        return guest("<cpu mode='host-model'><model>" + name + "</model></cpu>");
    }

    @Test
    void aModelIsMetOrNot() {
        assertThat(OLDEST.compare(host("POWER8"), model("POWER8")))
                .isEqualTo(Comparison.identical());
        assertThat(OLDEST.compare(host("POWER8"), model("POWER7")))
                .isEqualTo(Comparison.incompatible("the host's model is POWER8 and not POWER7"));
        assertThat(OLDEST.compare(host("POWER8"), host("POWER8")).isCompatible()).isTrue();
    }

    @Test
    void olderNamesCountForGuestsAndNotForHosts() {
        assertThat(OLDEST.compare(host("POWER7"), model("POWER7_v2.3")).isCompatible()).isTrue();
        assertThatThrownBy(() -> OLDEST.compare(host("POWER7_v2.3"), model("POWER7")))
                .isInstanceOf(UnknownCpuNameException.class);
    }

    @Test
    void architecturesOfEitherByteOrderAreOneAndOthersAreNot() {
        CpuDefinition little =
                CpuDefinitions.of("<cpu><arch>ppc64le</arch><model>POWER8</model></cpu>");
        CpuDefinition other =
                CpuDefinitions.of("<cpu><arch>x86_64</arch><model>POWER8</model></cpu>");
        assertThat(OLDEST.compare(host("POWER8"), little).isCompatible()).isTrue();
        assertThat(OLDEST.compare(host("POWER8"), other).reason())
                .isEqualTo("CPU architecture x86_64 is not 64-bit POWER");
    }

    @Test
    void aVendorMustBeTheHosts() {
        GuestCpu ibm = guest("<cpu><model>POWER8</model><vendor>IBM</vendor></cpu>");
        assertThat(OLDEST.compare(host("POWER8"), ibm).reason())
                .isEqualTo("the CPU is one of vendor IBM and the host's vendor is not known");
        CpuDefinition sold =
                CpuDefinitions.of(
                        "<cpu><arch>ppc64</arch><model>POWER8</model><vendor>IBM</vendor></cpu>");
        assertThat(OLDEST.compare(sold, ibm).isCompatible()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "POWER8, power6, identical",
        "POWER8, power8, identical",
        "POWER8, power9, incompatible",
        "POWER6, power10, incompatible"
    })
    void aHostOffersItsOwnAndLowerCompatibilityModes(String host, String mode, String verdict) {
        assertThat(OLDEST.compare(host(host), mode(mode)).verdict().word()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"power5", "power7+", "POWER8", "power", "power11"})
    void unknownCompatibilityModesAreErrors(String mode) {
        assertThatThrownBy(() -> OLDEST.compare(host("POWER8"), mode(mode)))
                .isInstanceOfSatisfying(
                        UnknownCpuNameException.class,
                        e -> {
                            assertThat(e.kind())
                                    .isEqualTo(UnknownCpuNameException.Kind.COMPATIBILITY_MODE);
                            assertThat(e.name()).isEqualTo(mode);
                        });
    }

    @Test
    void power11CameWith114() {
        assertThat(NEWEST.compare(host("POWER11"), mode("power11")).isCompatible()).isTrue();
        assertThat(NEWEST.compare(host("POWER10"), mode("power11")).isCompatible()).isFalse();
        assertThatThrownBy(() ->
                        operations(new Release(11, 3)).compare(host("POWER11"), mode("power6")))
                .isInstanceOf(UnknownCpuNameException.class);
    }

    @Test
    void otherProcessorsHaveNoCompatibilityModes() {
        CpuDefinition embedded = host("POWERPC_e5500");
        assertThatThrownBy(() -> OLDEST.compare(embedded, mode("power6")))
                .isInstanceOf(CpuOperationException.class)
                .hasMessage("processors of model POWERPC_e5500 have no compatibility modes");
        assertThat(OLDEST.compare(embedded, guest("<cpu mode='host-model'/>")).isCompatible())
                .isTrue();
    }

    @Test
    void otherModesAreAlwaysMet() {
        assertThat(OLDEST.compare(host("POWER8"), guest("<cpu mode='host-passthrough'/>")))
                .isEqualTo(Comparison.identical());
        assertThat(OLDEST.compare(host("POWER8"), guest("<cpu mode='maximum'/>")))
                .isEqualTo(Comparison.identical());
    }

    @Test
    void nothingCanBeJudgedWithoutModels() {
        assertThatThrownBy(() ->
                        OLDEST.compare(
                                CpuDefinitions.of("<cpu><arch>ppc64</arch></cpu>"),
                                model("POWER8")))
                .isInstanceOf(CpuOperationException.class);
    }

    @Test
    void theBaselineIsTheOneModelOfAll() {
        GuestCpu baseline =
                OLDEST.baseline(List.of(host("POWER8"), model("POWER8")), BaselineOptions.NONE);
        assertThat(CpuDefinitions.text(baseline))
                .isEqualTo(
                        "<cpu mode='custom' match='exact'> <model fallback='forbid'>POWER8</model>"
                                + " </cpu>");
    }

    @Test
    void thereIsNoBaselineOfDifferentModelsOrVendors() {
        assertThatThrownBy(() ->
                        OLDEST.baseline(
                                List.of(host("POWER7"), host("POWER8")), BaselineOptions.NONE))
                .isInstanceOf(IncompatibleCpuException.class)
                .hasMessage("the CPUs are of different models, POWER7 and POWER8");
        assertThatThrownBy(() -> OLDEST.baseline(List.of(sold("Freescale")), BaselineOptions.NONE))
                .isInstanceOf(IncompatibleCpuException.class);
        assertThatThrownBy(() -> OLDEST.baseline(List.of(sold("Intel")), BaselineOptions.NONE))
                .isInstanceOf(UnknownCpuNameException.class)
                .hasMessage("unknown CPU vendor 'Intel'");
        assertThatThrownBy(() -> OLDEST.baseline(List.of(), BaselineOptions.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static CpuDefinition sold(String vendor) {
        return CpuDefinitions.of(
                "<cpu><arch>ppc64</arch><model>POWER7</model><vendor>"
                        + vendor
                        + "</vendor></cpu>");
    }

    @Test
    void settlingMakesAMatchExact() {
        GuestCpu open = guest("<cpu match='minimum'><model>POWER8</model></cpu>");
        assertThat(OLDEST.update(open, host("POWER8"))).isEqualTo(model("POWER8"));
        GuestCpu hostModel = guest("<cpu mode='host-model'/>");
        assertThat(OLDEST.update(hostModel, host("POWER8"))).isEqualTo(hostModel);
    }

    @Test
    void noOtherModelCanStandIn() {
        Optional<List<String>> known = Optional.of(List.of("POWER9"));
        assertThatThrownBy(() -> OLDEST.translate(model("POWER8"), known))
                .isInstanceOfSatisfying(
                        CpuOperationException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_SUPPORT));
        assertThat(OLDEST.translate(model("POWER9"), known)).isEqualTo(model("POWER9"));
        GuestCpu strict = guest("<cpu match='exact'><model fallback='forbid'>POWER8</model></cpu>");
        assertThatThrownBy(() -> OLDEST.translate(strict, known))
                .isInstanceOf(IncompatibleCpuException.class);
    }

    @Test
    void aGuestIsStartedUnderTodaysName() {
        assertThat(OLDEST.forGuest(host("POWER7"), model("POWER7+_v2.1"), Optional.empty()))
                .isEqualTo(model("POWER7"));
        assertThatThrownBy(() -> OLDEST.forGuest(host("POWER8"), model("POWER7"), Optional.empty()))
                .isInstanceOf(IncompatibleCpuException.class)
                .hasMessage("the host's model is POWER8 and not POWER7");
    }
}
