package org.domcaps.qemu.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.document.CpuFeature;
import org.domcaps.document.CpuModel;
import org.domcaps.document.DocumentWriter;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.EnumValue;
import org.domcaps.document.Support;
import org.domcaps.driver.Request;
import org.domcaps.driver.explain.Blocking;
import org.domcaps.driver.explain.Decision;
import org.domcaps.driver.explain.DocumentFindings;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.driver.explain.Finding;
import org.domcaps.driver.explain.Kind;
import org.domcaps.driver.explain.Proof;
import org.domcaps.driver.explain.Truth;
import org.domcaps.testkit.DocumentWalk;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// On every recording: what the document prints has an explanation that holds, and what it could
/// print and does not has one that fails.
class ExplanationAgreesTest {

    @TestFactory
    Stream<DynamicTest> theExplanationSaysOfEveryValueWhatTheDocumentSays() {
        return Recordings.all().stream()
                .map(subject ->
                        DynamicTest.dynamicTest(
                                subject.name(),
                                () -> {
                                    for (Request request : subject.requests()) {
                                        check(subject, request);
                                    }
                                }));
    }

    @Test
    void ourOwnRecordingsAreAmongThem() {
        assertThat(Recordings.all())
                .extracting(Recordings.Subject::name)
                .contains(
                        "qemu-7.2/caps_7.2.22_x86_64.replies.gz",
                        "qemu-11.1-tcg/caps_11.1.3_x86_64.replies.gz");
    }

    private static void check(Recordings.Subject subject, Request request) {
        DomainCapabilities document = subject.driver().domainCapabilities(request);
        Explanation explanation = subject.driver().explain(request);
        assertThat(explanation.document()).isEqualTo(document);
        assertThat(explanation.basis()).isEqualTo(Explanation.Basis.FACTS);
        for (Element element : Element.values()) {
            is(explanation, element.path(), document.support(element) == Support.YES);
            for (EnumKey key : EnumKey.of(element)) {
                is(explanation, key.path(), document.values(key).isPresent());
                for (EnumValue value : key.possibleValues()) {
                    is(
                            explanation,
                            key.path() + "." + value.name(),
                            document.offers(key, value.name()));
                }
            }
        }
        List<Finding> everything = new ArrayList<>(explanation.findings());
        everything.addAll(explanation.attributes());
        checkNames(explanation, document);
        checkParts(everything, DocumentWriter.write(document, request.release()));
        checkModels(explanation, document);
        for (Finding finding : everything) {
            checkReasons(finding);
        }
        assertThat(everything).extracting(Finding::path).doesNotHaveDuplicates();
    }

    /// What stands in the XML has a finding that says the same; what could and does not has one
    /// that says no.
    private static void checkParts(List<Finding> everything, byte[] xml) {
        Map<String, Finding> byPath = new HashMap<>();
        everything.forEach(finding -> byPath.put(finding.path(), finding));
        Set<String> written = new HashSet<>();
        for (DocumentWalk.Part part : DocumentWalk.of(xml)) {
            Finding finding = byPath.get(part.path());
            assertThat(finding).as(part.path()).isNotNull();
            if (part.value().isPresent()) {
                assertThat(finding.value()).as(part.path()).isEqualTo(part.value());
                assertThat(finding.origin()).as(part.path()).isPresent();
                written.add(part.path());
            }
        }
        for (Finding finding : everything) {
            if (finding.kind() == Kind.DETAIL) {
                assertThat(finding.there())
                        .as(finding.path())
                        .isEqualTo(Truth.of(written.contains(finding.path())));
            }
        }
    }

    private static void is(Explanation explanation, String path, boolean there) {
        assertThat(explanation.find(path).orElseThrow(() -> new AssertionError(path)).there())
                .as("%s", path)
                .isEqualTo(Truth.of(there));
    }

