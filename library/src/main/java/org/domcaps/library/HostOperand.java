package org.domcaps.library;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// What a person writes to name a host or many: `FILE`, `FOLDER`, a daemon's `URI`, `-`, and
/// `NAME=` before any of them.
///
/// @param name the name to give; absent: the file's own. Of a folder it is the beginning of its
///   hosts' names
/// @param place the file, folder or connection URI as it was written; `-` is standard input
public record HostOperand(Optional<String> name, String place) {

    /// The place that stands for standard input.
    public static final String STANDARD_INPUT = "-";

    private static final String AFTER_SCHEME = "://";

    /// Checks that both are there.
    public HostOperand {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(place, "place");
    }

    /// A file or folder under its own name.
    public static HostOperand of(Path path) {
        return new HostOperand(Optional.empty(), path.toString());
    }

    /// Takes a word apart. A word that is the path of something is that path, even with a `=`.
    ///
    /// @throws InvalidPathException if no path can be written like that
    public static HostOperand parse(String word) {
        Path whole = Path.of(word);
        int equals = word.indexOf('=');
        boolean named =
                equals > 0
                        && equals < word.length() - 1
                        && word.lastIndexOf('/', equals) < 0
                        && !Files.exists(whole);
        return named
                ? named(word.substring(0, equals), word.substring(equals + 1))
                : new HostOperand(Optional.empty(), word);
    }

    private static HostOperand named(String name, String place) {
        if (Path.of(place).toString().isEmpty()) {
            throw new IllegalArgumentException("nothing is named " + name);
        }
        return new HostOperand(Optional.of(name), place);
    }

    /// Whether it is standard input.
    public boolean isStandardInput() {
        return place.equals(STANDARD_INPUT);
    }

    /// Whether it is the connection URI of a daemon: letters, digits, `+`, `.` and `-` before
    /// `://`, and no path of something.
    public boolean isDaemon() {
        int end = place.indexOf(AFTER_SCHEME);
        for (int i = 0; i < end; i++) {
            char c = place.charAt(i);
            boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
            boolean inner = c >= '0' && c <= '9' || c == '+' || c == '.' || c == '-';
            if (!letter && (i == 0 || !inner)) {
                return false;
            }
        }
        return end > 0 && !Files.exists(path());
    }

    /// The file or folder.
    public Path path() {
        return Path.of(place);
    }
}
