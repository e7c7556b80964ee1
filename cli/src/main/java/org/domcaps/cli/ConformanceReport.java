package org.domcaps.cli;

import org.domcaps.conformance.CaseResult;
import org.domcaps.document.Palette;
import org.domcaps.document.Palette.Tone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Tells results as they come in, keeps the computed texts, and counts.
final class ConformanceReport implements Consumer<CaseResult> {

    private final Context context;
    private final Optional<Path> folder;
    private final Palette palette;
    private int passed;
    private int failed;
    private int skipped;

    ConformanceReport(Context context, Optional<Path> folder, Palette palette) {
        this.context = context;
        this.folder = folder;
        this.palette = palette;
    }

    /// Whether no result came in.
    boolean isEmpty() {
        return passed + failed + skipped == 0;
    }

    @Override
    public void accept(CaseResult result) {
        Optional<String> text = result.text();
        if (folder.isPresent() && text.isPresent()) {
            keep(folder.get(), result.name(), text.get());
        }
        switch (result) {
            case CaseResult.Passed(String name, String _) -> {
                passed++;
                context.print(palette.paint(Tone.GOOD, "ok") + " " + name + "\n");
            }
            case CaseResult.Failed(String name, String expected, String computed) -> {
                failed++;
                context.print(
                        palette.paint(Tone.BAD, "FAIL")
                                + " "
                                + name
                                + "\n"
                                + difference(expected, computed));
            }
            case CaseResult.Broken(String name, String why) -> {
                failed++;
                context.print(palette.paint(Tone.BAD, "FAIL") + " " + name + ": " + why + "\n");
            }
            case CaseResult.Skipped(String name, String why) -> {
                skipped++;
                context.print(palette.paint(Tone.FAINT, "skip " + name + ": " + why) + "\n");
            }
        }
    }

    /// Prints the closing line.
    ExitCode close() {
        context.print(passed + " passed, " + failed + " failed, " + skipped + " skipped\n");
        return failed == 0 ? ExitCode.DONE : ExitCode.NO;
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

    private static void keep(Path folder, String name, String text) {
        Path file = folder.resolve(name + ".xml").normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new IllegalStateException(
                    "case '" + name + "' would be written outside of " + folder);
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new FileException("write", file.toString(), e);
        }
    }
}
