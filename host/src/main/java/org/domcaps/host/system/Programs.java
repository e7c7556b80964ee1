package org.domcaps.host.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// Finds programs the way a daemon does: in `PATH`, first hit wins.
///
/// A program is a regular file, symbolic links followed, that the caller may execute. The path
/// found is absolute and without `.` and `..`, but symbolic links in it stay as they are.
///
/// @param root the machine
/// @param environment whose search path counts
public record Programs(HostRoot root, HostEnvironment environment) {

    /// Checks that nothing is null.
    public Programs {
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(environment, "environment");
    }

    /// The program of that name; a name with a slash is not searched for but taken as a path.
    public Optional<String> find(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (name.indexOf('/') >= 0) {
            return Optional.of(absolute("", name)).filter(this::isProgram);
        }
        String path = environment.path();
        int start = 0;
        while (start <= path.length()) {
            int colon = path.indexOf(':', start);
            int end = colon < 0 ? path.length() : colon;
            String candidate = absolute(path.substring(start, end), name);
            if (isProgram(candidate)) {
                return Optional.of(candidate);
            }
            start = end + 1;
        }
        return Optional.empty();
    }

    /// Whether an absolute path is a regular file that the caller may execute.
    public boolean isProgram(String path) {
        Path file = root.resolve(path);
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    /// An item of the search path may be relative, and an empty one is the working directory.
    private String absolute(String folder, String name) {
        return Path.of(environment.workingDirectory())
                .resolve(folder)
                .resolve(name)
                .normalize()
                .toString();
    }
}
