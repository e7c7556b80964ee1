package org.domcaps.cli;

import org.domcaps.document.Palette;
import org.domcaps.document.Palette.Tone;

/// Lines of a page that are broken between words where they get too long.
final class WrappedText {

    private static final int STEP = 2;

    private final StringBuilder out = new StringBuilder();
    private final int width;
    private final Palette palette;

    WrappedText(int width, Palette palette) {
        this.width = width;
        this.palette = palette;
    }

    /// A line as it is.
    void line(Tone tone, String text) {
        out.append(text.isEmpty() ? "" : palette.paint(tone, printable(text))).append('\n');
    }

    /// A paragraph that begins with a word of its own, below which nothing stands.
    ///
    /// @param depth how far it is indented, in steps
    /// @param mark the first word, painted in the tone; later lines begin below what follows it
    void paragraph(int depth, Tone tone, String mark, String text) {
        String lead = mark.isEmpty() ? "" : palette.paint(tone, mark) + " ";
        int indent = depth * STEP + (mark.isEmpty() ? 0 : mark.length() + 1);
        out.repeat(' ', depth * STEP).append(lead);
        int column = indent;
        boolean first = true;
        for (String word : printable(text).split(" ")) {
            if (!first && column + 1 + word.length() > width) {
                out.append('\n').repeat(' ', indent);
                column = indent;
                first = true;
            }
            out.append(first ? "" : " ").append(word);
            column += word.length() + (first ? 0 : 1);
            first = false;
        }
        out.append('\n');
    }

    /// Control characters come from the input and could play tricks on a terminal.
    private static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(Character.isISOControl(c) ? '\ufffd' : c);
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
