package org.domcaps.cli;

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

    /// Whether to use colours: what `--color` says, and for `auto` only on a terminal that can show them, and not if
    /// `NO_COLOR` is set to anything.
    ///
    /// @throws UsageException if `--color` says something else
    static boolean colours(Arguments arguments, Shell shell) {
        return switch (OptionValues.choice(arguments, "color", ValueKind.COLOUR, "auto")) {
            case "always" -> true;
            case "never" -> false;
            default -> arguments.find("output").orElse("-").equals("-")
                    && shell.variable("NO_COLOR").orElse("").isEmpty()
                    && !shell.variable("TERM").orElse("").equals("dumb")
                    && shell.outIsTerminal();
        };    }
}
