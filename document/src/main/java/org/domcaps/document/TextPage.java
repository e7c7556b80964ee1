package org.domcaps.document;

import org.domcaps.document.Palette.Tone;

import java.util.ArrayList;
import java.util.List;

/// Rows of a page for people: labels in one column, what belongs to them in a second one that is as
/// far right as the longest label needs. Text that is too wide goes on in the next line of its
/// column.
final class TextPage {

    private static final int NARROWEST = 40;
    private static final int GAP = 2;

    private final int width;
    private final Palette palette;
    private final List<Row> rows = new ArrayList<>();

    /// A page of that many columns; less than 40 are taken for 40.
    TextPage(int width, Palette palette) {
        this.width = Math.max(width, NARROWEST);
        this.palette = palette;
    }

    /// A word and its mark.
    record Word(Tone tone, String text) {
        /// Takes control characters out, which could play tricks on a terminal.
        Word {
            text = printable(text);
        }

        static Word plain(String text) {
            return new Word(Tone.PLAIN, text);
        }

        private static String printable(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (Character.isISOControl(text.charAt(i))) {
                    return replaced(text);
                }
            }
            return text;
        }

        private static String replaced(String text) {
            StringBuilder out = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                out.append(Character.isISOControl(c) ? '\ufffd' : c);
            }
            return out.toString();
        }
    }

    private sealed interface Row {}

    private record Heading(Word title) implements Row {}

    private record Labelled(int indent, Word label, List<Word> words, boolean oneALine)
            implements Row {}

    private record Grid(int indent, List<Word> cells) implements Row {}

    /// Starts a section.
    void heading(String title) {
        rows.add(new Heading(new Word(Tone.HEADING, title)));
    }

    /// A label and words that flow over as many lines as they need.
    void words(int indent, Word label, List<Word> words) {
        rows.add(new Labelled(indent, label, List.copyOf(words), false));
    }

    /// As [#words] with a plain label and one word.
    void word(int indent, String label, Word word) {
        words(indent, Word.plain(label), List.of(word));
    }

    /// A label and words on a line each.
    void lines(int indent, String label, List<Word> words) {
        rows.add(new Labelled(indent, Word.plain(label), List.copyOf(words), true));
    }

    /// Words in columns, read downwards first.
    void grid(int indent, List<Word> cells) {
        rows.add(new Grid(indent, List.copyOf(cells)));
    }

    /// The whole page, with a line end after the last line.
    String print() {
        int column = column();
        StringBuilder out = new StringBuilder();
        for (Row row : rows) {
            switch (row) {
                case Heading(Word title) -> {
                    out.append(out.isEmpty() ? "" : "\n");
                    append(out, title);
                    out.append('\n');
                }
                case Labelled labelled -> print(out, labelled, column);
                case Grid(int indent, List<Word> cells) -> print(out, indent, cells);
            }
        }
        return out.toString();
    }

    private int column() {
        int column = 0;
        for (Row row : rows) {
            if (row instanceof Labelled labelled && !labelled.words.isEmpty()) {
                column = Math.max(column, labelled.indent + labelled.label.text.length() + GAP);
            }
        }
        return Math.min(column, width / 2);
    }

    private void print(StringBuilder out, Labelled row, int column) {
        out.repeat(' ', row.indent);
        append(out, row.label);
        int at = row.indent + row.label.text.length();
        for (int i = 0; i < row.words.size(); i++) {
            Word word = row.words.get(i);
            boolean first = i == 0;
            boolean fits = at + 1 + word.text.length() <= width;
            if (i > 0 && (row.oneALine || !fits)) {
                out.append('\n');
                at = 0;
                first = true;
            }
            int blanks = first ? Math.max(at == 0 ? 0 : GAP, column - at) : 1;
            out.repeat(' ', blanks);
            append(out, word);
            at += blanks + word.text.length();
        }
        out.append('\n');
    }

    private void print(StringBuilder out, int indent, List<Word> cells) {
        int longest = 0;
        for (Word cell : cells) {
            longest = Math.max(longest, cell.text.length());
        }
        int columns = Math.max(1, (width - indent + GAP) / (longest + GAP));
        int lines = (cells.size() + columns - 1) / columns;
        for (int line = 0; line < lines; line++) {
            out.repeat(' ', indent);
            for (int i = line; i < cells.size(); i += lines) {
                Word cell = cells.get(i);
                append(out, cell);
                if (i + lines < cells.size()) {
                    out.repeat(' ', longest - cell.text.length() + GAP);
                }
            }
            out.append('\n');
        }
    }

    private void append(StringBuilder out, Word word) {
        out.append(palette.paint(word.tone, word.text));
    }
}
