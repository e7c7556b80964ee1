package org.domcaps.cpu.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.cpu.CpuMapException;
import org.domcaps.document.Release;
import org.junit.jupiter.api.Test;

import java.util.List;

class CpuTableTest {

    private static List<Statement> read(String text) {
        return CpuTable.read("t", text, new Release(11, 4));
    }

    @Test
    void commentsAndEmptyLinesAreSkippedAndLinesKeepTheirNumbers() {
        assertThat(read("# a comment\n\nmodel a b  c\nflag 1 x"))
                .containsExactly(
                        new Statement("t", 3, "model", "a b  c"),
                        new Statement("t", 4, "flag", "1 x"));
    }

    @Test
    void aLineCountsFromItsReleaseOn() {
        assertThat(read("model old\nmodel now since 11.4\nmodel later since 11.5\n"))
                .extracting(Statement::text)
                .containsExactly("old", "now");
    }

    @Test
    void theLastPartTakesTheRest() {
        Statement statement = read("model 0af Cavium ThunderX2 99xx").getFirst();
        assertThat(statement.parts(3)).containsExactly("0af", "Cavium", "ThunderX2 99xx");
        assertThat(statement.hex("0af")).isEqualTo(0xaf);
        assertThat(statement.hex("80240000")).isEqualTo(0x80240000);
    }

    private static void assertFault(Runnable reading, String detail) {
        assertThatThrownBy(reading::run)
                .isInstanceOfSatisfying(
                        CpuMapException.class, e -> assertThat(e.line()).isEqualTo(1))
                .hasMessageContaining(detail);
    }

    @Test
    void whatCannotBeUnderstoodIsRefusedWithItsLine() {
        assertFault(() -> read("alone"), "not a keyword and what it says");
        assertFault(() -> read("model "), "not a keyword and what it says");
        assertFault(() -> read("model a since soon"), "'soon' is no release");
        Statement statement = read("model a  c").getFirst();
        assertFault(() -> statement.parts(3), "two blanks in a row");
        assertFault(() -> statement.parts(4), "expected 4 words after model");
        assertFault(() -> statement.hex("xyz"), "'xyz' is no hexadecimal number");
        assertFault(() -> statement.hex("100000000"), "of 32 bits");
    }
}
