package org.domcaps.bench;

import org.domcaps.bench.Options.Part;
import org.domcaps.error.DomcapsException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Measures, and prints a table.
final class Main {

    /// What starts processes through the launcher.
    private static final Set<Part> WITH_PROCESSES =
            EnumSet.of(Part.COLD, Part.WARM, Part.SERVE, Part.FLEET);

    private static final DateTimeFormatter FILE_NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmm", Locale.ROOT);

    private Main() {}

    /// Arguments: see [Options#USAGE]. The system property `domcaps.root` names the checkout.
    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.println(Options.USAGE);
            return;
        }
        int status = 0;
        try {
            Path root = Path.of(System.getProperty("domcaps.root")).toAbsolutePath();
            run(root, Options.of(arguments), List.of(arguments));
        } catch (DomcapsException | IOException e) {
            System.err.println("bench: " + e.getMessage());
            status = 1;
        }
        // A thread that waits for children never ends by itself.
        System.exit(status);
    }

    private static void run(Path root, Options options, List<String> arguments) throws IOException {
        String surroundings = Surroundings.text(root, options.emulator(), arguments);
        String text = Table.text(rows(root, options)) + "\n" + surroundings;
        System.out.print(text);
        if (options.save()) {
            Path file =
                    root.resolve("bench")
                            .resolve("results")
                            .resolve(LocalDateTime.now(ZoneOffset.UTC).format(FILE_NAME) + ".md");
            Files.writeString(file, text);
            System.err.println("bench: written to " + root.relativize(file));
        }
    }

    private static List<Row> rows(Path root, Options options) {
        System.setProperty("jmh.ignoreLock", "true");
        List<Row> rows = new ArrayList<>();
        Optional<Figure> floor = Optional.empty();
        // All that starts processes in Java's own way comes before the launcher, which takes over
        // all children.
        if (options.parts().contains(Part.PROBE)) {
            say("probe");
            Row probe = ProbeBench.measure(options.emulator(), options.runs());
            floor = probe.floor();
            rows.add(probe);
        }
        List<Row> inside = new ArrayList<>();
        DocumentBench documents = new DocumentBench(options.emulator(), options.document());
        if (options.parts().contains(Part.FACTS)) {
            say("facts to document");
            inside.add(documents.factsToDocument());
            inside.add(documents.allDocuments());
        }
        if (options.parts().contains(Part.TEXT)) {
            say("documents read and written");
            inside.addAll(documents.text());
        }
        rows.addAll(processes(root, options, floor));
        rows.addAll(inside);
        return rows;
    }

    private static List<Row> processes(Path root, Options options, Optional<Figure> floor) {
        List<Row> rows = new ArrayList<>();
        Set<Part> parts = EnumSet.copyOf(options.parts());
        parts.retainAll(WITH_PROCESSES);
        if (parts.isEmpty()) {
            return rows;
        }
        Launcher launcher = new Launcher();
        Command command = Command.of(root);
        int runs = options.runs();
        if (parts.contains(Part.COLD)) {
            say("cold processes");
            rows.add(new ProcessBench(launcher, command, options.emulator(), runs).cold(floor));
        }
        if (parts.contains(Part.WARM)) {
            say("warm processes");
            rows.add(new ProcessBench(launcher, command, options.emulator(), runs).warm());
        }
        if (parts.contains(Part.SERVE)) {
            say("daemons");
            ServeBench daemons = new ServeBench(launcher, command, options.emulator(), runs);
            rows.add(daemons.first());
            rows.addAll(daemons.warm());
        }
        if (parts.contains(Part.FLEET)) {
            say("fleets");
            rows.addAll(new FleetBench(launcher, command, runs).rows(root));
        }
        return rows;
    }

    private static void say(String part) {
        System.err.println("bench: " + part);
    }
}
