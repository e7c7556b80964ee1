package org.domcaps.host;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;

/// What the kernel hands to every program at its start: pairs of a type and a value, as
/// `/proc/self/auxv` shows them to a 64-bit program on a little-endian machine.
final class AuxiliaryVector {

    /// The type of the entry that tells what the processor can do.
    static final long HWCAP = 16;

    private static final long END = 0;
    private static final int ENTRY_SIZE = 2 * Long.BYTES;

    private AuxiliaryVector() {}

    /// The value of the first entry of a type; empty if there is none.
    static OptionalLong find(byte[] vector, long type) {
        ByteBuffer entries = ByteBuffer.wrap(vector).order(ByteOrder.LITTLE_ENDIAN);
        while (entries.remaining() >= ENTRY_SIZE) {
            long found = entries.getLong();
            long value = entries.getLong();
            if (found == type) {
                return OptionalLong.of(value);
            }
            if (found == END) {
                break;
            }
        }
        return OptionalLong.empty();
    }
}
