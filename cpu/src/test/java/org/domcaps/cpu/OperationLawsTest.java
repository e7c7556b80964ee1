package org.domcaps.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.document.Arch;
import org.domcaps.document.FeaturePolicy;
import org.domcaps.document.Release;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/// What holds for the operations of every architecture, tried with random definitions of models and
/// features that all of them know.
class OperationLawsTest {

    private static final int ROUNDS = 60;

    /// An architecture, with names that mean something to it.
    record Family(Arch arch, Release release, List<String> models, List<String> features) {
        CpuOperations operations() {
            return CpuFamilies.of(arch, release).orElseThrow().operations();
        }

        @Override
        public String toString() {
            return arch.xmlName() + " at " + release;
        }
    }

    static Stream<Family> families() {
        List<String> any = List.of("a", "b", "c", "d", "e", "f");
        List<String> x86 = List.of("aes", "avx", "sse4.2", "vmx", "invtsc", "lahf_lm", "apic");
        List<String> arm = List.of("sve", "sve128", "sve256", "sve512", "pauth");
        return Stream.of(Release.OLDEST, Release.NEWEST)
                .flatMap(release ->
                        Stream.of(
                                family(
                                        Arch.X86_64,
                                        release,
                                        List.of("Penryn", "EPYC", "kvm64"),
                                        x86),
                                family(Arch.PPC64LE, release, List.of("POWER8", "POWER9"), any),
                                family(Arch.S390X, release, List.of("z13", "gen16a", "max"), any),
                                family(Arch.AARCH64, release, List.of("cortex-a57", "max"), arm),
                                family(Arch.RISCV64, release, List.of("rv64", "max"), any),
                                family(Arch.LOONGARCH64, release, List.of("la464", "max"), any)));
    }

    private static Family family(
            Arch arch, Release release, List<String> models, List<String> features) {
        return new Family(arch, release, models, features);
    }

    private static GuestCpu guest(Family family, Random random, FeaturePolicy... policies) {
        List<String> names = new ArrayList<>(family.features());
        Collections.shuffle(names, random);
        List<CpuFeature> features = new ArrayList<>();
        for (String name : names.subList(0, random.nextInt(names.size()))) {
            features.add(CpuFeature.of(name, policies[random.nextInt(policies.length)]));
        }
        String model = family.models().get(random.nextInt(family.models().size()));
        return GuestCpu.exact(ModelChoice.of(model, Fallback.ALLOW), Optional.empty(), features);
    }

    private static GuestCpu settled(Family family, Random random) {
        return guest(family, random, FeaturePolicy.REQUIRE, FeaturePolicy.DISABLE);
    }

    /// Names with their policies, whatever their order.
    private static List<CpuFeature> set(CpuDefinition cpu) {
        return FeatureList.sorted(cpu.features());
    }

    @ParameterizedTest
    @MethodSource("families")
    void whatAGuestGotItCanRunOn(Family family) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            GuestCpu cpu = settled(family, new Random(seed));
            assertThat(family.operations().compare(cpu, cpu).isCompatible())
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void expandingTwiceIsExpandingOnceAndKeepsEveryPolicy(Family family) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            GuestCpu cpu = settled(family, new Random(seed));
            GuestCpu expanded = family.operations().expand(cpu);
            assertThat(expanded.features())
                    .as("seed %d", seed)
                    .isEqualTo(set(expanded))
                    .containsAll(cpu.features());
            assertThat(family.operations().expand(expanded)).isEqualTo(expanded);
            GuestCpu shuffled = cpu.withFeatures(shuffled(cpu.features(), seed));
            assertThat(family.operations().expand(shuffled)).isEqualTo(expanded);
        }
    }

    private static List<CpuFeature> shuffled(List<CpuFeature> features, int seed) {
        List<CpuFeature> others = new ArrayList<>(features);
        Collections.shuffle(others, new Random(seed));
        return others;
    }

    @ParameterizedTest
    @MethodSource("families")
    void whatIsSettledStaysSo(Family family) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            GuestCpu host = settled(family, random);
            GuestCpu once = family.operations().update(settled(family, random), host);
            assertThat(family.operations().update(once, host)).as("seed %d", seed).isEqualTo(once);
            GuestCpu open = asHostModel(guest(family, random, FeaturePolicy.REQUIRE));
            GuestCpu taken = family.operations().update(open, host);
            assertThat(family.operations().update(taken, host)).isEqualTo(taken);
        }
    }

    private static GuestCpu asHostModel(GuestCpu cpu) {
        return new GuestCpu(
                CpuMode.HOST_MODEL,
                Optional.empty(),
                Optional.empty(),
                ModelChoice.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                cpu.features());
    }

    @ParameterizedTest
    @MethodSource("families")
    void otherModesThanCustomAndHostModelAreLeftAlone(Family family) {
        for (CpuMode mode : Arrays.asList(CpuMode.HOST_PASSTHROUGH, CpuMode.MAXIMUM)) {
            GuestCpu open = CpuDefinitions.guest("<cpu mode='" + mode.xmlName() + "'/>");
            GuestCpu host = settled(family, new Random(1));
            assertThat(family.operations().update(open, host)).isEqualTo(open);
            assertThat(family.operations().translate(open, Optional.of(List.of()))).isEqualTo(open);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void aModelThatTheEmulatorKnowsIsNotTranslated(Family family) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            GuestCpu cpu = settled(family, new Random(seed));
            assertThat(family.operations().translate(cpu, Optional.of(family.models())))
                    .isEqualTo(cpu);
            assertThat(family.operations().translate(cpu, Optional.empty())).isEqualTo(cpu);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void whatCanBeMigratedIsPartOfTheWholeAndStaysSo(Family family) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            GuestCpu cpu = settled(family, new Random(seed));
            CpuDefinition migratable = family.operations().migratable(cpu);
            assertThat(cpu.features()).containsAll(migratable.features());
            assertThat(family.operations().migratable(migratable)).isEqualTo(migratable);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void repeatingAHostDoesNotChangeABaseline(Family family) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            GuestCpu cpu = guest(family, new Random(seed), FeaturePolicy.REQUIRE);
            Optional<GuestCpu> alone = baseline(family, List.of(cpu));
            assertThat(baseline(family, List.of(cpu, cpu, cpu)))
                    .as("seed %d", seed)
                    .isEqualTo(alone);
            alone.ifPresent(found ->
                    assertThat(family.operations().compare(cpu, found).isCompatible()).isTrue());
        }
    }

    private static Optional<GuestCpu> baseline(Family family, List<GuestCpu> cpus) {
        try {
            return Optional.of(family.operations().baseline(cpus, BaselineOptions.NONE));
        } catch (CpuOperationException _) {
            // Not every family has baselines.
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void featuresThatAreKnownPassTheCheck(Family family) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            family.operations().checkFeatures(settled(family, new Random(seed)));
        }
    }
}
