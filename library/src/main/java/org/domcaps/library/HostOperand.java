package org.domcaps.library;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// What a person writes to name a host or many: `FILE`, `FOLDER`, `NAME=FILE` or `-`.
///
/// @param name the name to give; absent: the file's own. Of a folder it is the beginning of its
///   hosts' names
/// @param path the file or folder; `-` is standard input
public record HostOperand(Optional<String> name, Path path) {

    /// The path that stands for standard input.
    public static final Path STANDARD_INPUT = Path.of("-");

    /// Checks that both are there.
    public HostOperand {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(path, "path");
    }

    /// A file or folder under its own name.
    public static HostOperand of(Path path) {
        return new HostOperand(Optional.empty(), path);
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
                ? new HostOperand(
                        Optional.of(word.substring(0, equals)), Path.of(word.substring(equals + 1)))
                : of(whole);
    }

    /// Whether it is standard input.
    public boolean isStandardInput() {
        return path.equals(STANDARD_INPUT);
    }
}
