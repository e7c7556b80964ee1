package org.domcaps.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.decide.explain.PathQuery;
import org.domcaps.decide.explain.PathQuery.Match;
import org.domcaps.document.DocumentReader;
import org.domcaps.document.ReadDocument;
import org.domcaps.document.Release;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.driver.explain.Finding;
import org.domcaps.driver.explain.Truth;
import org.domcaps.testkit.Corpus;
import org.domcaps.testkit.DocumentWalk;
import org.domcaps.testkit.DocumentWalk.Part;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Everything that stands in a document can be asked for by its path, and is explained: every
/// element, enum, value, text and attribute of every document that is at hand.
class EverythingHasAPathTest {

    /// The documents of all modules, and those of the corpus where it is here.
    static List<Path> documents() {
        List<Path> files = new ArrayList<>();
        for (String module : List.of("bhyve", "decide", "document", "qemu", "xen")) {
            add(files, Path.of("..", module, "src", "test", "resources"));
        }
        Corpus.find("corpus/newest").ifPresent(folder -> add(files, folder));
        Corpus.find("corpus/tests/domaincapsdata").ifPresent(folder -> add(files, folder));
        return files;
    }

    private static void add(List<Path> files, Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            found.filter(file -> file.toString().endsWith(".xml"))
                    .filter(EverythingHasAPathTest::isDocument)
                    .sorted()
                    .forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isDocument(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8).contains("<domainCapabilities>");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theProjectsOwnDocumentsAreAmongThem() {
        assertThat(documents()).hasSizeGreaterThan(150);
        assertThat(documents()).anyMatch(file -> file.toString().contains("12.8"));
    }

    @TestFactory
    Stream<DynamicTest> whatStandsInADocumentCanBeNamedAndIsExplained() {
        return documents().stream()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> check(bytes(file))));
    }

    private static void check(byte[] xml) {
        ReadDocument document = DocumentReader.readWithForm(xml);
        Explanation explanation = Domcaps.explain(document.capabilities(), document.form());
        PathQuery query = new PathQuery(explanation);
        List<Part> parts = DocumentWalk.of(xml);
        assertThat(parts).isNotEmpty();
        for (Part part : parts) {
            assertThat(query.find(part.path()))
                    .as(part.path())
                    .isInstanceOfSatisfying(Match.Found.class, found -> check(part, found.asked()));
        }
    }

    /// A document of a release to come: what nobody here knows is named and told, too.
    @Test
    void whatNoReleaseKnowsYetCanBeNamed() {
        byte[] xml =
                """
                <domainCapabilities>
                  <domain>kvm</domain>
                  <arch>x86_64</arch>
                  <timer supported='yes' exact='no'>
                    <enum name='clock'>
                      <value>sand</value>
                    </enum>
                    <most unit='grain'>7</most>
                    <most unit='cup'>1</most>
                  </timer>
                  <cpu>
                    <mode name='custom' supported='yes'>
                      <model usable='yes' vendor='AMD' age='3'>EPYC</model>
                    </mode>
                  </cpu>
                  <devices>
                    <disk supported='yes' speed='high'>
                      <enum name='bus'>
                        <value>virtio</value>
                        <value>pigeon</value>
                      </enum>
                      <enum name='colour'>
                        <value>red</value>
                      </enum>
                    </disk>
                    <kettle supported='no'/>
                  </devices>
                </domainCapabilities>
                """
                        .getBytes(StandardCharsets.UTF_8);
        PathQuery query =
                new PathQuery(
                        Domcaps.explain(
                                DocumentReader.readWithForm(xml).capabilities(), Release.NEWEST));
        for (String path :
                List.of(
                        "timer",
                        "timer@exact",
                        "timer.clock",
                        "timer.clock.sand",
                        "timer.most",
                        "timer.most@unit",
                        "timer.most[2]@unit",
                        "cpu.custom.EPYC@age",
                        "devices.disk@speed",
                        "devices.disk.bus.pigeon",
                        "devices.disk.colour.red")) {
            Match.Found found = (Match.Found) query.find(path);
            assertThat(found.asked()).as(path).hasSize(1);
            assertThat(found.asked().getFirst().path()).isEqualTo(path);
            assertThat(found.asked().getFirst().there()).isEqualTo(Truth.YES);
            assertThat(found.asked().getFirst().notes()).isNotEmpty();
        }
        assertThat(((Match.Found) query.find("devices.kettle")).truth()).isEqualTo(Truth.NO);
        assertThat(((Match.Found) query.find("timer.most[2]")).truth()).isEqualTo(Truth.YES);
    }

    private static void check(Part part, List<Finding> asked) {
        assertThat(asked).as(part.path()).hasSize(1);
        Finding finding = asked.getFirst();
        assertThat(finding.path()).isEqualTo(part.path());
        part.supported()
                .ifPresent(supported ->
                        assertThat(finding.there()).as(part.path()).isEqualTo(Truth.of(supported)));
        part.value()
                .ifPresent(value -> {
                    assertThat(finding.there()).as(part.path()).isEqualTo(Truth.YES);
                    assertThat(finding.value()).as(part.path()).contains(value);
                });
        assertThat(finding.decisions().isEmpty() && finding.origin().isEmpty())
                .as("%s is explained", part.path())
                .isFalse();
    }
}
