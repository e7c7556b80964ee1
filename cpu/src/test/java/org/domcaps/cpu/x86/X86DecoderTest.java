package org.domcaps.cpu.x86;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.CpuSignature;
import org.domcaps.cpu.SlotModel;
import org.domcaps.document.Release;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

class X86DecoderTest {

    private static final CpuMap MAP = SmallMap.newest();
    private static final Optional<MapVendor> INTEL = Optional.of(MAP.requireVendor("Intel"));
    private static final Optional<MapVendor> AMD = Optional.of(MAP.requireVendor("AMD"));
    private static final DecodeTarget GUEST = DecodeTarget.guest(MAP, List.of());

    private static X86Data data(
            Optional<MapVendor> vendor, CpuSignature signature, String... features) {
        return new X86Data(SmallMap.set(MAP, features), vendor, signature);
    }

    private static String decode(X86Data data, DecodeTarget target) {
        return X86Decoder.decode(MAP, data, target).map(X86DecoderTest::text).orElse("none");
    }

    private static String text(DecodedCpu cpu) {
        StringBuilder text = new StringBuilder(cpu.model().name());
        for (CpuFeature feature : cpu.features(MAP)) {
            text.append(feature.effectivePolicy().isShown() ? " +" : " -").append(feature.name());
        }
        return text.toString();
    }

    private static SlotModel listed(String name, String... blockers) {
        return new SlotModel(name, Optional.empty(), Optional.of(List.of(blockers)), false);
    }

    @Test
    void theModelWithTheFewestDifferencesIsChosen() {
        assertThat(decode(data(INTEL, CpuSignature.NONE, "a", "b", "d"), GUEST))
                .isEqualTo("early +d");
        assertThat(decode(data(INTEL, CpuSignature.NONE, "a"), GUEST)).isEqualTo("plain");
    }

    @Test
    void whatTheEmulatorTookFromAModelComesLast() {
        CpuSignature late = new CpuSignature(6, 11, 0);
        assertThat(decode(data(INTEL, late, "a", "f"), GUEST)).isEqualTo("late +f -c -e");
        assertThat(decode(data(INTEL, late, "a", "c", "e", "f"), GUEST)).isEqualTo("late +e +f");
    }

    @Test
    void aModelForTheSignatureWinsOverOneWithFewerDifferences() {
        CpuSignature late = new CpuSignature(6, 11, 0);
        assertThat(decode(data(INTEL, late, "a", "b"), GUEST)).isEqualTo("late +b -c -e");
        CpuSignature both = new CpuSignature(6, 10, 4);
        assertThat(decode(data(INTEL, both, "a", "b"), GUEST)).isEqualTo("early");
        CpuSignature earlyOnly = new CpuSignature(6, 10, 6);
        assertThat(decode(data(INTEL, earlyOnly, "a", "c"), GUEST)).isEqualTo("early +c -b");
        CpuSignature nobodys = new CpuSignature(6, 99, 0);
        assertThat(decode(data(INTEL, nobodys, "a", "b"), GUEST)).isEqualTo("early");
    }

    @Test
    void modelsOfOtherVendorsAreNotTried() {
        assertThat(decode(data(AMD, CpuSignature.NONE, "a", "b"), GUEST)).isEqualTo("plain +b");
        assertThat(decode(data(Optional.empty(), CpuSignature.NONE, "a", "b"), GUEST))
                .isEqualTo("early");
    }

    @Test
    void modelsNotMadeForGuestsOrHostsAreNotChosen() {
        assertThat(decode(data(AMD, CpuSignature.NONE, "a", "d"), GUEST)).isEqualTo("plain +d");
        assertThat(decode(data(AMD, CpuSignature.NONE, "a", "d"), DecodeTarget.HOST))
                .isEqualTo("server");
    }

    @Test
    void aHostIsDescribedWithoutDisabledFeaturesByTheNewestOfEquals() {
        assertThat(decode(data(INTEL, CpuSignature.NONE, "a", "c"), DecodeTarget.HOST))
                .isEqualTo("late-v1");
        assertThat(decode(data(INTEL, CpuSignature.NONE, "b", "c"), DecodeTarget.HOST))
                .isEqualTo("none");
    }

    @Test
    void onlyListedModelsAreChosen() {
        X86Data data = data(INTEL, CpuSignature.NONE, "a", "b");
        assertThat(decode(data, DecodeTarget.guest(MAP, List.of(listed("plain"), listed("host")))))
                .isEqualTo("plain +b");
        assertThat(decode(data, DecodeTarget.guest(MAP, List.of(listed("host")))))
                .isEqualTo("none");
    }

    @Test
    void blockersAreSwitchedOffEvenIfTheModelLacksThem() {
        X86Data data = data(INTEL, CpuSignature.NONE, "a", "b", "d");
        DecodeTarget blocked =
                DecodeTarget.guest(MAP, List.of(listed("early", "qemu-b", "d", "f", "kvm")));
        assertThat(decode(data, blocked)).isEqualTo("early +d -b -f");
    }

