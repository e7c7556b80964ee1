package org.domcaps.daemon.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// What the first bytes of a disk image say: qcow, qcow2, qed, vmdk, vdi, vpc, or iso. Everything
/// else is called raw, and so are files that cannot be read.
///
/// @param format libvirt's name of its format
/// @param capacity bytes that a guest sees; empty where the header does not tell
/// @param qcow2 what only qcow2 says; empty for all others
/// @param backing what it lies over; told of the qcow family only
record ImageHeader(
        String format,
        OptionalLong capacity,
        Optional<QcowHeader.Features> qcow2,
        Optional<BackingFile> backing) {

    /// An image without a header that is known.
    static final ImageHeader RAW = plain("raw");

    /// The mark of ISO 9660 lies behind this many bytes.
    private static final int ISO_MARK = 0x8001;

    private static final int HEAD_BYTES = ISO_MARK + 5;
    private static final int SECTOR = 512;

    ImageHeader {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(capacity, "capacity");
        Objects.requireNonNull(qcow2, "qcow2");
        Objects.requireNonNull(backing, "backing");
    }

    /// Where formats have their marks and their sizes.
    private enum Format {
        QED("qed", 0, "QED\0", 48, 1, ByteOrder.LITTLE_ENDIAN),
        VMDK("vmdk", 0, "KDMV", 12, SECTOR, ByteOrder.LITTLE_ENDIAN),
        VPC("vpc", 0, "conectix", 48, 1, ByteOrder.BIG_ENDIAN),
        VDI("vdi", 64, "\u007f\u0010\u00da\u00be", 0x170, 1, ByteOrder.LITTLE_ENDIAN);

        private final String word;
        private final int markPlace;
        private final String mark;
        private final int sizePlace;
        private final int unit;
        private final ByteOrder order;

        Format(String word, int markPlace, String mark, int sizePlace, int unit, ByteOrder order) {
            this.word = word;
            this.markPlace = markPlace;
            this.mark = mark;
            this.sizePlace = sizePlace;
            this.unit = unit;
            this.order = order;
        }

        private Optional<ImageHeader> find(ByteBuffer bytes) {
            if (!has(bytes, markPlace, mark) || bytes.limit() < sizePlace + Long.BYTES) {
                return Optional.empty();
            }
            long size = bytes.duplicate().order(order).getLong(sizePlace);
            return Optional.of(
                    new ImageHeader(word, size(size, unit), Optional.empty(), Optional.empty()));
        }
    }

    /// Reads the header of a file.
    static ImageHeader read(String path) {
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            return of(in.readNBytes(HEAD_BYTES), path);
        } catch (IOException | InvalidPathException _) {
            return RAW;
        }
    }

    /// What a header says.
    ///
    /// @param head the first bytes of a file, fewer if it is shorter
    /// @param path where the file lies; a backing file can be named from there
    static ImageHeader of(byte[] head, String path) {
        ByteBuffer bytes = ByteBuffer.wrap(head);
        Optional<ImageHeader> qcow = QcowHeader.find(bytes, path);
        if (qcow.isPresent()) {
            return qcow.get();
        }
        for (Format format : Format.values()) {
            Optional<ImageHeader> found = format.find(bytes);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return has(bytes, ISO_MARK, "CD001") ? plain("iso") : RAW;
    }

    /// A format whose header says nothing else.
    static ImageHeader plain(String format) {
        return new ImageHeader(format, OptionalLong.empty(), Optional.empty(), Optional.empty());
    }

    /// The same over another image.
    ImageHeader over(Optional<BackingFile> image) {
        return new ImageHeader(format, capacity, qcow2, image);
    }

    /// A size in some unit; one that no image can have is none.
    static OptionalLong size(long count, int unit) {
        return count < 0 || count > Long.MAX_VALUE / unit
                ? OptionalLong.empty()
                : OptionalLong.of(count * unit);
    }

    /// Whether there are these bytes at a place.
    static boolean has(ByteBuffer bytes, int place, String mark) {
        byte[] wanted = mark.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.limit() >= place + wanted.length
                && bytes.slice(place, wanted.length).equals(ByteBuffer.wrap(wanted));
    }
}
