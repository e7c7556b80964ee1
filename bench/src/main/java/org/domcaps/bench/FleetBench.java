package org.domcaps.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Whole processes that read the documents of a fleet: `domcaps baseline` and `domcaps migrate`,
/// with 1 000, 10 000 and 100 000 hosts.
final class FleetBench {

    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000);
    private static final int MOST_RUNS = 3;
    private static final String AIM = "seconds for 10 000";

    private final Launcher launcher;
    private final Command command;
    private final int runs;

    FleetBench(Launcher launcher, Command command, int runs) {
        this.launcher = launcher;
        this.command = command;
        this.runs = Math.min(runs, MOST_RUNS);
    }

    /// A row for each size and command.
    List<Row> rows(Path root) {
        Fleet fleet = new Fleet(root);
        List<Row> baselines = new ArrayList<>();
        List<Row> matrices = new ArrayList<>();
        for (int size : SIZES) {
            try (PrivateFolder home = PrivateFolder.create()) {
                fleet.write(home.resolve("fleet"), size);
                baselines.add(
                        row(home, "baseline of " + size + " documents", fleet, size, "baseline"));
                matrices.add(
                        row(
                                home,
                                "migration matrix of " + size + " documents",
                                fleet,
                                size,
                                "migrate",
                                "--newest-machines"));
            }
        }
        baselines.addAll(matrices);
        return baselines;
    }

    private Row row(
            PrivateFolder home, String what, Fleet fleet, int size, String name, String... more) {
        List<String> words = new ArrayList<>(command.domcaps());
        words.addAll(List.of(name, home.resolve("fleet").toString(), "--format", "json"));
        words.addAll(List.of(more));
        Series series = new Series();
        for (int i = 0; i <= runs; i++) {
            Launcher.Run run = launcher.run(words, home.environment(), home.resolve("answer"));
            // A matrix in which not everybody can move everywhere is the answer "no".
            if (run.exit() != 0 && run.exit() != 1) {
                throw new BenchException(
                        "domcaps "
                                + name
                                + " ended with "
                                + run.exit()
                                + ": "
                                + firstLine(home.resolve("answer.err")));
            }
            series.add(run);
        }
        String note =
                String.format(
                        Locale.ROOT,
                        "%d different documents, %d MB in %d files; the whole process, JSON"
                                + " written; %d runs",
                        Math.min(size, Fleet.KINDS),
                        fleet.bytes(size) >> 20,
                        size,
                        runs);
        return new Row(
                what, series.figure(), Optional.empty(), Optional.empty(), AIM, List.of(note));
    }

    private static String firstLine(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElse("it says nothing");
        } catch (IOException e) {
            return e.getMessage();
        }
    }
}
