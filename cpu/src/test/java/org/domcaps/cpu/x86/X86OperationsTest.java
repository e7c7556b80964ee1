package org.domcaps.cpu.x86;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.cpu.BaselineOptions;
import org.domcaps.cpu.Comparison;
import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuDefinitionReader;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.CpuMode;
import org.domcaps.cpu.CpuOperations;
import org.domcaps.cpu.Fallback;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.HostCpu;
import org.domcaps.cpu.IncompatibleCpuException;
import org.domcaps.cpu.ModelChoice;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.document.Arch;
import org.domcaps.document.FeaturePolicy;
import org.domcaps.document.Release;
import org.domcaps.xml.XmlReader;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Operations on definitions over the small map: plain = a, early = a b (Intel), late = a c without
/// e (Intel).
class X86OperationsTest {

    private static final CpuMap MAP = SmallMap.newest();
    private static final CpuOperations OPERATIONS = new X86Operations(MAP);
    private static final DefinedFeatures DEFINED = new DefinedFeatures(MAP);

    private static CpuDefinition cpu(String xml) {
        return CpuDefinitionReader.read(XmlReader.read(xml.getBytes(StandardCharsets.UTF_8)));
    }

    /// `MODEL +feature -feature ?feature !feature ^feature`: require, disable, optional, force,
    /// forbid.
    private static GuestCpu guest(String words) {
        String[] parts = words.split(" ");
        List<CpuFeature> features = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            FeaturePolicy policy =
                    switch (parts[i].charAt(0)) {
                        case '+' -> FeaturePolicy.REQUIRE;
                        case '-' -> FeaturePolicy.DISABLE;
                        case '?' -> FeaturePolicy.OPTIONAL;
                        case '!' -> FeaturePolicy.FORCE;
                        default -> FeaturePolicy.FORBID;
                    };
            features.add(CpuFeature.of(parts[i].substring(1), policy));
        }
        return GuestCpu.exact(ModelChoice.of(parts[0], Fallback.ALLOW), Optional.empty(), features);
    }

    private static HostCpu host(String model, String... features) {
        return new HostCpu(
                Arch.X86_64,
                Optional.of(model),
                MAP.requireModel(model).vendor().map(MapVendor::name),
                Optional.empty(),
                Optional.empty(),
                List.of(features).stream().map(CpuFeature::ofHost).toList());
    }

    private static String text(GuestCpu cpu) {
        StringBuilder text = new StringBuilder(cpu.modelName().orElse("?"));
        for (CpuFeature feature : cpu.features()) {
            char sign =
                    switch (feature.effectivePolicy()) {
                        case FORCE -> '!';
                        case REQUIRE -> '+';
                        case OPTIONAL -> '?';
                        case DISABLE -> '-';
                        case FORBID -> '^';
                    };
            text.append(' ').append(sign).append(feature.name());
        }
        return text.toString();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "early +d, identical, '', ''",
        "early, superset, '', d",
        "early +d +f, incompatible, f, ''",
        "early +d -b, identical, '', ''",
        "early ?f +d, identical, '', ''",
        "early !f +d, identical, '', ''",
        "plain, superset, '', b d",
        "late, incompatible, c, b d",
    })
    void hostsAreCompared(String definition, String verdict, String missing, String extra) {
        Comparison comparison = OPERATIONS.compare(host("early", "d"), guest(definition));
        assertThat(comparison.verdict().word()).isEqualTo(verdict);
        assertThat(String.join(" ", comparison.missing())).isEqualTo(missing);
        assertThat(String.join(" ", comparison.extra())).isEqualTo(extra);
        assertThat(comparison.reason().isEmpty()).isEqualTo(comparison.isCompatible());
    }

    @Test
    void forbiddenFeaturesAreTold() {
        Comparison comparison = OPERATIONS.compare(host("early", "d"), guest("early +d ^d"));
        assertThat(comparison.forbidden()).containsExactly("d");
        assertThat(comparison.reason()).contains("forbids: d");
    }

    @Test
    void strictMatchAllowsNothingMore() {
        GuestCpu strict = (GuestCpu) cpu("<cpu match='strict'><model>early</model></cpu>");
        assertThat(OPERATIONS.compare(host("early"), strict).verdict())
                .isEqualTo(Comparison.Verdict.IDENTICAL);
        assertThat(OPERATIONS.compare(host("early", "d"), strict).reason())
                .contains("strictly")
                .contains("d");
    }

    @Test
    void archAndVendorAreComparedFirst() {
        HostCpu arm =
                new HostCpu(
                        Arch.AARCH64,
                        Optional.of("nope"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of());
        assertThat(OPERATIONS.compare(host("early"), arm).reason())
                .isEqualTo("CPU architecture aarch64 is not x86");
        assertThat(OPERATIONS.compare(host("plain"), host("early")).reason())
                .contains("host's vendor is not known");
        assertThat(OPERATIONS.compare(host("early"), host("plain")).isCompatible()).isTrue();
    }

    @Test
    void unknownNamesAreErrors() {
        assertThatThrownBy(() -> OPERATIONS.compare(host("early"), guest("nope")))
                .isInstanceOf(UnknownCpuNameException.class);
        assertThatThrownBy(() -> OPERATIONS.compare(host("early"), guest("early +nope")))
                .isInstanceOf(UnknownCpuNameException.class);
    }

    @Test
    void definitionsHaveFeatures() {
        assertThat(OPERATIONS.hasFeature(guest("early -b"), "a")).isTrue();
        assertThat(OPERATIONS.hasFeature(guest("early -b"), "b")).isFalse();
        assertThatThrownBy(() -> OPERATIONS.hasFeature(guest("early"), "nope"))
                .isInstanceOf(UnknownCpuNameException.class);
    }

    @Test
    void expandingListsWhatTheModelHasAndWhatWasRemoved() {
        assertThat(text(OPERATIONS.expand(guest("late +f -a")))).isEqualTo("late -a +c -e +f");
        assertThat(text(OPERATIONS.expand(guest("late +e")))).isEqualTo("late +a +c +e");
        assertThat(OPERATIONS.expand((GuestCpu) cpu("<cpu mode='host-model'/>")).features())
                .isEmpty();
    }

    @Test
    void updatingSettlesOptionalFeatures() {
        assertThat(text(OPERATIONS.update(guest("late ?d ?f +b"), host("early", "d"))))
                .isEqualTo("late +d -f +b -e");
    }

    @Test
    void minimumAndHostModelTakeTheHost() {
        GuestCpu minimum =
                (GuestCpu)
                        cpu(
                                "<cpu><model>plain</model><vendor>AMD</vendor><feature"
                                        + " policy='disable' name='d'/></cpu>");
        GuestCpu settled = OPERATIONS.update(minimum, host("early", "f", "d"));
        assertThat(text(settled)).isEqualTo("early +f -d");
        assertThat(settled.vendor()).contains("AMD");
        GuestCpu hostModel =
                OPERATIONS.update((GuestCpu) cpu("<cpu mode='host-model'/>"), host("early", "f"));
        assertThat(text(hostModel)).isEqualTo("early +f");
        assertThat(hostModel.vendor()).contains("Intel");
        assertThat(hostModel.mode()).isEqualTo(CpuMode.CUSTOM);
    }

    @Test
    void passthroughIsLeftAlone() {
        GuestCpu cpu =
                (GuestCpu)
                        cpu(
                                "<cpu mode='host-passthrough'><feature policy='optional'"
                                        + " name='d'/></cpu>");
        assertThat(OPERATIONS.update(cpu, host("early"))).isEqualTo(cpu);
    }

    @Test
    void translatingKeepsKnownModelsAndReplacesOthers() {
        assertThat(text(OPERATIONS.translate(guest("early +d"), Optional.of(List.of("early")))))
                .isEqualTo("early +d");
        assertThat(
                        text(
                                OPERATIONS.translate(
                                        guest("early !d -f"),
                                        Optional.of(List.of("plain", "max")))))
                .isEqualTo("plain +b !d -f");
        assertThat(text(OPERATIONS.translate(guest("early"), Optional.empty()))).isEqualTo("early");
        assertThatThrownBy(() -> OPERATIONS.translate(guest("early"), Optional.of(List.of("max"))))
                .isInstanceOf(IncompatibleCpuException.class);
        GuestCpu strictly =
                GuestCpu.exact(
                        ModelChoice.of("early", Fallback.FORBID), Optional.empty(), List.of());
        assertThatThrownBy(() -> OPERATIONS.translate(strictly, Optional.of(List.of("plain"))))
                .hasMessageContaining("forbids another one");
    }

    @Test
    void aGuestThatTheHostCannotRunIsRefused() {
        assertThatThrownBy(
                        () -> OPERATIONS.forGuest(host("early"), guest("late"), Optional.empty()))
                .isInstanceOf(IncompatibleCpuException.class)
                .hasMessage("the host lacks features that the CPU needs: c");
        assertThat(
                        text(
                                OPERATIONS.forGuest(
                                        host("early", "d"),
                                        guest("early ?d"),
                                        Optional.of(List.of("plain")))))
                .isEqualTo("plain +b +d");
    }

    @Test
    void migratableLeavesOutWhatKeepsAGuestInPlace() {
        assertThat(text((GuestCpu) OPERATIONS.migratable(guest("early +e +d"))))
                .isEqualTo("early +d");
        GuestCpu baseline =
                OPERATIONS.baseline(
                        List.of(host("early", "e", "d")),
                        new BaselineOptions(true, Optional.empty()));
        assertThat(text(baseline)).isEqualTo("early +d");
    }

    @Test
    void theBaselineOfOneModelForbidsAnother() {
        GuestCpu same =
                OPERATIONS.baseline(
                        List.of(host("early"), host("early", "d")), BaselineOptions.NONE);
        assertThat(same.model()).isEqualTo(ModelChoice.of("early", Fallback.FORBID));
        assertThat(same.vendor()).contains("Intel");
        GuestCpu two =
                OPERATIONS.baseline(List.of(host("early"), host("late")), BaselineOptions.NONE);
        assertThat(two.model()).isEqualTo(ModelChoice.of("plain", Fallback.ALLOW));
    }

    @Test
    void aMissingVendorIsTakenFromTheModelAndNotPrinted() {
        GuestCpu baseline =
                OPERATIONS.baseline(List.of(host("early"), guest("late")), BaselineOptions.NONE);
        assertThat(baseline.vendor()).isEmpty();
        assertThatThrownBy(() ->
                        OPERATIONS.baseline(
                                List.of(host("early"), guest("server")), BaselineOptions.NONE))
                .hasMessage("the CPUs are of different vendors, Intel and AMD");
        GuestCpu wrong = guest("server").withVendor(Optional.of("Intel"));
        assertThatThrownBy(() ->
                        OPERATIONS.baseline(List.of(host("early"), wrong), BaselineOptions.NONE))
                .hasMessageContaining("model server");
    }

    @Test
    void nothingInCommonIsAnError() {
        assertThatThrownBy(() ->
                        OPERATIONS.baseline(
                                List.of(guest("plain +b -a"), guest("plain +c -a")),
                                BaselineOptions.NONE))
                .isInstanceOf(IncompatibleCpuException.class);
        assertThatThrownBy(() -> OPERATIONS.baseline(List.of(), BaselineOptions.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @RepeatedTest(60)
    void aBaselineIsThePartThatAllHostsHave(RepetitionInfo info) {
        CpuMap map =
                CpuMap.forRelease(
                        info.getCurrentRepetition() % 2 == 0 ? Release.OLDEST : Release.NEWEST);
        CpuOperations operations = new X86Operations(map);
        Random random = new Random(info.getCurrentRepetition());
        List<GuestCpu> hosts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            hosts.add(randomHost(map, random));
        }
        GuestCpu baseline = operations.baseline(hosts, BaselineOptions.NONE);
        List<GuestCpu> shuffled = new ArrayList<>(hosts);
        Collections.shuffle(shuffled, random);
        shuffled.add(hosts.getFirst());
        DefinedFeatures defined = new DefinedFeatures(map);
        assertThat(defined.all(operations.baseline(shuffled, BaselineOptions.NONE)))
                .isEqualTo(defined.all(baseline));
        assertThat(defined.all(operations.expand(baseline))).isEqualTo(defined.all(baseline));
        for (GuestCpu host : hosts) {
            assertThat(operations.compare(host, baseline).isCompatible()).isTrue();
            assertThat(operations.compare(host, host).verdict())
                    .isEqualTo(Comparison.Verdict.IDENTICAL);
        }
    }

    /// A host of one vendor, since those of different vendors have no baseline.
    private static GuestCpu randomHost(CpuMap map, Random random) {
        List<MapModel> models =
                map.models().stream()
                        .filter(model ->
                                model.decodesGuest()
                                        && model.vendor()
                                                .filter(vendor -> vendor.name().equals("Intel"))
                                                .isPresent())
                        .toList();
        MapModel model = models.get(random.nextInt(models.size()));
        List<CpuFeature> features = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            MapFeature feature = map.features().get(random.nextInt(map.features().size()));
            if (!feature.name().equals("fpu")
                    && features.stream().noneMatch(f -> f.name().equals(feature.name()))) {
                features.add(
                        CpuFeature.of(
                                feature.name(),
                                random.nextBoolean()
                                        ? FeaturePolicy.REQUIRE
                                        : FeaturePolicy.DISABLE));
            }
        }
        return GuestCpu.exact(
                ModelChoice.of(model.name(), Fallback.FORBID), Optional.empty(), features);
    }

    @Test
    void policiesOfADefinitionAreTakenApart() {
        GuestCpu cpu = guest("early +d -b !f ?c ^hle");
        assertThat(MAP.names(DEFINED.all(cpu))).containsExactly("a", "d", "f");
        assertThat(MAP.names(DEFINED.having(cpu, FeaturePolicy.REQUIRE)))
                .containsExactly("a", "b", "d");
        assertThat(MAP.names(DEFINED.having(cpu, FeaturePolicy.OPTIONAL))).containsExactly("c");
        assertThat(DEFINED.having(host("early", "d"), FeaturePolicy.FORBID).isEmpty()).isTrue();
    }
}
