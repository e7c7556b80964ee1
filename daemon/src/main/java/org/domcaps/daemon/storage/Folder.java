package org.domcaps.daemon.storage;

import org.domcaps.host.system.FileFault;
import org.domcaps.host.system.FileStatus;
import org.domcaps.rpc.message.Limits;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A folder of this host, as it is when it is asked.
///
/// @param path where it is
record Folder(String path) {

    /// What a volume can be.
    ///
    /// @param name in the folder
    /// @param status what the system says of it
    record Entry(String name, FileStatus status) {}

    /// The file system of a folder, in bytes.
    ///
    /// @param capacity its size
    /// @param available what is free of it
    record Space(long capacity, long available) {}

    /// A path without double and closing slashes.
    static String sanitized(String path) {
        StringBuilder clean = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c != '/' || clean.isEmpty() || clean.charAt(clean.length() - 1) != '/') {
                clean.append(c);
            }
        }
        int last = clean.length() - 1;
        if (last > 0 && clean.charAt(last) == '/') {
            clean.setLength(last);
        }
        return clean.toString();
    }

    /// Where something in the folder lies.
    String child(String name) {
        return path + "/" + name;
    }

    /// Whether something is there under its path.
    boolean exists() {
        try {
            FileStatus.of(path);
            return true;
        } catch (FileSystemException _) {
            return false;
        }
    }

    /// Owner and permissions.
    FileStatus status() throws FileSystemException {
        return FileStatus.of(path);
    }

    /// Makes sure that it can be listed.
    ///
    /// @throws org.domcaps.driver.DriverException if it cannot
    void requireListable() {
        try (DirectoryStream<Path> _ = Files.newDirectoryStream(Path.of(path))) {
            // Opening it is the question.
        } catch (IOException | InvalidPathException e) {
            throw unopened(e);
        }
    }

    /// The files, folders and block devices in it, symbolic links followed, ordered by name.
    ///
    /// @throws org.domcaps.driver.DriverException if it cannot be listed, or holds more than a
    ///   message can
    List<Entry> entries() {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(path))) {
            for (Path file : files) {
                names.add(file.getFileName().toString());
                if (names.size() > Limits.OBJECTS) {
                    throw StorageFaults.internal(
                            "more than " + Limits.OBJECTS + " volumes in '" + path + "'");
                }
            }
        } catch (DirectoryIteratorException e) {
            throw unopened(e.getCause());
        } catch (IOException | InvalidPathException e) {
            throw unopened(e);
        }
        names.sort(null);
        List<Entry> entries = new ArrayList<>();
        for (String name : names) {
            find(name).ifPresent(entries::add);
        }
        return entries;
    }

    /// One of [#entries]; empty if there is none of that name. What is neither file nor folder nor
    /// block device counts as not there, and so do names with control characters.
    Optional<Entry> find(String name) {
        if (name.isEmpty()
                || name.equals(".")
                || name.equals("..")
                || name.chars().anyMatch(c -> c == '/' || Character.isISOControl(c))) {
            return Optional.empty();
        }
        try {
            FileStatus status = FileStatus.of(child(name));
            return status.kind() == FileStatus.Kind.OTHER
                    ? Optional.empty()
                    : Optional.of(new Entry(name, status));
        } catch (FileSystemException _) {
            return Optional.empty();
        }
    }

    /// The file system that it is on, or would be on if it were made; nothing where that is not
    /// known.
    Space space() {
        try {
            Path place = Path.of("/").resolve(path);
            while (!Files.exists(place)) {
                place = place.getParent();
            }
            FileStore store = Files.getFileStore(place);
            return new Space(store.getTotalSpace(), store.getUnallocatedSpace());
        } catch (IOException | InvalidPathException _) {
            return new Space(0, 0);
        }
    }

    private RuntimeException unopened(Exception e) {
        String reason =
                e instanceof IOException fault ? FileFault.reason(fault) : FileFault.NO_SUCH_FILE;
        return StorageFaults.system("cannot open directory '" + path + "': " + reason);
    }
}
