package org.domcaps.cli;

import org.domcaps.conformance.CaseResult;
import org.domcaps.document.Palette;
import org.domcaps.document.Palette.Tone;

import java.util.Objects;

/// Each result in lines to read, printed as soon as it is known.
///
/// @param context where to print
/// @param palette how to mark what matters
record CaseLines(Context context, Palette palette) implements CaseOutput {

    CaseLines {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(palette, "palette");
    }

    @Override
    public void add(CaseResult result) {
        switch (result) {
            case CaseResult.Passed(String name, String _) ->
                    context.print(palette.paint(Tone.GOOD, "ok") + " " + name + "\n");
            case CaseResult.Failed(String name, String expected, String computed) ->
                    context.print(
                            palette.paint(Tone.BAD, "FAIL")
                                    + " "
                                    + name
                                    + "\n"
                                    + difference(expected, computed));
            case CaseResult.Broken(String name, String why) ->
                    context.print(palette.paint(Tone.BAD, "FAIL") + " " + name + ": " + why + "\n");
            case CaseResult.Skipped(String name, String why) ->
                    context.print(palette.paint(Tone.FAINT, "skip " + name + ": " + why) + "\n");
        }
    }

    @Override
    public void end(Counts counts) {
        context.print(
                counts.passed()
                        + " passed, "
                        + counts.failed()
                        + " failed, "
                        + counts.skipped()
                        + " skipped\n");
    }

    private String difference(String expected, String computed) {
        String diff = UnifiedDiff.of("expected", expected, "computed", computed);
        if (palette == Palette.NONE) {
            return diff;
        }
        StringBuilder painted = new StringBuilder();
        for (String line : diff.lines().toList()) {
            String text =
                    switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                        case '+' -> palette.paint(Tone.GOOD, line);
                        case '-' -> palette.paint(Tone.BAD, line);
                        case '@' -> palette.paint(Tone.FAINT, line);
                        default -> line;
                    };
            painted.append(text).append('\n');
        }
        return painted.toString();
    }
}
