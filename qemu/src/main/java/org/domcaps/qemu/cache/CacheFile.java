package org.domcaps.qemu.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.domcaps.host.system.FileFault;

/// One file of the cache: magic number, checksum, key, content.
final class CacheFile {

    private static final byte[] MAGIC = "domcaps\1".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = MAGIC.length + Long.BYTES + Integer.BYTES;
    private static final int MAX_BYTES = 64 << 20;

    private final Path file;
    private final Consumer<String> warnings;

    CacheFile(Path file, Consumer<String> warnings) {
        this.file = file;
        this.warnings = warnings;
    }

    /// The content, if the file is there, undamaged, and was written under that key. A damaged file is reported; the
    /// caller gathers the facts anew and so replaces it.
    Optional<ByteBuffer> read(String key) {
        byte[] bytes;
        try {
            if (Files.size(file) > MAX_BYTES) {
                return damaged("it is larger than " + MAX_BYTES + " bytes");
            }
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            return damaged("it cannot be read: " + FileFault.reason(e));
        }
        if (bytes.length < HEADER || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return damaged("it is no cache file");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, MAGIC.length, bytes.length - MAGIC.length);
        if (buffer.getLong() != checksum(bytes)) {
            return damaged("its checksum is wrong");
        }
        int keyLength = buffer.getInt();
        byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
        boolean same = keyLength == wanted.length
                && Arrays.equals(bytes, HEADER, HEADER + keyLength, wanted, 0, keyLength);
        return same ? Optional.of(buffer.position(HEADER + keyLength).slice()) : Optional.empty();
    }

    private Optional<ByteBuffer> damaged(String why) {
        warnings.accept("cache file " + file + " is of no use and is written anew: " + why);
        return Optional.empty();
    }

    /// Reports a file whose content turned out not to be what its key promises.
    void reportDamaged(String why) {
        damaged(why);
    }

    private static long checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        int start = MAGIC.length + Long.BYTES;
        crc.update(bytes, start, bytes.length - start);
        // The length makes a truncated file stand out even where the checksum happens to fit.
        return crc.getValue() << 31 | bytes.length;
    }

    /// Replaces the file. A failure is reported, not thrown: the facts are there all the same.
    void write(String key, byte[] content) {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.allocate(HEADER + keyBytes.length + content.length);
        buffer.put(MAGIC).putLong(0).putInt(keyBytes.length).put(keyBytes).put(content);
        buffer.putLong(MAGIC.length, checksum(buffer.array()));
        Path temporary = null;
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            // The name ends in the process number, so that leftovers of a killed process can be told apart.
            temporary = Files.createTempFile(
                    folder,
                    file.getFileName() + ".",
                    "." + ProcessHandle.current().pid(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(temporary, buffer.array());
            move(temporary);
        } catch (IOException | UnsupportedOperationException e) {
            deleteQuietly(temporary);
            String reason = e instanceof IOException io ? FileFault.reason(io) : e.getMessage();
            // The folder and not the file, so that several files in it make one line.
            warnings.accept("facts cannot be kept in " + file.getParent() + ": " + reason);
        }
    }

    private void move(Path temporary) throws IOException {
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
