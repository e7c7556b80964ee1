package org.domcaps.host.topology;

import org.domcaps.host.system.HostRoot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.Optional;

/// The size of the usual page, which the kernel tells every program in `/proc/self/auxv`.
final class PageSize {

    /// `AT_PAGESZ` of the kernel's header.
    private static final long KEY = 6;

    private static final int PAIR = 16;
    private static final int LIMIT = 4096;
    private static final int KIB = 1024;

    private PageSize() {}

    /// The size in KiB; empty if the file does not tell.
    static Optional<Long> read(HostRoot root) {
        try (InputStream in = Files.newInputStream(root.resolve("/proc/self/auxv"))) {
            return parse(in.readNBytes(LIMIT));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Pairs of key and value, each a word of the machine; this program runs with 64-bit words, the
    /// JDK has no other port to Linux that is still kept.
    static Optional<Long> parse(byte[] auxiliaryVector) {
        ByteBuffer pairs = ByteBuffer.wrap(auxiliaryVector).order(ByteOrder.nativeOrder());
        while (pairs.remaining() >= PAIR) {
            long key = pairs.getLong();
            long value = pairs.getLong();
            if (key == KEY && value >= KIB && value % KIB == 0) {
                return Optional.of(value / KIB);
            }
        }
        return Optional.empty();
    }
}
