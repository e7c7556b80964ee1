package org.domcaps.cli;

import java.util.List;

/// Guesses what a mistyped word was meant to be.
final class Suggestion {

    private Suggestion() {}

    /// `, did you mean 'x'?` for the known word that is nearest; empty if none is near.
    ///
    /// Near is: it begins with the typed word, or is made of it by changing, adding, dropping or
    /// swapping at most one letter in three.
    static String of(String typed, List<String> known) {
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String word : known) {
            int distance = word.startsWith(typed) && !typed.isEmpty() ? 1 : distance(typed, word);
            boolean near = distance <= Math.max(1, letters(word) / 3) && distance < word.length();
            if (near && distance < least) {
                best = word;
                least = distance;
            }
        }
        return best.isEmpty() ? "" : ", did you mean '" + best + "'?";
    }

    private static int letters(String word) {
        return word.startsWith("--") ? word.length() - 2 : word.length();
    }

    /// Damerau and Levenshtein's distance, with neighbours swapped counting as one.
    static int distance(String from, String to) {
        int[][] table = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : step(table, from, to, i, j);
            }
        }
        return table[from.length()][to.length()];
    }

    private static int step(int[][] table, String from, String to, int i, int j) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int least = table[i - 1][j - 1] + (same ? 0 : 1);
        least = Math.min(least, table[i - 1][j] + 1);
        least = Math.min(least, table[i][j - 1] + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, table[i - 2][j - 2] + 1) : least;
    }
}
