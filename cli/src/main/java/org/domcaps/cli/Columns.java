package org.domcaps.cli;

import java.util.ArrayList;
import java.util.List;

/// Rows whose cells stand below each other.
final class Columns {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();

    /// Adds a row.
    void row(String... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (i == widths.size()) {
                widths.add(0);
            }
            widths.set(i, Math.max(widths.get(i), cells[i].length()));
        }
        rows.add(List.of(cells));
    }

    /// The rows as lines without line ends, blanks at their ends dropped.
    List<String> lines() {
        List<String> lines = new ArrayList<>(rows.size());
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(i == 0 ? "" : GAP)
                        .append(row.get(i))
                        .repeat(' ', widths.get(i) - row.get(i).length());
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
