package org.domcaps.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The table as Markdown, with columns of even width so that it reads well on a terminal too.
final class Table {

    private static final List<String> HEAD =
            List.of("what", "ours", "peer", "floor", "ours / peer", "ours / floor", "aim");

    private Table() {}

    /// The table and the notes below it.
    static String text(List<Row> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEAD);
        StringBuilder notes = new StringBuilder();
        int number = 0;
        for (Row row : rows) {
            number++;
            lines.add(cells(number, row));
            notes.append(number).append(". ").append(String.join("; ", row.notes())).append(".\n");
        }
        return aligned(lines)
                + "\n"
                + "Milliseconds: median (least); then the peak of resident memory of the process,"
                + " or with JMH the garbage of one operation.\n\n"
                + notes;
    }

    private static List<String> cells(int number, Row row) {
        return List.of(
                number + ". " + row.what(),
                text(row.ours()),
                text(row.peer()),
                text(row.floor()),
                ratio(row.ours(), row.peer()),
                ratio(row.ours(), row.floor()),
                row.aim());
    }

    private static String text(Optional<Figure> figure) {
        return figure.map(Figure::text).orElse("–");
    }

    private static String ratio(Optional<Figure> ours, Optional<Figure> other) {
        return ours.isPresent() && other.isPresent() ? ours.get().ratioTo(other.get()) : "–";
    }

    private static String aligned(List<List<String>> lines) {
        int[] widths = new int[HEAD.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                text.append("| ")
                        .append(line.get(i))
                        .append(" ".repeat(widths[i] - line.get(i).length() + 1));
            }
            text.append("|\n");
            if (line.equals(HEAD)) {
                for (int width : widths) {
                    text.append('|').append("-".repeat(width + 2));
                }
                text.append("|\n");
            }
        }
        return text.toString();
    }
}
