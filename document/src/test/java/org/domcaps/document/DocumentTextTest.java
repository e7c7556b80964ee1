package org.domcaps.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

class DocumentTextTest {

    private static final DomainCapabilities EVERYTHING = DocumentReader.read(Fixtures.everything());

    private static void assertPage(String file, String page) {
        Path golden = Path.of("src/test/resources/org/domcaps/document").resolve(file);
        assertThat(page).isEqualTo(Golden.expected(golden, page));
    }

    private static DomainCapabilities document(String body) {
        return DocumentReader.read(
                ("<domainCapabilities>" + body + "</domainCapabilities>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everything() {
        assertPage("everything.txt", DocumentText.print(EVERYTHING, 80, Palette.NONE));
    }

    @Test
    void everythingNarrowAndColoured() {
        assertPage("everything-narrow.ansi", DocumentText.print(EVERYTHING, 48, Palette.ANSI));
    }

    @Test
    void aHostThatReportsLittle() {
        DomainCapabilities document =
                document(
                        """
                        <path>/x\u009b31m</path><domain>xen</domain>
                        <os supported='yes'><loader supported='yes'/><other/></os>
                        <cpu><mode name='host-model' supported='no'/>
                        <mode name='custom' supported='yes'>
                          <model usable='no'>alpha</model>
                          <model usable='no' deprecated='yes'>beta</model>
                          <model usable='unknown'>gamma</model>
                        </mode></cpu>
                        <devices new='1'><hostdev supported='yes'><enum name='capsType'/></hostdev><toaster supported='no'/></devices>
                        <features><sev supported='no'/><sgx supported='yes'><flc>no</flc><sgx1>no</sgx1><sgx2>no</sgx2>
                          <section_size unit='KiB'>0</section_size></sgx><enum name='odd'/></features>
                        """);
        assertPage("little.txt", DocumentText.print(document, 72, Palette.NONE));
    }

    @Test
    void coloursTakeNoRoom() {
        String plain = DocumentText.print(EVERYTHING, 70, Palette.NONE);
        String coloured = DocumentText.print(EVERYTHING, 70, Palette.ANSI);
        assertThat(coloured).isNotEqualTo(plain);
        assertThat(coloured.replaceAll("\u001b\\[[0-9]*m", "")).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 61, 80, 200})
    void linesKeepToTheWidth(int width) {
        for (String line : DocumentText.print(EVERYTHING, width, Palette.NONE).split("\n")) {
            // What stands right of the labels cannot be broken if it is one word.
            String words = line.substring(Math.max(0, line.lastIndexOf("  "))).strip();
            boolean oneWord = words.indexOf(' ') < 0 || words.startsWith("/");
            assertThat(oneWord || line.length() <= width).as(line).isTrue();
            assertThat(line).isEqualTo(line.stripTrailing());
        }
    }

    @Test
    void aScreenIsNeverNarrowerThanFortyColumns() {
        assertThat(DocumentText.print(EVERYTHING, 0, Palette.NONE))
                .isEqualTo(DocumentText.print(EVERYTHING, 40, Palette.NONE));
    }
}
