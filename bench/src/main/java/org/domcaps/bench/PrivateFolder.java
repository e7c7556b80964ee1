package org.domcaps.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A temporary home for measured programs. It is removed with everything in it when it is closed,
/// or when this process ends.
final class PrivateFolder implements AutoCloseable {

    private static final List<String> FOLDERS =
            List.of("home", "run", "cache", "config", "data", "state");

    private final Path path;

    private PrivateFolder(Path path) {
        this.path = path;
    }

    /// A new one.
    static PrivateFolder create() {
        try {
            // Only the owner may look into it, as XDG_RUNTIME_DIR wants.
            PrivateFolder folder = new PrivateFolder(Files.createTempDirectory("domcaps-bench"));
            Runtime.getRuntime().addShutdownHook(new Thread(folder::close));
            for (String name : FOLDERS) {
                Files.createDirectory(folder.path.resolve(name));
            }
            return folder;
        } catch (IOException e) {
            throw new BenchException("cannot create a temporary folder: " + e.getMessage(), e);
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /// Variables of a process that lives in here, and nothing from outside but the search path.
    Map<String, String> environment() {
        Map<String, String> variables = new HashMap<>();
        variables.put("PATH", Programs.searchPath());
        variables.put("HOME", path.resolve("home").toString());
        variables.put("XDG_RUNTIME_DIR", path.resolve("run").toString());
        variables.put("XDG_CACHE_HOME", path.resolve("cache").toString());
        variables.put("XDG_CONFIG_HOME", path.resolve("config").toString());
        variables.put("XDG_DATA_HOME", path.resolve("data").toString());
        variables.put("XDG_STATE_HOME", path.resolve("state").toString());
        variables.put("LC_ALL", "C");
        variables.put("LIBVIRT_AUTOSTART", "0");
        variables.put("DOMCAPS_NO_BUILD", "1");
        return variables;
    }

    @Override
    public void close() {
        try (Stream<Path> entries = Files.walk(path)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        } catch (NoSuchFileException _) {
            // Closed before.
        } catch (IOException | UncheckedIOException e) {
            System.err.println("bench: cannot remove " + path + ": " + e.getMessage());
        }
    }
}
