package org.domcaps.daemon.storage;

import org.domcaps.host.system.FileStatus;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// A volume: a file of a folder with what its header says, or one that is still to be made.
///
/// @param name in its pool
/// @param path where it lies, which is its key as well
/// @param kind what it is
/// @param header format, and what else is known of the image
/// @param capacity bytes that a guest sees
/// @param allocation bytes that it takes on the host
/// @param physical bytes of the file or device
/// @param status what the system says of it; empty if it is still to be made
record Volume(
        String name,
        String path,
        Kind kind,
        ImageHeader header,
        long capacity,
        long allocation,
        long physical,
        Optional<FileStatus> status) {

    /// Kinds by their numbers in messages and their words in documents.
    enum Kind {
        FILE(0, "file"),
        BLOCK(1, "block"),
        DIR(2, "dir");

        private final int number;
        private final String word;

        Kind(int number, String word) {
            this.number = number;
            this.word = word;
        }

        String word() {
            return word;
        }

        int number() {
            return number;
        }
    }

    /// Looks at a file of a folder.
    static Volume of(Folder folder, Folder.Entry entry) {
        String path = folder.child(entry.name());
        FileStatus status = entry.status();
        return switch (status.kind()) {
            case DIRECTORY -> made(entry, path, Kind.DIR, ImageHeader.plain("dir"), 0, 0);
            case BLOCK_DEVICE -> {
                long size = device(path);
                yield made(entry, path, Kind.BLOCK, ImageHeader.read(path), size, size);
            }
            case FILE, OTHER ->
                    made(
                            entry,
                            path,
                            Kind.FILE,
                            // A file of the kernel has no size, and to read it may wait for ever.
                            status.size() > 0 ? ImageHeader.read(path) : ImageHeader.RAW,
                            status.allocated(),
                            status.size());
        };
    }

    private static Volume made(
            Folder.Entry entry,
            String path,
            Kind kind,
            ImageHeader header,
            long allocation,
            long physical) {
        return new Volume(
                entry.name(),
                path,
                kind,
                header,
                header.capacity().orElse(physical),
                allocation,
                physical,
                Optional.of(entry.status()));
    }

    /// One that is still to be made, and takes nothing yet.
    static Volume planned(Folder folder, VolumeDefinition definition) {
        return new Volume(
                definition.name(),
                folder.child(definition.name()),
                Kind.FILE,
                ImageHeader.plain(definition.format()).over(definition.backing()),
                definition.capacity(),
                0,
                0,
                Optional.empty());
    }

    /// The size of a block device, 0 where it cannot be opened.
    private static long device(String path) {
        try (FileChannel channel = FileChannel.open(Path.of(path))) {
            return channel.size();
        } catch (IOException | InvalidPathException _) {
            return 0;
        }
    }
}
