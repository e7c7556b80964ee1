package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class UnifiedDiffTest {

    private static String diff(String before, String after) {
        return UnifiedDiff.of("a", before, "b", after);
    }

    @Test
    void equalTextsHaveNone() {
        assertThat(diff("x\n", "x\n")).isEmpty();
        assertThat(diff("", "")).isEmpty();
    }

    @Test
    void aChangedLineHasThreeLinesOfContext() {
        assertThat(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"))
                .isEqualTo(
                        """
                        --- a
                        +++ b
                        @@ -2,7 +2,7 @@
                         2
                         3
                         4
                        -5
                        +five
                         6
                         7
                         8
                        """);
    }

    @Test
    void changesFarApartAreTwoHunksAndNearOnesAreOne() {
        String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";
        assertThat(diff(before, "one\n2\n3\n4\n5\n6\n7\n8\n9\nten\n"))
                .contains("@@ -1,4 +1,4 @@", "@@ -7,4 +7,4 @@");
        assertThat(diff(before, "one\n2\n3\n4\n5\n6\n7\neight\n9\n10\n"))
                .contains("@@ -1,10 +1,10 @@");
    }

    @Test
    void nothingBeforeOrAfterIsLineZero() {
        assertThat(diff("", "x\n")).isEqualTo("--- a\n+++ b\n@@ -0,0 +1 @@\n+x\n");
        assertThat(diff("x\ny\n", "")).isEqualTo("--- a\n+++ b\n@@ -1,2 +0,0 @@\n-x\n-y\n");
    }

    @Test
    void aMissingLineEndIsMarked() {
        assertThat(diff("x", "x\n"))
                .isEqualTo("--- a\n+++ b\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x\n");
    }

    @Test
    void theShortestScriptIsFound() {
        String diff = diff("a\nb\nc\na\nb\nb\na\n", "c\nb\na\nb\na\nc\n");
        assertThat(diff.lines().skip(2).filter(line -> line.matches("[+-].*"))).hasSize(5);
    }

    @Test
    void hugeDifferencesAreOneReplacement() {
        StringBuilder before = new StringBuilder("same\n");
        StringBuilder after = new StringBuilder("same\n");
        for (int i = 0; i < 3 * LineChanges.MOST_EDITS; i++) {
            before.append("old ").append(i).append('\n');
            after.append("new ").append(i).append('\n');
        }
        String diff = diff(before + "end\n", after + "end\n");
        assertThat(patch(before + "end\n", diff)).isEqualTo(after + "end\n");
        assertThat(diff.lines().filter(line -> line.startsWith("@@"))).hasSize(1);
    }

    @RepeatedTest(300)
    void applyingTheDifferenceGivesTheOtherText(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String before = text(random);
        String after = text(random);
        if (!before.equals(after)) {
            assertThat(patch(before, diff(before, after))).isEqualTo(after);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int lines = random.nextInt(40);
        int words = 1 + random.nextInt(12);
        for (int i = 0; i < lines; i++) {
            text.append(random.nextInt(words))
                    .append(i + 1 < lines || random.nextBoolean() ? "\n" : "");
        }
        return text.toString();
    }

    /// What `patch` does, without looking for lines elsewhere.
    private static String patch(String before, String diff) {
        List<String> old = lines(before);
        StringBuilder out = new StringBuilder();
        int at = 0;
        int left = 0;
        List<String> lines = lines(diff).subList(2, lines(diff).size());
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean noEnd = i + 1 < lines.size() && lines.get(i + 1).startsWith("\\");
            String body = noEnd ? line.substring(1, line.length() - 1) : line.substring(1);
            switch (line.charAt(0)) {
                case '@' -> {
                    assertThat(left).isZero();
                    String[] range = line.substring(4, line.indexOf(' ', 4)).split(",");
                    int count = range.length == 1 ? 1 : Integer.parseInt(range[1]);
                    int start = Integer.parseInt(range[0]) - (count == 0 ? 0 : 1);
                    while (at < start) {
                        out.append(old.get(at++));
                    }
                    left = count;
                }
                case ' ' -> {
                    assertThat(body).isEqualTo(old.get(at++));
                    left--;
                    out.append(body);
                }
                case '-' -> {
                    assertThat(body).isEqualTo(old.get(at++));
                    left--;
                }
                case '+' -> out.append(body);
                default -> assertThat(line).startsWith("\\ No newline");
            }
        }
        while (at < old.size()) {
            out.append(old.get(at++));
        }
        return out.toString();
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start) + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }
}
