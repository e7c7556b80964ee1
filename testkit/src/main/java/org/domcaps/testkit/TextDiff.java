package org.domcaps.testkit;

import java.util.ArrayList;
import java.util.List;

/// The difference of two texts, in the form of `diff -u`, for the message of a failed test.
final class TextDiff {

    private static final int CONTEXT = 3;

    // The table below takes a cell for each pair of lines; beyond this a difference is shown as one
    // replacement.
    private static final int MOST_CELLS = 4_000_000;

    private final List<String> before;
    private final List<String> after;

    /// Marked lines: ` ` for both, `-` for before, `+` for after.
    private final List<String> lines = new ArrayList<>();

    private TextDiff(String before, String after) {
        this.before = before.lines().toList();
        this.after = after.lines().toList();
    }

    static String of(String before, String after) {
        TextDiff diff = new TextDiff(before, after);
        diff.compare();
        return diff.hunks();
    }

    private void compare() {
        int start = 0;
        int most = Math.min(before.size(), after.size());
        while (start < most && before.get(start).equals(after.get(start))) {
            mark(' ', before.get(start));
            start++;
        }
        int same = 0;
        while (same < most - start
                && before.get(before.size() - 1 - same)
                        .equals(after.get(after.size() - 1 - same))) {
            same++;
        }
        middle(
                before.subList(start, before.size() - same),
                after.subList(start, after.size() - same));
        before.subList(before.size() - same, before.size()).forEach(line -> mark(' ', line));
    }

    private void mark(char mark, String line) {
        lines.add(mark + line);
    }

    /// Marks by the longest common subsequence.
    private void middle(List<String> old, List<String> fresh) {
        int[][] common = lengths(old, fresh);
        int i = 0;
        int j = 0;
        while (common.length > 0 && i < old.size() && j < fresh.size()) {
            if (old.get(i).equals(fresh.get(j))) {
                mark(' ', old.get(i));
                i++;
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                mark('-', old.get(i++));
            } else {
                mark('+', fresh.get(j++));
            }
        }
        old.subList(i, old.size()).forEach(line -> mark('-', line));
        fresh.subList(j, fresh.size()).forEach(line -> mark('+', line));
    }

    /// Lengths of the common subsequences of the rests; empty if the table would be too large.
    private static int[][] lengths(List<String> old, List<String> fresh) {
        if ((long) old.size() * fresh.size() > MOST_CELLS) {
            return new int[0][];
        }
        int[][] common = new int[old.size() + 1][fresh.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = fresh.size() - 1; j >= 0; j--) {
                common[i][j] =
                        old.get(i).equals(fresh.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private String hunks() {
        StringBuilder out = new StringBuilder();
        int beforeLine = 1;
        int afterLine = 1;
        boolean open = false;
        for (int i = 0; i < lines.size(); i++) {
            boolean near = isNearChange(i);
            if (near && !open) {
                out.append("@@ -")
                        .append(beforeLine)
                        .append(" +")
                        .append(afterLine)
                        .append(" @@\n");
            }
            open = near;
            if (near) {
                out.append(lines.get(i)).append('\n');
            }
            char mark = lines.get(i).charAt(0);
            beforeLine += mark == '+' ? 0 : 1;
            afterLine += mark == '-' ? 0 : 1;
        }
        return out.toString();
    }

    private boolean isNearChange(int index) {
        int end = Math.min(lines.size(), index + CONTEXT + 1);
        for (int i = Math.max(0, index - CONTEXT); i < end; i++) {
            if (lines.get(i).charAt(0) != ' ') {
                return true;
            }
        }
        return false;
    }
}
