package org.domcaps.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The command of this checkout, as users start it, and the JVM that it starts.
///
/// @param root the root of the checkout
/// @param java the JVM
/// @param flags its flags
/// @param hasArchive whether the build made the archive of classes
record Command(Path root, String java, List<String> flags, boolean hasArchive) {

    Command {
        flags = List.copyOf(flags);
    }

    /// Reads what the build wrote: lines of a shell, of which those count that begin with a
    /// variable.
    static Command of(Path root) {
        Path app = root.resolve("cli").resolve("target").resolve("app");
        String java = "";
        List<String> flags = List.of();
        boolean hasArchive = false;
        try {
            for (String line : Files.readAllLines(app.resolve("current"))) {
                String value =
                        line.substring(line.indexOf('=') + 1).replace("'", "").replace("\"", "");
                if (line.startsWith("java=")) {
                    java = value;
                } else if (line.startsWith("flags=")) {
                    flags = List.of(value.split(" "));
                } else if (line.startsWith("archive=")) {
                    hasArchive = Files.exists(Path.of(value.replace("$app", app.toString())));
                }
            }
        } catch (IOException e) {
            throw new BenchException("not built: cannot read " + e.getMessage(), e);
        }
        return new Command(root, java, flags, hasArchive);
    }

    /// The command; subcommand and options follow.
    List<String> domcaps() {
        return List.of(root.resolve("domcaps").toString());
    }

    /// An empty program in the same JVM with the same flags and the JDK's own archive of classes.
    List<String> hello() {
        List<String> words = new ArrayList<>(List.of(java));
        words.addAll(flags);
        try {
            Path classes =
                    Path.of(
                            Hello.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            words.addAll(List.of("-cp", classes.toString(), Hello.class.getName()));
        } catch (URISyntaxException e) {
            throw new BenchException("cannot find the classes of the benchmark", e);
        }
        return words;
    }

    /// What a reader must know about this build.
    Optional<String> remark() {
        return hasArchive
                ? Optional.empty()
                : Optional.of(
                        "this build has no archive of classes, so domcaps starts slower than it"
                                + " could");
    }
}
