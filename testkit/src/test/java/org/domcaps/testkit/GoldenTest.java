package org.domcaps.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

class GoldenTest {

    @TempDir Path folder;

    @Test
    void whatIsExpectedPasses() throws IOException {
        Path file = Files.writeString(folder.resolve("expected.xml"), "<a/>\n");

        assertThatCode(() -> Golden.check(file, "<a/>\n")).doesNotThrowAnyException();
    }

    @Test
    void aDifferenceIsShownWithItsSurroundings() throws IOException {
        Path file =
                Files.writeString(folder.resolve("expected.xml"), "1\n2\n3\n4\n5\n6\n7\n8\n9\n");

        assertThatThrownBy(() -> Golden.check(file, "1\n2\n3\n4\nfive\n6\n7\n8\n9\n10\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "--- "
                                + file
                                + """

                                +++ computed (-Dgolden=update rewrites the file)
                                @@ -2 +2 @@
                                 2
                                 3
                                 4
                                -5
                                +five
                                 6
                                 7
                                 8
                                 9
                                +10
                                """);
    }

    @Test
    void differencesFarApartAreShownApart() {
        String before = "a\n" + "same\n".repeat(20) + "b\n";
        String after = "A\n" + "same\n".repeat(20);

        assertThat(TextDiff.of(before, after))
                .isEqualTo(
                        """
                        @@ -1 +1 @@
                        -a
                        +A
                         same
                         same
                         same
                        @@ -19 +19 @@
                         same
                         same
                         same
                        -b
                        """);
    }

    @Test
    void aDifferenceOfLineEndsIsSaidInWords() throws IOException {
        Path file = Files.writeString(folder.resolve("expected.xml"), "<a/>\r\n");

        assertThatThrownBy(() -> Golden.check(file, "<a/>\n"))
                .hasMessageEndingWith("only line ends differ\n");
    }

    @Test
    void largeTextsWithoutACommonLineAreShownAsOneReplacement() {
        String before = "a\n".repeat(3000);
        String after = "b\n".repeat(3000);

        assertThat(TextDiff.of(before, after))
                .startsWith("@@ -1 +1 @@\n-a\n")
                .endsWith("+b\n")
                .hasLineCount(6001);
    }

    @Test
    void aMissingFileIsReportedWithItsName() {
        Path file = folder.resolve("missing.xml");

        assertThatThrownBy(() -> Golden.check(file, ""))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("missing.xml");
    }
}
