package org.domcaps.cli;

import org.domcaps.conformance.CaseResult;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Hands results on as they come in, keeps the computed texts, and counts.
final class ConformanceReport implements Consumer<CaseResult> {

    private final CaseOutput output;
    private final Optional<Path> folder;
    private int passed;
    private int failed;
    private int skipped;

    ConformanceReport(CaseOutput output, Optional<Path> folder) {
        this.output = output;
        this.folder = folder;
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
            case CaseResult.Passed _ -> passed++;
            case CaseResult.Failed _, CaseResult.Broken _ -> failed++;
            case CaseResult.Skipped _ -> skipped++;
        }
        output.add(result);
    }

    /// Ends the output with the counts.
    ExitCode close() {
        output.end(new CaseOutput.Counts(passed, failed, skipped));
        return failed == 0 ? ExitCode.DONE : ExitCode.NO;
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
