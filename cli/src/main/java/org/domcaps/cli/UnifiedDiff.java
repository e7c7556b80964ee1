package org.domcaps.cli;

import java.util.ArrayList;
import java.util.List;

/// Differences of two texts in the form of `diff -u`, which `patch` understands.
///
/// The script is the shortest there is, as long as it has no more than [LineChanges#MOST_EDITS]
/// edits; beyond that everything between the common begin and the common end is one replacement.
final class UnifiedDiff {

    private static final int CONTEXT = 3;

    private final List<String> before;
    private final List<String> after;
    private final LineChanges changes;
    private final StringBuilder out = new StringBuilder();

    private UnifiedDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        this.changes = LineChanges.between(before, after);
    }

    /// The differences, with a header that names both sides; empty if the texts are equal.
    static String of(String beforeName, String before, String afterName, String after) {
        if (before.equals(after)) {
            return "";
        }
        UnifiedDiff diff = new UnifiedDiff(lines(before), lines(after));
        diff.out.append("--- ").append(beforeName).append('\n');
        diff.out.append("+++ ").append(afterName).append('\n');
        diff.hunks();
        return diff.out.toString();
    }

    /// Lines with their line ends, so that a last line without one differs from the same line with
    /// one.
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }

    private void hunks() {
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (!isChange(i, j)) {
                i++;
                j++;
                continue;
            }
            int context = Math.min(CONTEXT, i);
            Hunk hunk = new Hunk(i - context, j - context);
            hunk.run();
            i = hunk.i;
            j = hunk.j;
        }
    }

    private boolean isChange(int i, int j) {
        return i < before.size() && changes.isDeleted(i)
                || j < after.size() && changes.isInserted(j);
    }

    /// Changes that are no more than twice the context apart, with their context.
    private final class Hunk {
        private final int firstBefore;
        private final int firstAfter;
        private final StringBuilder body = new StringBuilder();
        private int i;
        private int j;

        Hunk(int i, int j) {
            this.firstBefore = i;
            this.firstAfter = j;
            this.i = i;
            this.j = j;
        }

        void run() {
            int same = sameAhead(Integer.MAX_VALUE);
            copy(same);
            while (isChange(i, j)) {
                change();
                same = sameAhead(2 * CONTEXT + 1);
                boolean last =
                        same > 2 * CONTEXT || i + same == before.size() && j + same == after.size();
                copy(last ? Math.min(same, CONTEXT) : same);
                if (last) {
                    break;
                }
            }
            out.append("@@ -").append(range(firstBefore, i));
            out.append(" +").append(range(firstAfter, j)).append(" @@\n").append(body);
        }

        private void change() {
            while (i < before.size() && changes.isDeleted(i)) {
                line('-', before.get(i++));
            }
            while (j < after.size() && changes.isInserted(j)) {
                line('+', after.get(j++));
            }
        }

        private int sameAhead(int most) {
            int same = 0;
            while (same < most && i + same < before.size() && !isChange(i + same, j + same)) {
                same++;
            }
            return same;
        }

        private void copy(int count) {
            for (int end = i + count; i < end; i++, j++) {
                line(' ', before.get(i));
            }
        }

        private void line(char mark, String text) {
            body.append(mark).append(text);
            if (!text.endsWith("\n")) {
                body.append("\n\\ No newline at end of file\n");
            }
        }

        /// Where lines stand: the first of them and how many; for none, the line that they come
        /// after.
        private String range(int first, int end) {
            int count = end - first;
            int start = count == 0 ? first : first + 1;
            return count == 1 ? Integer.toString(start) : start + "," + count;
        }
    }
}
