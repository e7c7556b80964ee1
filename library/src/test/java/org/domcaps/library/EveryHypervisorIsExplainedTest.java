package org.domcaps.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.bhyve.BhyveCapability;
import org.domcaps.bhyve.BhyveDriver;
import org.domcaps.bhyve.BhyveFacts;
import org.domcaps.bhyve.BhyveQuestion;
import org.domcaps.bhyve.BhyveSource;
import org.domcaps.document.Arch;
import org.domcaps.document.DocumentWriter;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.EnumValue;
import org.domcaps.document.Release;
import org.domcaps.document.Support;
import org.domcaps.driver.Driver;
import org.domcaps.driver.Request;
import org.domcaps.driver.explain.Decision;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.driver.explain.Finding;
import org.domcaps.driver.explain.Kind;
import org.domcaps.driver.explain.Observation;
import org.domcaps.driver.explain.Proof;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Truth;
import org.domcaps.testdriver.TestDriver;
import org.domcaps.testkit.DocumentWalk;
import org.domcaps.xen.ControlDomain;
import org.domcaps.xen.XenDriver;
import org.domcaps.xen.XenFacts;
import org.domcaps.xen.XenMachine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Xen, bhyve and the test driver are explained by their rules: with their facts every answer is
/// what the document says, and the document alone is never contradicted. (QEMU has a test like this
/// over its recordings.)
class EveryHypervisorIsExplainedTest {

