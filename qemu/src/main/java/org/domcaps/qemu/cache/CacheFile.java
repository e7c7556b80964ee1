package org.domcaps.qemu.cache;

import org.domcaps.host.system.FileFault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/// One file of the cache: magic number, checksum, key, content.
///
/// What is wrong with the file is said once, until it was replaced.
final class CacheFile implements KeptContent {

    private static final byte[] MAGIC = "domcaps\1".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = MAGIC.length + Long.BYTES + Integer.BYTES;
    private static final int MAX_BYTES = 64 << 20;

    // A temporary file this young may belong to a process that cannot be seen from here, in a
    // container.
    private static final long LEFTOVER_MILLIS = 60_000;

    private final Path file;
    private final Consumer<String> warnings;
    private boolean reported;

    CacheFile(Path file, Consumer<String> warnings) {
        this.file = file;
        this.warnings = warnings;
    }

    /// The content, if the file is there, undamaged, and was written under that key. A damaged file
    /// is reported; the caller gathers the facts anew and so replaces it.
    @Override
    public Optional<ByteBuffer> read(String key) {
        byte[] bytes;
        try {
            if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
                // Reading a pipe would wait for somebody to write.
                report("is of no use: it is no regular file");
                return Optional.empty();
            }
            if (Files.size(file) > MAX_BYTES) {
                return damaged("it is larger than " + MAX_BYTES + " bytes");
            }
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            report("is of no use: " + FileFault.reason(e));
            return Optional.empty();
        }
        if (bytes.length < HEADER
                || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return damaged("it is no cache file");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, MAGIC.length, bytes.length - MAGIC.length);
        if (buffer.getLong() != checksum(bytes)) {
            return damaged("its checksum is wrong");
        }
        int keyLength = buffer.getInt();
        if (keyLength < 0 || keyLength > buffer.remaining()) {
            return damaged("its key is longer than the file");
        }
        byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
        boolean same = Arrays.equals(bytes, HEADER, HEADER + keyLength, wanted, 0, wanted.length);
        return same ? Optional.of(buffer.position(HEADER + keyLength).slice()) : Optional.empty();
    }

    private Optional<ByteBuffer> damaged(String why) {
        report("is of no use and is written anew: " + why);
        return Optional.empty();
    }

    @Override
    public void reportDamaged(String why) {
        damaged(why);
    }

    private synchronized void report(String what) {
        if (!reported) {
            reported = true;
            warnings.accept("cache file " + file + " " + what);
        }
    }

    /// Speaks of the folder and not of the file, so that the same trouble with several files makes
    /// the same line.
    private synchronized void reportFolder(String why) {
        if (!reported) {
            reported = true;
            warnings.accept("cache folder " + file.getParent() + " cannot be written: " + why);
        }
    }

    private synchronized void replaced() {
        reported = false;
    }

    private static long checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        int start = MAGIC.length + Long.BYTES;
        crc.update(bytes, start, bytes.length - start);
        // The length makes a truncated file stand out even where the checksum happens to fit.
        return crc.getValue() << 31 | bytes.length;
    }

    /// Replaces the file. A failure is reported, not thrown: the facts are there all the same.
    @Override
    public void write(String key, byte[] content) {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.allocate(HEADER + keyBytes.length + content.length);
        buffer.put(MAGIC).putLong(0).putInt(keyBytes.length).put(keyBytes).put(content);
        buffer.putLong(MAGIC.length, checksum(buffer.array()));
        Path temporary = null;
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            sweep(folder);
            temporary =
                    Files.createTempFile(
                            folder,
                            file.getFileName() + ".",
                            "." + ProcessHandle.current().pid(),
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            Files.write(temporary, buffer.array());
            move(temporary);
            replaced();
        } catch (FileAlreadyExistsException e) {
            reportFolder(e.getFile() + " is no folder");
        } catch (IOException e) {
            deleteQuietly(temporary);
            reportFolder(FileFault.reason(e));
        } catch (UnsupportedOperationException e) {
            reportFolder(e.getMessage());
        }
    }

    /// Removes temporary files of processes that were killed while they wrote; their names end in
    /// the process number.
    private void sweep(Path folder) throws IOException {
        long latest = System.currentTimeMillis() - LEFTOVER_MILLIS;
        try (DirectoryStream<Path> leftovers =
                Files.newDirectoryStream(folder, file.getFileName() + ".*")) {
            for (Path leftover : leftovers) {
                if (isOfDeadProcess(leftover.getFileName().toString())
                        && Files.getLastModifiedTime(leftover).toMillis() < latest) {
                    Files.deleteIfExists(leftover);
                }
            }
        } catch (NoSuchFileException _) {
            // Another process was faster.
        }
    }

    private static boolean isOfDeadProcess(String name) {
        try {
            return ProcessHandle.of(Long.parseLong(name.substring(name.lastIndexOf('.') + 1)))
                    .isEmpty();
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private void move(Path temporary) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            // Only an empty folder goes; somebody may want what is in another.
            Files.deleteIfExists(file);
        }
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void deleteQuietly(Path temporary) {
        try {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException _) {
            // It is in the cache directory, where nobody minds it.
        }
    }
}
