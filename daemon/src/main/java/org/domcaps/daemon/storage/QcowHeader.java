package org.domcaps.daemon.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/// Headers of qcow and qcow2, as QEMU's description of the format has them. Numbers are big-endian.
final class QcowHeader {

    private static final int VERSION = 4;
    private static final int BACKING_PLACE = 8;
    private static final int BACKING_LENGTH = 16;
    private static final int CLUSTER_BITS = 20;
    private static final int SIZE = 24;
    private static final int INCOMPATIBLE = 72;
    private static final int COMPATIBLE = 80;
    private static final int HEADER_LENGTH = 100;
    private static final int V2_HEADER = 72;
    private static final int V3_HEADER = 104;
    private static final int NEWEST = 3;

    private static final int LAZY_REFCOUNTS = 1;
    private static final int EXTENDED_ENTRIES = 1 << 4;

    private static final int END_OF_EXTENSIONS = 0;
    private static final int BACKING_FORMAT = 0xe2792aca;
    private static final int EXTENSION_HEADER = 8;
    private static final int EXTENSION_UNIT = 8;
    private static final int LONGEST_BACKING = 1023;
    private static final int LONGEST_FORMAT = 32;

    private QcowHeader() {}

    /// What only qcow2 says.
    ///
    /// @param version 2 or 3
    /// @param clusterBits size of a cluster as a power of two
    /// @param lazyRefcounts whether reference counts are written later
    /// @param extendedEntries whether clusters are divided
    record Features(int version, int clusterBits, boolean lazyRefcounts, boolean extendedEntries) {}

    /// What a header says; empty if it is of another format.
    ///
    /// @param path where the file lies
    static Optional<ImageHeader> find(ByteBuffer bytes, String path) {
        if (!ImageHeader.has(bytes, 0, "QFI\u00fb") || bytes.limit() < V2_HEADER) {
            return Optional.empty();
        }
        int version = bytes.getInt(VERSION);
        OptionalLong capacity = ImageHeader.size(bytes.getLong(SIZE), 1);
        if (version == 1) {
            return Optional.of(
                    new ImageHeader(
                            "qcow",
                            capacity,
                            Optional.empty(),
                            backing(bytes, path, Optional.empty())));
        }
        if (version < 2 || version > NEWEST) {
            return Optional.empty();
        }
        boolean flagged = version == NEWEST && bytes.limit() >= V3_HEADER;
        Features features =
                new Features(
                        version,
                        bytes.getInt(CLUSTER_BITS),
                        flagged && (bytes.getLong(COMPATIBLE) & LAZY_REFCOUNTS) != 0,
                        flagged && (bytes.getLong(INCOMPATIBLE) & EXTENDED_ENTRIES) != 0);
        int extensions = flagged ? bytes.getInt(HEADER_LENGTH) : V2_HEADER;
        return Optional.of(
                new ImageHeader(
                        "qcow2",
                        capacity,
                        Optional.of(features),
                        backing(bytes, path, backingFormat(bytes, extensions))));
    }

    private static Optional<BackingFile> backing(
            ByteBuffer bytes, String path, Optional<String> format) {
        long place = bytes.getLong(BACKING_PLACE);
        int length = bytes.getInt(BACKING_LENGTH);
        if (place <= 0 || length <= 0 || length > LONGEST_BACKING) {
            return Optional.empty();
        }
        return text(bytes, place, length)
                .map(name -> new BackingFile(fromFile(path, name), format));
    }

    /// A name that is neither absolute nor a URL counts from where the file lies.
    private static String fromFile(String path, String name) {
        int slash = name.indexOf('/');
        boolean withProtocol = name.indexOf(':') > 0 && (slash < 0 || name.indexOf(':') < slash);
        return slash == 0 || withProtocol
                ? name
                : path.substring(0, path.lastIndexOf('/') + 1) + name;
    }

    private static Optional<String> backingFormat(ByteBuffer bytes, int start) {
        long place = Integer.toUnsignedLong(start);
        while (place + EXTENSION_HEADER <= bytes.limit()) {
            int kind = bytes.getInt((int) place);
            int length = bytes.getInt((int) place + Integer.BYTES);
            if (kind == END_OF_EXTENSIONS || length < 0) {
                return Optional.empty();
            }
            place += EXTENSION_HEADER;
            if (kind == BACKING_FORMAT) {
                return length > LONGEST_FORMAT ? Optional.empty() : text(bytes, place, length);
            }
            place += (length + EXTENSION_UNIT - 1L) / EXTENSION_UNIT * EXTENSION_UNIT;
        }
        return Optional.empty();
    }

    /// Text of the header; empty where that is shorter, or it has characters that no document can
    /// hold.
    private static Optional<String> text(ByteBuffer bytes, long place, int length) {
        if (place > bytes.limit() - length) {
            return Optional.empty();
        }
        byte[] characters = new byte[length];
        bytes.get((int) place, characters);
        String text = new String(characters, StandardCharsets.UTF_8);
        return text.chars().anyMatch(Character::isISOControl)
                ? Optional.empty()
                : Optional.of(text);
    }
}
