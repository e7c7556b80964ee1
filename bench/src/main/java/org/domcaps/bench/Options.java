package org.domcaps.bench;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What the caller wants measured.
///
/// @param runs how many runs of each program count, besides the discarded one
/// @param emulator the QEMU to ask
/// @param document the document to read and write; absent: this host's
/// @param parts what to measure
/// @param save whether to write the table to a file
record Options(int runs, Path emulator, Optional<Path> document, Set<Part> parts, boolean save) {

    static final String USAGE =
            """
            usage: bench/run [OPTION ...]

              --runs N          runs of each program that count, after one that does not (15)
              --emulator PATH   the QEMU to ask (qemu-system-ARCH of this machine)
              --document FILE   the document to read and write (this host's own)
              --only PART,...   some of: probe, cold, warm, serve, facts, text, fleet (all)
              --save            write the table to bench/results as well
              --help            this text

            Measure on a machine that does nothing else. docs/benchmarks.md tells how to read the table.\
            """;

    private static final int DEFAULT_RUNS = 15;

    /// A part of the benchmark.
    enum Part {
        PROBE,
        COLD,
        WARM,
        SERVE,
        FACTS,
        TEXT,
        FLEET
    }

    /// Reads the command line.
    ///
    /// @throws BenchException if it makes no sense, or there is no QEMU
    static Options of(String[] arguments) {
        int runs = DEFAULT_RUNS;
        Optional<Path> emulator = Optional.empty();
        Optional<Path> document = Optional.empty();
        Set<Part> parts = EnumSet.allOf(Part.class);
        boolean save = false;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--runs" -> runs = number(value(arguments, ++i));
                case "--emulator" ->
                        emulator = Optional.of(Path.of(value(arguments, ++i)).toAbsolutePath());
                case "--document" ->
                        document = Optional.of(Path.of(value(arguments, ++i)).toAbsolutePath());
                case "--only" -> parts = parts(value(arguments, ++i));
                case "--save" -> save = true;
                default ->
                        throw new BenchException(
                                "unknown option '" + arguments[i] + "'; --help tells them");
            }
        }
        return new Options(
                runs, emulator.orElseGet(Options::nativeEmulator), document, parts, save);
    }

    private static Path nativeEmulator() {
        String arch =
                System.getProperty("os.arch").equals("amd64")
                        ? "x86_64"
                        : System.getProperty("os.arch");
        String name = "qemu-system-" + arch;
        return Programs.find(name)
                .orElseThrow(() ->
                        new BenchException(
                                "there is no "
                                        + name
                                        + " here; tools/install run installs it, --emulator names"
                                        + " another"));
    }

    private static String value(String[] arguments, int index) {
        if (index >= arguments.length) {
            throw new BenchException(arguments[index - 1] + " needs a value");
        }
        return arguments[index];
    }

    private static int number(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw new BenchException("--runs needs a number above 0, not '" + text + "'");
    }

    private static Set<Part> parts(String text) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (String name : text.split(",")) {
            try {
                parts.add(Part.valueOf(name.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new BenchException("there is no part '" + name + "'; --help tells them", e);
            }
        }
        return parts;
    }
}
