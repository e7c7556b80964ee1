package org.domcaps.cli;

import org.domcaps.decide.Outcome;
import org.domcaps.decide.hosts.HostGroup;
import org.domcaps.decide.migrate.Axis;
import org.domcaps.decide.migrate.HostProfile;
import org.domcaps.decide.migrate.MigrationMatrix;
import org.domcaps.document.Palette;
import org.domcaps.document.Palette.Tone;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.ObjectBuilder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A migration matrix as a page to read and as JSON.
final class MatrixOutput {

    /// More kinds than these make a square that nobody can read.
    private static final int WIDEST_SQUARE = 40;

    private MatrixOutput() {}

    /// A square of letters if it is small enough, then a row for each kind of host.
    static String page(MigrationMatrix matrix, Palette palette) {
        StringBuilder out = new StringBuilder();
        List<HostGroup<HostProfile>> groups = matrix.hosts().groups();
        if (groups.size() > 1 && groups.size() <= WIDEST_SQUARE) {
            square(matrix, palette, out);
        }
        Columns columns = new Columns();
        columns.row("", "FROM", "TARGETS", "IN THE WAY");
        int others = matrix.hosts().hostCount() - 1;
        for (int from = 0; from < groups.size(); from++) {
            columns.row(
                    Integer.toString(from + 1),
                    groups.get(from).label(),
                    matrix.targets(from) + " of " + others,
                    obstacles(matrix, from));
        }
        List<String> lines = columns.lines();
        out.append(palette.paint(Tone.FAINT, lines.getFirst())).append('\n');
        for (String line : lines.subList(1, lines.size())) {
            out.append(line).append('\n');
        }
        return out.toString();
    }

    private static void square(MigrationMatrix matrix, Palette palette, StringBuilder out) {
        int size = matrix.hosts().groups().size();
        int width = Integer.toString(size).length() + 1;
        StringBuilder head = new StringBuilder(" ".repeat(width));
        for (int to = 1; to <= size; to++) {
            head.append(right(Integer.toString(to), width));
        }
        out.append(palette.paint(Tone.FAINT, head + "   (to)")).append('\n');
        for (int from = 0; from < size; from++) {
            out.append(palette.paint(Tone.FAINT, right(Integer.toString(from + 1), width)));
            for (int to = 0; to < size; to++) {
                String cell = right(from == to ? "." : letter(matrix.outcome(from, to)), width);
                Tone tone =
                        switch (matrix.outcome(from, to)) {
                            case YES -> Tone.GOOD;
                            case NO -> Tone.BAD;
                            case UNKNOWN -> Tone.DOUBTFUL;
                        };
                out.append(palette.paint(tone, cell));
            }
            out.append('\n');
        }
        out.append("y: guests can move, n: they cannot, ?: not known\n\n");
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private static String letter(Outcome outcome) {
        return switch (outcome) {
            case YES -> "y";
            case NO -> "n";
            case UNKNOWN -> "?";
        };
    }

    private static String obstacles(MigrationMatrix matrix, int from) {
        List<String> words = new ArrayList<>();
        for (Map.Entry<Axis, Integer> entry : matrix.obstacles(from).entrySet()) {
            words.add(entry.getKey().id() + " " + entry.getValue());
        }
        return String.join(", ", words);
    }

    /// Rows are strings of letters, because a cell of its own for each pair of many kinds would be
    /// most of the text.
    static JsonObject json(MigrationMatrix matrix) {
        List<JsonValue> kinds = new ArrayList<>();
        List<JsonValue> rows = new ArrayList<>();
        List<HostGroup<HostProfile>> groups = matrix.hosts().groups();
        for (int from = 0; from < groups.size(); from++) {
            ObjectBuilder inTheWay = JsonValue.object();
            matrix.obstacles(from).forEach((axis, count) -> inTheWay.put(axis.id(), count));
            kinds.add(
                    JsonValue.object()
                            .put("hosts", JsonValue.ofStrings(groups.get(from).hosts()))
                            .put("targets", matrix.targets(from))
                            .put("obstacles", inTheWay.build())
                            .build());
            StringBuilder row = new StringBuilder(groups.size());
            for (int to = 0; to < groups.size(); to++) {
                row.append(letter(matrix.outcome(from, to)));
            }
            rows.add(JsonValue.of(row.toString()));
        }
        return JsonValue.object()
                .put("outcome", matrix.together().jsonName())
                .put("hosts", matrix.hosts().hostCount())
                .put("groups", new JsonArray(kinds))
                .put("matrix", new JsonArray(rows))
                .put("unread", HostJson.unread(matrix.hosts().unread()))
                .build();
    }
}