    private static void checkNames(Explanation explanation, DomainCapabilities document) {
        is(explanation, Kind.VIRT_TYPE.path(document.domain().orElseThrow()), true);
        is(explanation, Kind.MACHINE.path(document.machine().orElseThrow()), true);
        for (String path : document.loaderPaths()) {
            is(explanation, Kind.LOADER.path(path), true);
        }
        document.hostModel()
                .ifPresent(model -> {
                    for (CpuFeature feature : model.features()) {
                        is(
                                explanation,
                                Kind.CPU_FEATURE.path(feature.name()),
                                feature.policy().isShown());
                    }
                });
    }

    private static void checkModels(Explanation explanation, DomainCapabilities document) {
        for (CpuModel model : document.customModels()) {
            Finding finding = explanation.find(Kind.CPU_MODEL.path(model.name())).orElseThrow();
            assertThat(finding.there()).isEqualTo(DocumentFindings.usable(model));
            if (model.usable() == CpuModel.Usable.NO) {
                Blocking blocking = finding.blocking().orElseThrow();
                assertThat(blocking.origin()).isEqualTo(Blocking.Origin.EMULATOR);
                assertThat(blocking.features()).as(model.name()).isNotEmpty();
                if (!model.blockers().isEmpty()) {
                    assertThat(blocking.features())
                            .containsExactlyInAnyOrderElementsOf(model.blockers());
                }
            }
        }
    }

    /// Something missing has a rule that fails and a way out; something there has neither.
    private static void checkReasons(Finding finding) {
        assertThat(finding.decisions()).as(finding.path()).isNotEmpty();
        Set<Truth> truths = new LinkedHashSet<>();
        finding.decisions().forEach(decision -> truths.add(decision.proof().truth()));
        switch (finding.there()) {
            case YES -> {
                assertThat(truths).as(finding.path()).containsExactly(Truth.YES);
                assertThat(finding.remedy()).as(finding.path()).isEmpty();
            }
            case NO -> {
                assertThat(truths).as(finding.path()).contains(Truth.NO);
                assertThat(finding.remedy()).as(finding.path()).isPresent();
                assertThat(finding.remedy().orElseThrow().changes())
                        .as(finding.path())
                        .isNotEmpty()
                        .allSatisfy(change -> assertThat(change.words()).isNotBlank());
            }
            case UNKNOWN -> assertThat(truths).as(finding.path()).contains(Truth.UNKNOWN);
        }
    }

    /// The document alone gives the same answers, but for what it does not say.
    @TestFactory
    Stream<DynamicTest> theDocumentAloneIsNeverContradicted() {
        return Recordings.all().stream()
                .map(subject ->
                        DynamicTest.dynamicTest(
                                subject.name(),
                                () -> {
                                    for (Request request : subject.requests()) {
                                        checkAlone(subject, request);
                                    }
                                }));
    }

    private static void checkAlone(Recordings.Subject subject, Request request) {
        Explanation full = subject.driver().explain(request);
        Explanation alone = QemuExplainer.explain(full.document(), request.release());
        assertThat(alone.findings()).isNotEmpty();
        Map<String, Truth> facts = new HashMap<>();
        for (Finding finding : full.findings()) {
            for (Decision decision : finding.decisions()) {
                for (Proof.Fact fact : decision.proof().facts()) {
                    facts.put(fact.words(), fact.truth());
                }
            }
        }
        for (Finding finding : alone.findings()) {
            Truth known = full.find(finding.path()).orElseThrow().there();
            if (finding.there() != Truth.UNKNOWN) {
                assertThat(finding.there()).as(finding.path()).isEqualTo(known);
            }
            for (Decision decision : finding.decisions()) {
                for (Proof.Fact fact : decision.proof().facts()) {
                    boolean chained = fact.words().startsWith("some value of");
                    if (fact.truth() != Truth.UNKNOWN && !chained) {
                        assertThat(fact.truth())
                                .as("%s: %s", finding.path(), fact.words())
                                .isEqualTo(facts.get(fact.words()));
                    }
                }
                if (finding.there() == Truth.YES) {
                    assertThat(decision.proof().truth())
                            .as("%s: %s", finding.path(), decision.about())
                            .isNotEqualTo(Truth.NO);
                }
            }
        }
    }
}