    /// @param name what the test is called
    record Subject(String name, Driver driver, Request request) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        for (int minor = 0; minor < 40; minor++) {
            Release release = new Release(10 + (minor + 7) / 11, (minor + 7) % 11);
            if (release.isWritable()) {
                add(subjects, release);
            }
        }
        return subjects;
    }

    private static void add(List<Subject> subjects, Release release) {
        Request request = Request.defaults().withRelease(release);
        for (XenMachine machine : XenMachine.values()) {
            String name = machine.xmlName();
            subjects.add(new Subject(name + " " + release, xen(), request.withMachine(name)));
        }
        for (BhyveCapability capability : BhyveCapability.values()) {
            subjects.add(
                    new Subject(capability + " " + release, bhyve(Set.of(capability)), request));
        }
        Driver all = bhyve(Set.of(BhyveCapability.values()));
        subjects.add(new Subject("all of bhyve " + release, all, request));
        subjects.add(new Subject("no bhyve " + release, new BhyveDriver(noBhyve()), request));
        subjects.add(new Subject("test " + release, new TestDriver(), request));
    }

    private static XenDriver xen() {
        XenFacts facts =
                new XenFacts(
                        Arch.X86_64,
                        new ControlDomain.Here(),
                        Optional.empty(),
                        List.of(),
                        List.of("/firmware"));
        return new XenDriver(() -> facts);
    }

    private static BhyveSource noBhyve() {
        return BhyveSource.given(
                new BhyveFacts(
                        Arch.X86_64,
                        "FreeBSD 14.1-RELEASE",
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        List.of()));
    }

    private static BhyveDriver bhyve(Set<BhyveCapability> able) {
        Map<BhyveQuestion, String> answers = new EnumMap<>(BhyveQuestion.class);
        for (BhyveCapability capability : BhyveCapability.values()) {
            answers.merge(
                    capability.question(),
                    capability.answer(able.contains(capability)),
                    String::concat);
        }
        return new BhyveDriver(
                BhyveSource.given(
                        new BhyveFacts(
                                Arch.X86_64,
                                "FreeBSD 13.2-RELEASE",
                                Optional.of("/usr/sbin/bhyve"),
                                answers,
                                Optional.empty(),
                                List.of("/firmware"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("subjects")
    void theExplanationSaysOfEveryPartWhatTheDocumentSays(Subject subject) {
        DomainCapabilities document = subject.driver().domainCapabilities(subject.request());
        Explanation explanation = Domcaps.explain(subject.driver(), subject.request());
        assertThat(explanation.document()).isEqualTo(document);
        assertThat(explanation.basis()).isEqualTo(Explanation.Basis.FACTS);
        for (Element element : Element.values()) {
            is(explanation, element.path(), document.support(element) == Support.YES);
            for (EnumKey key : EnumKey.of(element)) {
                is(explanation, key.path(), document.values(key).isPresent());
                for (EnumValue value : key.possibleValues()) {
                    String name = value.name();
                    is(explanation, key.path() + "." + name, document.offers(key, name));
                }
            }
        }
        for (String path : document.loaderPaths()) {
            is(explanation, Kind.LOADER.path(path), true);
        }
        assertThat(explanation.findings()).extracting(Finding::path).doesNotHaveDuplicates();
        checkDetails(explanation, DocumentWriter.write(document, explanation.release()));
    }

    /// Numbers, names and texts are those of the XML, and each says where it is from; one that is
    /// not in the XML has a rule that fails.
    private static void checkDetails(Explanation explanation, byte[] xml) {
        Map<String, String> written = new HashMap<>();
        for (DocumentWalk.Part part : DocumentWalk.of(xml)) {
            part.value().ifPresent(value -> written.put(part.path(), value));
        }
        assertThat(written).containsKeys("domain", "arch");
        for (Finding finding : explanation.findings()) {
            if (finding.kind() == Kind.DETAIL) {
                String path = finding.path();
                is(explanation, path, written.containsKey(path));
                assertThat(finding.value()).isEqualTo(Optional.ofNullable(written.get(path)));
                assertThat(finding.origin().isPresent() || finding.there() == Truth.NO)
                        .as(path)
                        .isTrue();
            }
        }
    }

    private static void is(Explanation explanation, String path, boolean there) {
        Finding finding = explanation.find(path).orElseThrow(() -> new AssertionError(path));
        assertThat(finding.there()).as(path).isEqualTo(Truth.of(there));
        if (finding.kind() != Kind.LOADER) {
            assertThat(finding.decisions()).as(path).isNotEmpty();
            assertThat(finding.remedy().isPresent()).as(path).isEqualTo(!there);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("subjects")
    void theDocumentAloneIsNeverContradicted(Subject subject) {
        Explanation full = subject.driver().explain(subject.request());
        Explanation alone = Domcaps.explain(full.document(), full.release());
        Map<String, Truth> facts = new HashMap<>();
        for (Finding finding : full.findings()) {
            for (Proof.Fact fact : facts(finding)) {
                facts.put(fact.words(), fact.truth());
            }
        }
        for (Finding finding : alone.findings()) {
            Truth known = full.find(finding.path()).orElseThrow().there();
            assertThat(finding.there()).as(finding.path()).isIn(known, Truth.UNKNOWN);
            for (Proof.Fact fact : facts(finding)) {
                assertThat(fact.truth())
                        .as("%s: %s", finding.path(), fact.words())
                        .isIn(facts.get(fact.words()), Truth.UNKNOWN);
            }
        }
    }

    private static List<Proof.Fact> facts(Finding finding) {
        List<Proof.Fact> facts = new ArrayList<>();
        for (Decision decision : finding.decisions()) {
            facts.addAll(decision.proof().facts());
        }
        return facts;
    }

    private static Finding find(Driver driver, Request request, String path) {
        return Domcaps.explain(driver, request).find(path).orElseThrow();
    }

    private static List<String> seen(Finding finding) {
        return facts(finding).stream()
                .flatMap(fact -> fact.observations().stream())
                .map(Observation::words)
                .toList();
    }

    private static List<String> changes(Finding finding) {
        return finding.remedy().orElseThrow().changes().stream().map(Remedy.Change::words).toList();
    }

    @Test
    void theMachineTypeIsTheReasonOnXen() {
        Request pvh = Request.defaults().withMachine("xenpvh");
        assertThat(changes(find(xen(), pvh, "devices.hostdev")))
                .containsExactly(
                        "ask about the machine type xenpv (--machine)",
                        "ask about the machine type xenfv (--machine)");
        assertThat(seen(find(xen(), pvh, "os.loader.type.rom"))).contains("machine, xenfv: xenpvh");
    }

    @Test
    void whatTheProgramSaidIsTheReasonOnBhyve() {
        Finding vnc = find(bhyve(Set.of()), Request.defaults(), "devices.graphics.type.vnc");
        assertThat(changes(vnc)).contains("use a bhyve that has a USB 3 controller");
        assertThat(seen(vnc))
                .contains(
                        "bhyve -s 0,xhci, does not say 'pci slot 0:0: unknown device \"xhci\"':"
                                + " it does say so");
        Driver none = new BhyveDriver(noBhyve());
        assertThat(changes(find(none, Request.defaults(), "devices.graphics")))
                .containsExactly("install bhyve so that it is found in PATH");
    }

    @Test
    void aReleaseThatIsTooOldIsTheReasonEverywhere() {
        Request old = Request.defaults().withRelease(Release.OLDEST);
        Driver all = bhyve(Set.of(BhyveCapability.values()));
        assertThat(changes(find(all, old, "devices.rng")))
                .contains("ask as libvirt 11.3 or later (--generation 11.3)");
    }

    @Test
    void theLimitOfVirtualProcessorsIsThatOfTheMachineTypeOnXen() {
        Finding limit = find(xen(), Request.defaults().withMachine("xenfv"), "vcpu@max");
        assertThat(limit.value()).contains("128");
        assertThat(limit.origin().orElseThrow().how())
                .isEqualTo("a fixed limit of the machine type: xenpv 512, xenpvh 512, xenfv 128");
        assertThat(changes(find(bhyve(Set.of()), Request.defaults(), "vcpu@max")))
                .containsExactly("nothing: bhyve documents of this release never say so");
        assertThat(changes(find(bhyve(Set.of()), Request.defaults(), "machine")))
                .containsExactly("name it (--machine)");
    }

    @Test
    void whatADriverNeverSaysIsSaidSo() {
        assertThat(changes(find(xen(), Request.defaults(), "devices.tpm")))
                .containsExactly("nothing: Xen documents of this release never say so");
        assertThat(changes(find(new TestDriver(), Request.defaults(), "devices.tpm")))
                .containsExactly("nothing: test documents of this release never say so");
    }

    @Test
    void whatFollowsFromADocumentIsTold() {
        Driver all = bhyve(Set.of(BhyveCapability.LPC_BOOTROM));
        DomainCapabilities document = all.domainCapabilities(Request.defaults());
        Explanation alone = Domcaps.explain(document, Release.NEWEST);
        assertThat(alone.basis()).isEqualTo(Explanation.Basis.DOCUMENT);
        assertThat(seen(alone.find("os.loader").orElseThrow()))
                .anySatisfy(words -> assertThat(words).endsWith(": follows from the document"));
    }
}
