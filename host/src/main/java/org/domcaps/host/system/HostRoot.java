package org.domcaps.host.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The folder below which all of a machine's files lie: `/`, or a copy of some machine for tests
/// and bug reports.
///
/// Paths go in and come out as they are on the machine (`/proc/cpuinfo`). A symbolic link with an
/// absolute target leads out of a root other than `/`; a copied machine has to use relative ones.
public record HostRoot(Path root) {

    /// This machine.
    public static final HostRoot THIS_MACHINE = new HostRoot(Path.of("/"));

    /// Checks that the folder is given.
    public HostRoot {
        Objects.requireNonNull(root, "root");
    }

    /// Where a path of the machine really lies.
    public Path resolve(String path) {
        int start = 0;
        while (start < path.length() && path.charAt(start) == '/') {
            start++;
        }
        return root.resolve(path.substring(start));
    }

    /// Whether something exists under that path, symbolic links followed, whatever its permissions.
    public boolean exists(String path) {
        if (path.isEmpty()) {
            return false;
        }
        try {
            return Files.exists(resolve(path));
        } catch (InvalidPathException _) {
            // A name that the system's encoding cannot express, or one with a zero byte, names
            // nothing.
            return false;
        }
    }

    /// Whether that path is a directory, symbolic links followed.
    public boolean isDirectory(String path) {
        return Files.isDirectory(resolve(path));
    }

    /// Whether that path is a directory that can be listed and holds anything.
    public boolean hasEntries(String path) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(resolve(path))) {
            return entries.iterator().hasNext();
        } catch (IOException _) {
            return false;
        }
    }

    /// The names of what a directory holds, ordered; none if it cannot be listed.
    public List<String> names(String path) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(resolve(path))) {
            for (Path entry : entries) {
                names.add(entry.getFileName().toString());
            }
        } catch (IOException | DirectoryIteratorException _) {
            return List.of();
        }
        names.sort(null);
        return names;
    }

    /// The start of a text file, at most `limit` bytes of it. Bytes that are no UTF-8 become
    /// replacement characters.
    public FileText readText(String path, int limit) {
        try (InputStream in = Files.newInputStream(resolve(path))) {
            return new FileText.Text(new String(in.readNBytes(limit), StandardCharsets.UTF_8));
        } catch (NoSuchFileException _) {
            return new FileText.Missing();
        } catch (IOException e) {
            return new FileText.Refused(FileFault.reason(e));
        }
    }
}
