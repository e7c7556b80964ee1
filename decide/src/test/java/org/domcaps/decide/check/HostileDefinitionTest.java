package org.domcaps.decide.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.document.DomainCapabilities;
import org.domcaps.xml.XmlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.Random;

class HostileDefinitionTest {

    private static final String GOOD = CheckCases.text("check/good.xml");
    private static final List<DomainCapabilities> DOCUMENTS =
            List.of(
                    CheckCases.document("x86_64-kvm-q35"),
                    CheckCases.document("x86_64-qemu-pc"),
                    org.domcaps.document.DocumentReader.read(
                            CheckCases.bytes("<domainCapabilities/>")));
    private static final List<String> WORDS =
            List.of(
                    "",
                    "0",
                    "-1",
                    "99999999999999999999",
                    "0x",
                    "on",
                    "yes",
                    "none",
                    "\u00fc",
                    "*");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void mutatedTextsAreRefusedWithAPlaceOrChecked(long seed) {
        Random random = new Random(seed);
        int read = 0;
        for (int round = 0; round < 500; round++) {
            if (check(mutated(GOOD, random))) {
                read++;
            }
        }
        assertThat(read).isGreaterThan(50);
    }

    @Test
    void everyAttributeCanHaveEveryWord() {
        int at = GOOD.indexOf("='");
        int checked = 0;
        while (at >= 0) {
            int end = GOOD.indexOf('\'', at + 2);
            for (String word : WORDS) {
                assertThat(check(GOOD.substring(0, at + 2) + word + GOOD.substring(end))).isTrue();
                checked++;
            }
            at = GOOD.indexOf("='", end);
        }
        assertThat(checked).isGreaterThan(500);
    }

    @ParameterizedTest
    @CsvSource({
        "<domstatus/>, virsh dumpxml",
        "<domainsnapshot><domain/></domainsnapshot>, domainsnapshot",
        "<domainCapabilities/>, --capabilities",
        "<network/>, expected <domain>",
        "<domain>, end",
        "'', empty"
    })
    void otherTextsAreRefusedWithWhatToDo(String text, String hint) {
        assertThatThrownBy(() -> DomainDefinition.read("x", CheckCases.bytes(text)))
                .isInstanceOf(XmlException.class)
                .message()
                .containsIgnoringCase(hint)
                .doesNotContain("\n");
    }

    @Test
    void anEmptyDomainHasNothingWrongWithIt() {
        for (DomainCapabilities document : DOCUMENTS) {
            assertThat(CheckCases.found("<domain/>", document)).isEmpty();
        }
    }

    /// Whether the text could be read; whatever it says, checking it does not fail, and every
    /// finding has a place inside the text.
    private static boolean check(String text) {
        DomainDefinition definition;
        try {
            definition = DomainDefinition.read("x", CheckCases.bytes(text));
        } catch (XmlException e) {
            assertThat(e.line()).isPositive();
            return false;
        }
        long lines = text.chars().filter(c -> c == '\n').count() + 1;
        for (DomainCapabilities document : DOCUMENTS) {
            DomainCheck.check(definition, document, Optional.empty())
                    .forEach(found ->
                            assertThat((long) found.place().orElseThrow().line())
                                    .isBetween(1L, lines));
        }
        return true;
    }

    /// Deletes, doubles or exchanges pieces between markup, so that much of it stays well-formed.
    private static String mutated(String text, Random random) {
        StringBuilder out = new StringBuilder(text);
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            int at = random.nextInt(out.length());
            switch (random.nextInt(5)) {
                case 0 -> out.setCharAt(at, (char) (' ' + random.nextInt(95)));
                case 1 -> word(out, at, random);
                case 2 -> line(out, at, "");
                case 3 -> out.insert(at, WORDS.get(random.nextInt(WORDS.size())));
                default -> line(out, at, twice(out, at));
            }
        }
        return out.toString();
    }

    private static void word(StringBuilder out, int at, Random random) {
        int start = out.indexOf("'", at);
        int end = start < 0 ? -1 : out.indexOf("'", start + 1);
        if (end > 0) {
            out.replace(start + 1, end, WORDS.get(random.nextInt(WORDS.size())));
        }
    }

    private static String twice(StringBuilder out, int at) {
        int start = out.lastIndexOf("\n", at) + 1;
        int end = out.indexOf("\n", at);
        String whole = end < 0 ? out.substring(start) : out.substring(start, end + 1);
        return whole + whole;
    }

    private static void line(StringBuilder out, int at, String replacement) {
        int start = out.lastIndexOf("\n", at) + 1;
        int end = out.indexOf("\n", at);
        out.replace(start, end < 0 ? out.length() : end + 1, replacement);
        if (out.isEmpty()) {
            out.append("<domain/>");
        }
    }
}
