package org.domcaps.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.json.JsonReader;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonWriter;
import org.domcaps.testkit.Corpus;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Every document of the corpus, read and written, gives the same bytes.
class CorpusRoundTripTest {

    private static final String OLD = "corpus/tests/domaincapsdata";
    private static final String NEW = "corpus/newest";

    private static final SchemaCheck SCHEMA =
            new SchemaCheck(JsonWriter.compact(JsonSchemaGenerator.schema()));

    private interface Check {
        void run(byte[] text) throws IOException;
    }

    /// A name and the file's own bytes; one stray empty line at the end of a file is no part of the
    /// document.
    private static List<DynamicTest> each(String folder, Check check) throws IOException {
        Optional<Path> found = Corpus.find(folder);
        Assumptions.assumeTrue(found.isPresent(), Corpus.MISSING);
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.walk(found.get())) {
            for (Path file : files.filter(f -> f.toString().endsWith(".xml")).sorted().toList()) {
                tests.add(
                        DynamicTest.dynamicTest(
                                found.get().relativize(file).toString(),
                                () -> check.run(text(file))));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }

    private static byte[] text(Path file) throws IOException {
        String text = Files.readString(file);
        return (text.endsWith("\n\n") ? text.substring(0, text.length() - 1) : text)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void assertSame(byte[] actual, byte[] expected) {
        assertThat(new String(actual, StandardCharsets.UTF_8))
                .isEqualTo(new String(expected, StandardCharsets.UTF_8));
    }

    @TestFactory
    List<DynamicTest> oldestLevel() throws IOException {
        return each(
                OLD,
                text ->
                        assertSame(
                                DocumentWriter.write(DocumentReader.read(text), Release.OLDEST),
                                text));
    }

    @TestFactory
    List<DynamicTest> newestLevel() throws IOException {
        return each(
                NEW,
                text ->
                        assertSame(
                                DocumentWriter.write(DocumentReader.read(text), Release.NEWEST),
                                text));
    }

    @TestFactory
    List<DynamicTest> oldestLevelInItsOwnForm() throws IOException {
        return each(OLD, CorpusRoundTripTest::inItsOwnForm);
    }

    @TestFactory
    List<DynamicTest> newestLevelInItsOwnForm() throws IOException {
        return each(NEW, CorpusRoundTripTest::inItsOwnForm);
    }

    private static void inItsOwnForm(byte[] text) {
        ReadDocument read = DocumentReader.readWithForm(text);
        assertSame(DocumentWriter.write(read.capabilities(), read.form()), text);
    }

    @TestFactory
    List<DynamicTest> nothingOfTheOldestLevelIsUnknown() throws IOException {
        return each(OLD, text -> assertKnown(DocumentReader.read(text)));
    }

    @TestFactory
    List<DynamicTest> nothingOfTheNewestLevelIsUnknown() throws IOException {
        return each(NEW, text -> assertKnown(DocumentReader.read(text)));
    }

    private static void assertKnown(DomainCapabilities document) {
        assertThat(document.extras()).isEmpty();
        document.blocks()
                .forEach((element, block) -> {
                    assertThat(block.extras()).isEqualTo(Extras.NONE);
                    for (ValueEnum valueEnum : block.enums()) {
                        EnumKey key = EnumKey.find(element, valueEnum.name()).orElseThrow();
                        for (String value : valueEnum.values()) {
                            assertThat(key.value(value)).as(key.path() + " " + value).isPresent();
                        }
                    }
                });
    }

    @TestFactory
    List<DynamicTest> strippingToItsOwnReleaseChangesNothing() throws IOException {
        return each(
                OLD,
                text -> {
                    DomainCapabilities document = DocumentReader.read(text);
                    assertThat(Generations.strip(document, Release.OLDEST)).isEqualTo(document);
                });
    }

    @TestFactory
    List<DynamicTest> aNewDocumentStrippedHoldsNothingNew() throws IOException {
        return each(
                NEW,
                text -> {
                    DomainCapabilities document = DocumentReader.read(text);
                    assertThat(Generations.strip(document, Release.NEWEST)).isEqualTo(document);
                    DomainCapabilities old = Generations.strip(document, Release.OLDEST);
                    assertThat(Generations.detect(old)).isEqualTo(Release.OLDEST);
                    // Writing at a release leaves out exactly the details that stripping leaves
                    // out.
                    assertSame(
                            DocumentWriter.write(old, Release.NEWEST),
                            DocumentWriter.write(
                                    DocumentReader.read(DocumentWriter.write(old, Release.OLDEST)),
                                    Release.NEWEST));
                });
    }

    @TestFactory
    List<DynamicTest> jsonOfTheOldestLevel() throws IOException {
        return each(OLD, CorpusRoundTripTest::assertJson);
    }

    @TestFactory
    List<DynamicTest> jsonOfTheNewestLevel() throws IOException {
        return each(NEW, CorpusRoundTripTest::assertJson);
    }

    private static void assertJson(byte[] text) {
        DomainCapabilities document = DocumentReader.read(text);
        JsonValue json = DocumentJson.toJson(document);
        JsonValue again = JsonReader.read(JsonWriter.pretty(json).getBytes(StandardCharsets.UTF_8));
        assertThat(DocumentJson.fromJson(again)).isEqualTo(document);
        assertThat(SCHEMA.faults(json)).isEmpty();
    }

    @TestFactory
    List<DynamicTest> everyDocumentHasAPage() throws IOException {
        return each(
                NEW,
                text -> {
                    DomainCapabilities document = DocumentReader.read(text);
                    String page = DocumentText.print(document, 80, Palette.NONE);
                    for (CpuModel model : document.customModels()) {
                        assertThat(page).contains(model.name());
                    }
                });
    }
}
