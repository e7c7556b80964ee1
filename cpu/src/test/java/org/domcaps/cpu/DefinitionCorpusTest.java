package org.domcaps.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.domcaps.document.Arch;
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

/// The definitions of the shared corpus, of every architecture: compared, settled, translated,
/// brought to a baseline.
class DefinitionCorpusTest {

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

        String arch() {
            return facts.findString("arch").orElse("x86_64");
        }

        CpuOperations operations() {
            return CpuFamilies.of(Arch.find(arch()).orElseThrow(), Release.OLDEST)
                    .orElseThrow()
                    .operations();
        }

        String file(String stem) {
            return arch() + "-" + stem + ".xml";
        }

        CpuDefinition cpu(String member) {
            return CpuCorpus.cpu(file(text(member)));
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("comparisons")
    void comparisonHasTheKnownVerdict(Case item) {
        CpuDefinition host = item.cpu("host");
        CpuDefinition cpu = item.cpu("cpu");
        hasVerdict(item.text("result"), item.operations(), host, cpu);
    }

    private static void hasVerdict(
            String verdict, CpuOperations operations, CpuDefinition host, CpuDefinition cpu) {
        if (verdict.equals("error")) {
            assertThatThrownBy(() -> operations.compare(host, cpu))
                    .isInstanceOf(UnknownCpuNameException.class);
        } else {
            Comparison comparison = operations.compare(host, cpu);
            assertThat(comparison.verdict().word()).isEqualTo(verdict);
            assertThat(comparison.reason().isEmpty()).isEqualTo(comparison.isCompatible());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("updates")
    void updateSettlesTheDefinition(Case item) {
        CpuOperations operations = item.operations();
        CpuDefinition host = item.cpu("host");
        GuestCpu guest = operations.update((GuestCpu) item.cpu("cpu"), operations.migratable(host));
        String expected = CpuCorpus.text(item.file(item.text("host") + "+" + item.text("cpu")));
        assertThat(CpuDefinitionWriter.write(guest)).isEqualTo(expected);
        item.facts()
                .findString("compare_result")
                .ifPresent(verdict -> hasVerdict(verdict, operations, host, guest));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("baselines")
    void baselineIsTheExpectedOne(Case item) {
        CpuOperations operations = item.operations();
        List<CpuDefinition> cpus = new ArrayList<>();
        for (XmlElement cpu :
                CpuCorpus.xml(item.file("baseline-" + item.text("name"))).children("cpu")) {
            cpus.add(CpuDefinitionReader.read(cpu));
        }
        String variant = item.text("variant");
        BaselineOptions options =
                new BaselineOptions(variant.equals("migratable"), Optional.empty());
        if (item.mustFail()) {
            assertThatThrownBy(() -> operations.baseline(cpus, options))
                    .isInstanceOf(DomcapsException.class);
            return;
        }
        GuestCpu baseline = operations.baseline(cpus, options);
        if (variant.equals("expanded")) {
            baseline = operations.expand(baseline);
        }
        assertThat(CpuDefinitionWriter.write(baseline))
                .isEqualTo(
                        CpuCorpus.text(item.file("baseline-" + item.text("name") + "-" + variant)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guests")
    void guestIsComputed(Case item) {
        CpuOperations operations = item.operations();
        CpuDefinition host = item.cpu("host");
        GuestCpu guest = (GuestCpu) item.cpu("cpu");
        Optional<String> list = item.facts().findString("models");
        Optional<List<String>> models = CpuCorpus.modelList(list);
        if (item.mustFail()) {
            assertThatThrownBy(() -> operations.forGuest(host, guest, models))
                    .isInstanceOf(DomcapsException.class);
            return;
        }
        String file =
                item.arch()
                        + "-"
                        + item.text("host")
                        + "+"
                        + item.text("cpu")
                        + list.map(name -> "," + name).orElse("");
        assertThat(CpuDefinitionWriter.write(operations.forGuest(host, guest, models)))
                .isEqualTo(CpuCorpus.text(file + "-result.xml"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("features")
    void featureIsFoundOrNot(Case item) {
        CpuOperations operations = item.operations();
        CpuDefinition host = item.cpu("host");
        switch (item.text("result")) {
            case "yes" -> assertThat(operations.hasFeature(host, item.text("feature"))).isTrue();
            case "no" -> assertThat(operations.hasFeature(host, item.text("feature"))).isFalse();
            default ->
                    assertThatThrownBy(() -> operations.hasFeature(host, item.text("feature")))
                            .isInstanceOf(UnknownCpuNameException.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cpuidBaselines")
    void baselineOfRecordedProcessorsRunsOnEachOfThem(Case item) {
        CpuOperations operations = item.operations();
        List<CpuDefinition> cpus = new ArrayList<>();
        for (var input : item.facts().findArray("inputs").orElseThrow()) {
            String file = "x86_64-cpuid-" + ((JsonString) input).text() + "-json.xml";
            assumeTrue(CpuCorpus.has(file), "the corpus lacks an input");
            cpus.add(CpuCorpus.cpu(file));
        }
        GuestCpu baseline = operations.baseline(cpus, BaselineOptions.NONE);
        assertThat(CpuDefinitionWriter.write(baseline))
                .isEqualTo(CpuCorpus.text("x86_64-cpuid-baseline-" + item.text("label") + ".xml"));
        for (CpuDefinition cpu : cpus) {
            assertThat(operations.compare(cpu, baseline).isCompatible()).isTrue();
        }
    }
}
