package org.domcaps.rpc.xdr;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Puts values at the end of a growing array. One thread at a time.
public final class XdrWriter {

    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int INITIAL = 128;

    private byte[] bytes = new byte[INITIAL];
    private int size;

    /// A writer of nothing yet.
    public XdrWriter() {}

    /// How many bytes have been written.
    public int size() {
        return size;
    }

    /// What has been written, as an array of its own.
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /// A word of 32 bits.
    public void writeInt(int value) {
        // In two steps: making room can replace the array.
        int start = reserve(Integer.BYTES);
        INT.set(bytes, start, value);
    }

    /// A word that was written before, once more.
    ///
    /// @throws IndexOutOfBoundsException if no whole word has been written there
    public void setInt(int offset, int value) {
        Objects.checkFromIndexSize(offset, Integer.BYTES, size);
        INT.set(bytes, offset, value);
    }

    /// A number of 64 bits.
    public void writeLong(long value) {
        int start = reserve(Long.BYTES);
        LONG.set(bytes, start, value);
    }

    /// A truth value.
    public void writeBool(boolean value) {
        writeInt(value ? 1 : 0);
    }

    /// A floating-point number of 64 bits.
    public void writeDouble(double value) {
        writeLong(Double.doubleToRawLongBits(value));
    }

    /// Bytes without a count, padded with zeros.
    public void writeOpaque(byte[] value) {
        int start = reserve(value.length + padding(value.length));
        System.arraycopy(value, 0, bytes, start, value.length);
    }

    /// Text in UTF-8 with its length in front.
    ///
    /// @throws XdrException if it has more than [XdrLimits#STRING] bytes, or a zero character, at
    ///   which the peer would cut it
    public void writeString(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        if (encoded.length > XdrLimits.STRING) {
            throw new XdrException(
                    "a string of "
                            + encoded.length
                            + " bytes where at most "
                            + XdrLimits.STRING
                            + " are allowed");
        }
        if (value.indexOf('\0') >= 0) {
            throw new XdrException("a string with a zero character");
        }
        writeInt(encoded.length);
        writeOpaque(encoded);
    }

    /// A value that may be missing.
    public <T> void writeOptional(Optional<T> value, BiConsumer<XdrWriter, T> writer) {
        writeBool(value.isPresent());
        if (value.isPresent()) {
            writer.accept(this, value.get());
        }
    }

    /// A list with its count in front.
    ///
    /// @throws XdrException if it is longer than the limit
    public <T> void writeList(List<T> items, int limit, BiConsumer<XdrWriter, T> writer) {
        if (items.size() > limit) {
            throw new XdrException(
                    "a list of " + items.size() + " where at most " + limit + " are allowed");
        }
        writeInt(items.size());
        for (T item : items) {
            writer.accept(this, item);
        }
    }

    /// Characters as XDR sees them, each in a word of its own, with its sign.
    public void writeChars(byte[] chars) {
        for (byte character : chars) {
            writeInt(character);
        }
    }

    static int padding(int length) {
        return -length & 3;
    }

    /// Makes room that is zero; gives its offset.
    private int reserve(int length) {
        int start = size;
        size = Math.addExact(start, length);
        if (size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size, 2 * bytes.length));
        }
        return start;
    }
}
