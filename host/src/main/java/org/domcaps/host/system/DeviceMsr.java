package org.domcaps.host.system;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// Model-specific registers through `/dev/cpu/0/msr`: 8 bytes at the offset of the register's
/// number.
///
/// Needs root and the kernel module `msr`. Answers for processor 0 alone.
public record DeviceMsr(HostRoot root) {

    private static final String NODE = "/dev/cpu/0/msr";
    private static final int REGISTER_BYTES = 8;

    /// Checks that the root is given.
    public DeviceMsr {
        Objects.requireNonNull(root, "root");
    }

    /// What reading a register gave.
    public sealed interface Reading {

        /// The register's value.
        record Value(long value) implements Reading {}

        /// The processor has no such register (`EIO`).
        record Lacking() implements Reading {}

        /// The node could not be used.
        record Unreadable(String reason) implements Reading {}
    }

    /// Reads one register.
    public Reading read(int index) {
        ByteBuffer value = ByteBuffer.allocate(REGISTER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        FileChannel opened;
        try {
            opened = FileChannel.open(root.resolve(NODE), StandardOpenOption.READ);
        } catch (IOException e) {
            return new Reading.Unreadable(FileFault.reason(e));
        }
        try (FileChannel node = opened) {
            if (node.read(value, Integer.toUnsignedLong(index)) != REGISTER_BYTES) {
                return new Reading.Unreadable("short read");
            }
        } catch (IOException e) {
            String reason = FileFault.reason(e);
            return reason.equals("Input/output error")
                    ? new Reading.Lacking()
                    : new Reading.Unreadable(reason);
        }
        return new Reading.Value(value.flip().getLong());
    }
}
