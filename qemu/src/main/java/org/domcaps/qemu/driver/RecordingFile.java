package org.domcaps.qemu.driver;

import org.domcaps.host.system.FileFault;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// A `.replies` file as it lies on disk: plain, or packed by gzip under the same name and `.gz`.
/// Packed, a recording takes a twentieth of its room.
final class RecordingFile {

    /// Some ten times the longest recording there is, and no more than has room in the heap of the
    /// command.
    static final int MOST_BYTES = 16 << 20;

    private static final String PACKED = ".gz";
    private static final int[] GZIP_MAGIC = {0x1f, 0x8b};

    private RecordingFile() {}

    /// The file itself, or its packed form beside it; empty if there is neither.
    static Optional<Path> find(Path file) {
        if (Files.exists(file)) {
            return Optional.of(file);
        }
        Path packed = file.resolveSibling(packedName(file.getFileName().toString()));
        return Files.exists(packed) ? Optional.of(packed) : Optional.empty();
    }

    /// The name that a file has when it is packed.
    static String packedName(String name) {
        return name + PACKED;
    }

    /// The text of a recording; whether it is packed is told by its first bytes and not by its
    /// name.
    ///
    /// @throws BundleException if it cannot be read or unpacked, or is too long
    static byte[] read(Path file) {
        try (InputStream in = open(find(file).orElse(file))) {
            byte[] text = in.readNBytes(MOST_BYTES + 1);
            if (text.length > MOST_BYTES) {
                throw new BundleException(
                        file + " is longer than the limit of " + MOST_BYTES + " bytes");
            }
            return text;
        } catch (EOFException | ZipException e) {
            throw new BundleException(file + ": the gzip data are damaged or cut off", e);
        } catch (IOException e) {
            throw new BundleException("cannot read " + file + ": " + FileFault.reason(e), e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            in.mark(GZIP_MAGIC.length);
            boolean packed = in.read() == GZIP_MAGIC[0] && in.read() == GZIP_MAGIC[1];
            in.reset();
            return packed ? new GZIPInputStream(in) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
