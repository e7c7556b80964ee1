package org.domcaps.cli;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which lines of two texts have to go and come to make one of the other.
///
/// Myers' greedy search ("An O(ND) difference algorithm and its variations", 1986): `furthest[k]`
/// is how far one gets in the first text on diagonal `k` (line of the first minus line of the
/// second) with a number of edits.
final class LineChanges {

    /// Most edits that are searched for; more cost much time and memory and help nobody who reads
    /// them.
    static final int MOST_EDITS = 1500;

    private final int[] before;
    private final int[] after;
    private final BitSet deleted = new BitSet();
    private final BitSet inserted = new BitSet();
    private int start;
    private int endBefore;
    private int endAfter;

    private LineChanges(int[] before, int[] after) {
        this.before = before;
        this.after = after;
    }

    /// Compares two texts.
    static LineChanges between(List<String> before, List<String> after) {
        Map<String, Integer> numbers = new HashMap<>();
        LineChanges changes = new LineChanges(numbered(before, numbers), numbered(after, numbers));
        changes.search();
        return changes;
    }

    private static int[] numbered(List<String> lines, Map<String, Integer> numbers) {
        int[] numbered = new int[lines.size()];
        for (int i = 0; i < numbered.length; i++) {
            Integer known = numbers.putIfAbsent(lines.get(i), numbers.size());
            numbered[i] = known == null ? numbers.size() - 1 : known;
        }
        return numbered;
    }

    /// Whether a line of the first text has to go.
    boolean isDeleted(int line) {
        return deleted.get(line);
    }

    /// Whether a line of the second text has to come.
    boolean isInserted(int line) {
        return inserted.get(line);
    }

    private void search() {
        trim();
        List<int[]> trace = new ArrayList<>();
        int size = endBefore - start;
        int otherSize = endAfter - start;
        int most = Math.min(MOST_EDITS, size + otherSize);
        int[] furthest = new int[2 * most + 3];
        for (int edits = 0; edits <= most; edits++) {
            if (step(furthest, most + 1, edits)) {
                walkBack(trace, edits);
                return;
            }
            // Only the diagonals that this many edits can reach are worth keeping.
            int[] kept = new int[2 * edits + 1];
            System.arraycopy(furthest, most + 1 - edits, kept, 0, kept.length);
            trace.add(kept);
        }
        deleted.set(start, endBefore);
        inserted.set(start, endAfter);
    }

    private void trim() {
        endBefore = before.length;
        endAfter = after.length;
        while (start < endBefore && start < endAfter && before[start] == after[start]) {
            start++;
        }
        while (endBefore > start
                && endAfter > start
                && before[endBefore - 1] == after[endAfter - 1]) {
            endBefore--;
            endAfter--;
        }
    }

    /// Gets as far as possible with one edit more; `true` if that is the end. `zero` is where
    /// diagonal 0 lies.
    private boolean step(int[] furthest, int zero, int edits) {
        int size = endBefore - start;
        int otherSize = endAfter - start;
        for (int k = -edits; k <= edits; k += 2) {
            boolean down =
                    k == -edits || k != edits && furthest[zero + k - 1] < furthest[zero + k + 1];
            int x = edits == 0 ? 0 : down ? furthest[zero + k + 1] : furthest[zero + k - 1] + 1;
            int y = x - k;
            while (x < size && y < otherSize && y >= 0 && before[start + x] == after[start + y]) {
                x++;
                y++;
            }
            furthest[zero + k] = x;
            if (x >= size && y >= otherSize) {
                return true;
            }
        }
        return false;
    }

    /// Finds the way back from the end; `trace.get(d)` is what could be reached with `d` edits,
    /// diagonal `-d` first.
    private void walkBack(List<int[]> trace, int edits) {
        int x = endBefore - start;
        int y = endAfter - start;
        for (int d = edits; d > 0; d--) {
            int[] furthest = trace.get(d - 1);
            int k = x - y;
            boolean down =
                    k == -d
                            || k != d
                                    && reached(furthest, d - 1, k - 1)
                                            < reached(furthest, d - 1, k + 1);
            int fromK = down ? k + 1 : k - 1;
            x = reached(furthest, d - 1, fromK);
            y = x - fromK;
            if (down) {
                inserted.set(start + y);
            } else {
                deleted.set(start + x);
            }
        }
    }

    private static int reached(int[] furthest, int edits, int k) {
        return k < -edits || k > edits ? -1 : furthest[k + edits];
    }
}