    @Test
    void ofAModelListedTwiceTheFirstEntryCounts() {
        X86Data data = data(INTEL, CpuSignature.NONE, "a", "b");
        DecodeTarget target =
                DecodeTarget.guest(MAP, List.of(listed("early"), listed("early", "f")));
        assertThat(decode(data, target)).isEqualTo("early");
    }

    @Test
    void theOnlyPreferredModelIsTakenWhateverItCosts() {
        X86Data data = data(INTEL, CpuSignature.NONE, "a", "b", "d");
        assertThat(decode(data, GUEST.preferring(Set.of("late")))).isEqualTo("late +b +d -c -e");
    }

    @Test
    void amongSeveralPreferredOneWithLessPenaltyWins() {
        String table =
                """
                cpuid 1.0 ecx
                  0 a
                  1 b
                  2 c
                  3 d
                  4 e
                model small
                  features +a
                model big
                  features +a +b +c +d +e
                """;
        CpuMap map = CpuMapReader.read("two", table, Release.NEWEST);
        X86Data data =
                new X86Data(
                        SmallMap.set(map, "a", "b", "c", "d"), Optional.empty(), CpuSignature.NONE);
        DecodeTarget target = DecodeTarget.guest(map, List.of());
        assertThat(X86Decoder.decode(map, data, target).orElseThrow().model().name())
                .isEqualTo("big");
        DecodeTarget preferring = target.preferring(Set.of("small", "another"));
        assertThat(X86Decoder.decode(map, data, preferring).orElseThrow().model().name())
                .isEqualTo("small");
    }

    @Test
    void brokenTransactionsAreTakenFromHaswell() {
        CpuSignature haswell = new CpuSignature(6, 60, 1);
        assertThat(decode(data(INTEL, haswell, "a", "hle", "rtm"), GUEST)).isEqualTo("plain");
        assertThat(decode(data(AMD, haswell, "a", "hle", "rtm"), GUEST))
                .isEqualTo("plain +hle +rtm");
        CpuSignature repaired = new CpuSignature(6, 63, 4);
        assertThat(decode(data(INTEL, repaired, "a", "hle"), GUEST)).isEqualTo("plain +hle");
        CpuSignature broken = new CpuSignature(6, 63, 3);
        assertThat(decode(data(INTEL, broken, "a", "hle"), GUEST)).isEqualTo("plain");
    }

    @Test
    void costsAreThoseOfTheWorkedExample() {
        assertThat(X86Decoder.Cost.of(26, 28)).isEqualTo(new X86Decoder.Cost(159, 119));
        assertThat(X86Decoder.Cost.of(28, 7)).isEqualTo(new X86Decoder.Cost(45, 14));
        assertThat(X86Decoder.Cost.of(30, 1)).isEqualTo(new X86Decoder.Cost(32, 2));
        assertThat(X86Decoder.Cost.of(79, 0)).isEqualTo(new X86Decoder.Cost(79, 0));
    }

    /// The formula against the loop that it replaces: every step meets one entry, and a punished
    /// one ends it sooner.
    @RepeatedTest(50)
    void costsAreThoseOfTheShorteningLoop(RepetitionInfo info) {
        int required = info.getCurrentRepetition() % 7;
        int disabled = info.getCurrentRepetition();
        int bound = required + disabled;
        int penalty = 0;
        int step = 2;
        for (int at = required; at < bound; at++) {
            penalty += step;
            step++;
            bound--;
        }
        assertThat(X86Decoder.Cost.of(required, disabled))
                .isEqualTo(new X86Decoder.Cost(bound + penalty, penalty));
    }

    /// Whatever the data and the map: the chosen model with its differences is the data again.
    @RepeatedTest(60)
    void theResultMeansTheSameFeaturesAsTheData(RepetitionInfo info) {
        CpuMap map =
                CpuMap.forRelease(
                        info.getCurrentRepetition() % 2 == 0 ? Release.OLDEST : Release.NEWEST);
        Random random = new Random(info.getCurrentRepetition());
        MapModel start = map.models().get(random.nextInt(map.models().size()));
        FeatureSet.Builder features = new FeatureSet.Builder().addAll(start.features());
        for (int i = 0; i < 12; i++) {
            features.add(random.nextInt(map.features().size()));
            features.remove(random.nextInt(map.features().size()));
        }
        X86Data data = new X86Data(features.build(), start.vendor(), CpuSignature.NONE);
        DecodedCpu guest =
                X86Decoder.decode(map, data, DecodeTarget.guest(map, List.of())).orElseThrow();
        assertThat(guest.model().features().union(guest.extra()).minus(guest.missing()))
                .isEqualTo(data.features());
        assertThat(guest.removed()).allMatch(feature -> !data.features().contains(feature.place()));
        assertThat(guest.extra().intersects(guest.missing())).isFalse();
        X86Decoder.decode(map, data, DecodeTarget.HOST)
                .ifPresent(host ->
                        assertThat(host.model().features().union(host.extra()))
                                .isEqualTo(data.features()));
    }
}
