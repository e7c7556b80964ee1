package org.domcaps.cli;

import org.domcaps.document.Palette;

import java.util.Optional;

/// How wide output may be and whether it may have colours.
final class Terminal {

    private static final int USUAL_WIDTH = 100;
    private static final int NARROWEST = 40;

    private Terminal() {}

    /// Columns to fill: `COLUMNS` if it is a number that makes sense, else 100.
    static int width(Shell shell) {
        Optional<String> columns = shell.variable("COLUMNS");
        if (columns.isEmpty()) {
            return USUAL_WIDTH;
        }
        try {
            return Math.max(NARROWEST, Integer.parseInt(columns.get()));
        } catch (NumberFormatException _) {
            return USUAL_WIDTH;
        }
    }

    /// The colours to use: what `--color` says; for `auto` some on a terminal that can show them,
    /// and none if `NO_COLOR` is set to anything.
    ///
    /// @throws UsageException if `--color` says something else
    static Palette palette(Arguments arguments, Shell shell) {
        return switch (OptionValues.choice(arguments, "color", ValueKind.COLOUR, "auto")) {
            case "always" -> Palette.ANSI;
            case "never" -> Palette.NONE;
            default -> isColourful(arguments, shell) ? Palette.ANSI : Palette.NONE;
        };
    }

    private static boolean isColourful(Arguments arguments, Shell shell) {
        return arguments.find("output").orElse("-").equals("-")
                && shell.variable("NO_COLOR").orElse("").isEmpty()
                && !shell.variable("TERM").orElse("").equals("dumb")
                && shell.outIsTerminal();
    }
}
