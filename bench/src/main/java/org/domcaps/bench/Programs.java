package org.domcaps.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where programs lie.
final class Programs {

    private static final String SYSTEM_FOLDERS = "/usr/local/sbin:/usr/sbin:/sbin";

    private Programs() {}

    /// The search path of this process, and the folders of servers, which are not on everybody's.
    static String searchPath() {
        return System.getenv().getOrDefault("PATH", "/usr/bin:/bin") + ":" + SYSTEM_FOLDERS;
    }

    /// The program of that name.
    static Optional<Path> find(String name) {
        for (String folder : searchPath().split(":")) {
            Path file = Path.of(folder.isEmpty() ? "." : folder, name);
            if (Files.isRegularFile(file) && Files.isExecutable(file)) {
                return Optional.of(file.toAbsolutePath());
            }
        }
        return Optional.empty();
    }
}
