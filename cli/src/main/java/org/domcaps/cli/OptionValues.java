package org.domcaps.cli;

import org.domcaps.document.Release;
import org.domcaps.library.Source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Values of options that several commands have.
final class OptionValues {

    private static final int LONGEST_PROBE = 24 * 60 * 60;

    /// What only those look at who ask emulators themselves.
    private static final List<String> WITHOUT_DAEMON = List.of("replay", "host-facts", "no-cache");

    private OptionValues() {}

    /// A value that is one of the words of its kind.
    ///
    /// @throws UsageException if it is another one
    static String choice(Arguments arguments, String option, ValueKind kind, String usual) {
        Optional<String> value = arguments.find(option);
        if (value.isEmpty() || value.get().equals(usual)) {
            return usual;
        }
        requireOneOf("--" + option, kind.words(), value.get());
        return value.get();
    }

    /// Refuses a word that is not one of some.
    static void requireOneOf(String what, List<String> words, String word) {
        if (!words.contains(word)) {
            throw new UsageException(
                    what + " cannot be '" + word + "', choose one of: " + String.join(", ", words));
        }
    }

    /// The release of `--generation`, one that Domcaps writes.
    static Optional<Release> generation(Arguments arguments) {
        Optional<String> text = arguments.find("generation");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Release> release = Release.parse(text.get());
        if (release.isEmpty() || !release.get().isWritable()) {
            throw new UsageException(
                    "--generation must be a libvirt release from "
                            + Release.OLDEST
                            + " to "
                            + Release.NEWEST
                            + ", not '"
                            + text.get()
                            + "'");
        }
        return release;
    }

    /// The source that the options of a command name.
    static Source source(Arguments arguments, List<String> emulators) {
        if (arguments.has("connect")) {
            for (String option : WITHOUT_DAEMON) {
                if (arguments.has(option)) {
                    throw new UsageException(
                            "--connect asks a daemon, so --"
                                    + option
                                    + " has no effect; leave one of them out");
                }
            }
        }
        return new Source(
                path(arguments, "replay"),
                path(arguments, "host-facts"),
                emulators,
                !arguments.has("no-cache"),
                probeTimeout(arguments),
                arguments.find("connect"));
    }

    /// The value of an option as a path.
    static Optional<Path> path(Arguments arguments, String option) {
        Optional<String> text = arguments.find(option);
        return text.isEmpty() ? Optional.empty() : Optional.of(path("--" + option, text.get()));
    }

    /// A word of the command line as a path.
    static Path path(String what, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException(what + " is no path: " + e.getReason());
        }
    }

    /// The limit of `--probe-timeout`; absent: the usual one.
    static Optional<Duration> probeTimeout(Arguments arguments) {
        Optional<String> text = arguments.find("probe-timeout");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int seconds = 0;
        try {
            seconds = Integer.parseInt(text.get());
        } catch (NumberFormatException _) {
            // Refused below, as zero is.
        }
        if (seconds < 1 || seconds > LONGEST_PROBE) {
            throw new UsageException(
                    "--probe-timeout must be a number of seconds from 1 to "
                            + LONGEST_PROBE
                            + ", not '"
                            + text.get()
                            + "'");
        }
        return Optional.of(Duration.ofSeconds(seconds));
    }
}
