package org.domcaps.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.error.DomcapsException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Text that somebody else made: whatever it is, the reader gives a document or a
/// [DomcapsException], and soon.
class HostileDocumentTest {

    private static void assertRefused(byte[] text, String part) {
        assertThatThrownBy(() ->
                        Assertions.assertTimeoutPreemptively(
                                Duration.ofSeconds(20),
                                () -> {
                                    DocumentReader.read(text);
                                }))
                .isInstanceOf(DomcapsException.class)
                .hasMessageContaining(part)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    private static void assertRefused(String text, String part) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), part);
    }

    @Test
    void documentTypesAndEntitiesAreRefused() {
        assertRefused("<!DOCTYPE domainCapabilities><domainCapabilities/>", "document type");
        assertRefused(
                "<!DOCTYPE d [<!ENTITY a 'x'><!ENTITY b"
                        + " '&a;&a;&a;&a;'>]><domainCapabilities>&b;</domainCapabilities>",
                "");
        assertRefused(
                "<!DOCTYPE d SYSTEM"
                    + " 'file:///etc/passwd'><domainCapabilities><path>&d;</path></domainCapabilities>",
                "");
        assertRefused("<domainCapabilities><path>&a;</path></domainCapabilities>", "");
    }

    @Test
    void deepNestingIsRefused() {
        assertRefused("<domainCapabilities>" + "<a>".repeat(100_000), "deep");
    }

    @Test
    void manyAttributesAreRefused() {
        StringBuilder text = new StringBuilder("<domainCapabilities");
        for (int i = 0; i < 100_000; i++) {
            text.append(" a").append(i).append("='x'");
        }
        assertRefused(text.append("/>").toString(), "attribute");
    }

    @Test
    void aHugeAttributeIsReadOrRefused() {
        String text = "<domainCapabilities x='" + "y".repeat(10_000_000) + "'/>";
        assertSurvives(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<",
                "\u0000",
                "not XML",
                "{\"json\":1}",
                "<domainCapabilities>",
                "<a></b>"
            })
    void textThatIsNoXmlIsRefused(String text) {
        assertRefused(text, "");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        assertRefused(noise, "");
        assertRefused(
                "<domainCapabilities><path>\u00e4</path></domainCapabilities>"
                        .getBytes(StandardCharsets.ISO_8859_1),
                "");
    }

    @Test
    void everyCutIsRefused() {
        byte[] whole = Fixtures.everything();
        for (int length = 0; length < whole.length - 2; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> DocumentReader.read(cut))
                    .as("cut at " + length)
                    .isInstanceOf(DomcapsException.class);
        }
    }

    @Test
    void damagedDocumentsAreReadOrRefused() {
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(10), () -> damage());
    }

    private static void damage() {
        byte[] whole = Fixtures.everything();
        Random random = new Random(Long.getLong("fuzz.seed", 20260101));
        int rounds = Integer.getInteger("fuzz.rounds", 3000);
        int read = 0;
        for (int round = 0; round < rounds; round++) {
            byte[] damaged = damage(whole, random);
            read += assertSurvives(damaged) ? 1 : 0;
        }
        // Most damage in text and names is harmless; if nothing was ever read, the test would prove
        // nothing.
        assertThat(read).isBetween(rounds / 20, rounds - rounds / 20);
    }

    /// Reads the text; a document that comes out must be writable and readable again.
    private static boolean assertSurvives(byte[] text) {
        DomainCapabilities document;
        try {
            document = DocumentReader.read(text);
        } catch (DomcapsException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
            return false;
        }
        byte[] written = DocumentWriter.write(document, Release.NEWEST);
        byte[] again = DocumentWriter.write(DocumentReader.read(written), Release.NEWEST);
        assertThat(new String(again, StandardCharsets.UTF_8))
                .isEqualTo(new String(written, StandardCharsets.UTF_8));
        return true;
    }

    private static byte[] damage(byte[] whole, Random random) {
        byte[] damaged = whole.clone();
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(4)) {
                case 0 -> damaged[at] = (byte) random.nextInt(256);
                case 1 -> damaged[at] = (byte) "<>/='\"& \nax0!?-".charAt(random.nextInt(15));
                case 2 -> damaged = withoutLine(damaged, at);
                default -> damaged = withLineTwice(damaged, at);
            }
        }
        return damaged;
    }

    private static byte[] withoutLine(byte[] text, int at) {
        List<String> lines = lines(text);
        lines.remove(lineOf(text, at));
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] withLineTwice(byte[] text, int at) {
        List<String> lines = lines(text);
        int line = lineOf(text, at);
        lines.add(line, lines.get(line));
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<String> lines(byte[] text) {
        return new ArrayList<>(
                List.of(new String(text, StandardCharsets.ISO_8859_1).split("\n", -1)));
    }

    private static int lineOf(byte[] text, int at) {
        int line = 0;
        for (int i = 0; i < at; i++) {
            line += text[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
