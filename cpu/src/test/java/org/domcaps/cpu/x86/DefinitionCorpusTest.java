package org.domcaps.cpu.x86;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.domcaps.cpu.BaselineOptions;
import org.domcaps.cpu.Comparison;
import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuDefinitionReader;
import org.domcaps.cpu.CpuDefinitionWriter;
import org.domcaps.cpu.CpuOperations;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.document.Release;
import org.domcaps.error.DomcapsException;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.JsonString;
import org.domcaps.testkit.Corpus;
import org.domcaps.xml.XmlElement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The x86 definitions of the shared corpus: compared, settled, translated, brought to a baseline.
class DefinitionCorpusTest {

    private static final CpuMap MAP = CpuMap.forRelease(Release.OLDEST);
    private static final CpuOperations OPERATIONS = new X86Operations(MAP);

    record Case(String name, JsonObject facts) {
        static Case of(JsonObject facts) {
            StringBuilder name = new StringBuilder();
            facts.members()
                    .values()
                    .forEach(value -> {
                        if (value instanceof JsonString(String text)) {
                            name.append(name.isEmpty() ? "" : " ").append(text);
                        }
                    });
            return new Case(name.toString(), facts);
        }

        String text(String member) {
            return facts.findString(member).orElseThrow();
        }

        boolean mustFail() {
            return facts.findBoolean("must_fail").orElse(false);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void corpusIsHere() {
        assumeTrue(CpuCorpus.isHere(), Corpus.MISSING);
    }

    private static Stream<Case> cases(String kind) {
        return CpuCorpus.isHere()
                ? CpuCorpus.cases(kind).stream().map(Case::of)
                : Stream.of(Case.of(org.domcaps.json.JsonValue.object().build()));
    }

    static Stream<Case> comparisons() {
        return cases("compare_cases");
    }

    static Stream<Case> updates() {
        return cases("update_cases");
    }

    static Stream<Case> baselines() {
        return cases("baseline_cases");
    }

    static Stream<Case> guests() {
        return cases("guest_cases");
    }

    static Stream<Case> features() {
        return cases("has_feature_cases");
    }

    static Stream<Case> cpuidBaselines() {
        return cases("cpuid_baseline_cases")
                .filter(item ->
                        !CpuCorpus.isHere()
                                || CpuCorpus.has(
                                        "x86_64-cpuid-baseline-" + item.text("label") + ".xml"));
    }

    private static CpuDefinition cpu(String name) {
        return CpuCorpus.cpu("x86_64-" + name + ".xml");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("comparisons")
    void comparisonHasTheKnownVerdict(Case item) {
        CpuDefinition host = cpu(item.text("host"));
        CpuDefinition cpu = cpu(item.text("cpu"));
        if (item.text("result").equals("error")) {
            assertThatThrownBy(() -> OPERATIONS.compare(host, cpu))
                    .isInstanceOf(UnknownCpuNameException.class);
        } else {
            Comparison comparison = OPERATIONS.compare(host, cpu);
            assertThat(comparison.verdict().word()).isEqualTo(item.text("result"));
            assertThat(comparison.reason().isEmpty()).isEqualTo(comparison.isCompatible());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("updates")
    void updateSettlesTheDefinition(Case item) {
        CpuDefinition host = cpu(item.text("host"));
        GuestCpu guest =
                OPERATIONS.update((GuestCpu) cpu(item.text("cpu")), OPERATIONS.migratable(host));
        String expected =
                CpuCorpus.text("x86_64-" + item.text("host") + "+" + item.text("cpu") + ".xml");
        assertThat(CpuDefinitionWriter.write(guest)).isEqualTo(expected);
        item.facts()
                .findString("compare_result")
                .ifPresent(verdict ->
                        assertThat(OPERATIONS.compare(host, guest).verdict().word())
                                .isEqualTo(verdict));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("baselines")
    void baselineIsTheExpectedOne(Case item) {
        List<CpuDefinition> cpus = new ArrayList<>();
        for (XmlElement cpu :
                CpuCorpus.xml("x86_64-baseline-" + item.text("name") + ".xml").children("cpu")) {
            cpus.add(CpuDefinitionReader.read(cpu));
        }
        String variant = item.text("variant");
        BaselineOptions options =
                new BaselineOptions(variant.equals("migratable"), Optional.empty());
        if (item.mustFail()) {
            assertThatThrownBy(() -> OPERATIONS.baseline(cpus, options))
                    .isInstanceOf(DomcapsException.class);
            return;
        }
        GuestCpu baseline = OPERATIONS.baseline(cpus, options);
        if (variant.equals("expanded")) {
            baseline = OPERATIONS.expand(baseline);
        }
        assertThat(CpuDefinitionWriter.write(baseline))
                .isEqualTo(
                        CpuCorpus.text(
                                "x86_64-baseline-" + item.text("name") + "-" + variant + ".xml"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guests")
    void guestIsComputed(Case item) {
        CpuDefinition host = cpu(item.text("host"));
        GuestCpu guest = (GuestCpu) cpu(item.text("cpu"));
        Optional<String> list = item.facts().findString("models");
        Optional<List<String>> models = CpuCorpus.modelList(list);
        if (item.mustFail()) {
            assertThatThrownBy(() -> OPERATIONS.forGuest(host, guest, models))
                    .isInstanceOf(DomcapsException.class);
            return;
        }
        String file =
                "x86_64-"
                        + item.text("host")
                        + "+"
                        + item.text("cpu")
                        + list.map(name -> "," + name).orElse("");
        assertThat(CpuDefinitionWriter.write(OPERATIONS.forGuest(host, guest, models)))
                .isEqualTo(CpuCorpus.text(file + "-result.xml"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("features")
    void featureIsFoundOrNot(Case item) {
        CpuDefinition host = cpu(item.text("host"));
        switch (item.text("result")) {
            case "yes" -> assertThat(OPERATIONS.hasFeature(host, item.text("feature"))).isTrue();
            case "no" -> assertThat(OPERATIONS.hasFeature(host, item.text("feature"))).isFalse();
            default ->
                    assertThatThrownBy(() -> OPERATIONS.hasFeature(host, item.text("feature")))
                            .isInstanceOf(UnknownCpuNameException.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cpuidBaselines")
    void baselineOfRecordedProcessorsRunsOnEachOfThem(Case item) {
        List<CpuDefinition> cpus = new ArrayList<>();
        for (var input : item.facts().findArray("inputs").orElseThrow()) {
            String file = "x86_64-cpuid-" + ((JsonString) input).text() + "-json.xml";
            assumeTrue(CpuCorpus.has(file), "the corpus lacks an input");
            cpus.add(CpuCorpus.cpu(file));
        }
        GuestCpu baseline = OPERATIONS.baseline(cpus, BaselineOptions.NONE);
        assertThat(CpuDefinitionWriter.write(baseline))
                .isEqualTo(CpuCorpus.text("x86_64-cpuid-baseline-" + item.text("label") + ".xml"));
        for (CpuDefinition cpu : cpus) {
            assertThat(OPERATIONS.compare(cpu, baseline).isCompatible()).isTrue();
        }
    }
}
