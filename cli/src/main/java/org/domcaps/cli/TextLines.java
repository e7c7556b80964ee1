package org.domcaps.cli;

import java.util.List;

/// Lines of a page that hold long lists of names.
final class TextLines {

    private final StringBuilder out;
    private final int width;

    /// @param width columns to fill
    TextLines(StringBuilder out, int width) {
        this.out = out;
        this.width = width;
    }

    /// `TITLE: a, b, c`, on as many lines as it takes, the second and later ones indented; nothing
    /// if there are no words.
    void list(String indent, String title, List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        StringBuilder line = new StringBuilder(indent).append(title).append(':');
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i) + (i + 1 < words.size() ? "," : "");
            if (line.length() + 1 + word.length() > width) {
                out.append(line).append('\n');
                line = new StringBuilder(indent).append("   ");
            }
            line.append(' ').append(word);
        }
        out.append(line).append('\n');
    }
}
