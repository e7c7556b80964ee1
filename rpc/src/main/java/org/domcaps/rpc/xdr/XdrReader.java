package org.domcaps.rpc.xdr;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// Takes values off the front of an array. One thread at a time.
///
/// Bytes that are left over at the end are nobody's concern, as with libvirt.
public final class XdrReader {

    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private final int end;
    private int position;

    /// Reads a whole array. It is not copied, so it must not change meanwhile.
    public XdrReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /// Reads a part of an array. It is not copied, so it must not change meanwhile.
    ///
    /// @throws IndexOutOfBoundsException if the part is not inside the array
    public XdrReader(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        this.bytes = bytes;
        this.position = offset;
        this.end = offset + length;
    }

    /// How many bytes have not been read yet.
    public int remaining() {
        return end - position;
    }

    /// A signed or unsigned word of 32 bits.
    ///
    /// @throws XdrException if fewer than four bytes are left
    public int readInt() {
        return (int) INT.get(bytes, advance(Integer.BYTES));
    }

    /// A signed or unsigned number of 64 bits.
    ///
    /// @throws XdrException if fewer than eight bytes are left
    public long readLong() {
        return (long) LONG.get(bytes, advance(Long.BYTES));
    }

    /// A truth value: any word but zero is true, as libvirt reads it.
    ///
    /// @throws XdrException if fewer than four bytes are left
    public boolean readBool() {
        return readInt() != 0;
    }

    /// A floating-point number of 64 bits.
    ///
    /// @throws XdrException if fewer than eight bytes are left
    public double readDouble() {
        return Double.longBitsToDouble(readLong());
    }

    /// The count in front of a list, a string or bytes.
    ///
    /// @param limit the most that the field may have
    /// @throws XdrException if there is no count or it is above the limit; it is an unsigned number
    public int readCount(int limit) {
        int count = readInt();
        if (count < 0 || count > limit) {
            throw new XdrException(
                    "a count of "
                            + Integer.toUnsignedString(count)
                            + " where at most "
                            + limit
                            + " is allowed");
        }
        return count;
    }

    /// Bytes of a known number, and their padding, whose content does not matter.
    ///
    /// @throws XdrException if fewer bytes are left
    public byte[] readOpaque(int length) {
        int start = advancePadded(length);
        byte[] copy = new byte[length];
        System.arraycopy(bytes, start, copy, 0, length);
        return copy;
    }

    /// Text of at most [XdrLimits#STRING] bytes.
    ///
    /// It ends at the first zero byte, where libvirt stops too. Bytes that are no UTF-8 become
    /// replacement characters, because nothing on the wire promises UTF-8.
    ///
    /// @throws XdrException if the count is too large or fewer bytes are left
    public String readString() {
        int length = readCount(XdrLimits.STRING);
        int start = advancePadded(length);
        int used = 0;
        while (used < length && bytes[start + used] != 0) {
            used++;
        }
        return new String(bytes, start, used, StandardCharsets.UTF_8);
    }

    /// A value that may be missing: a truth value, then the value if that is true.
    ///
    /// @throws XdrException as the value's reader, or if fewer than four bytes are left
    public <T> Optional<T> readOptional(Function<XdrReader, T> value) {
        return readBool() ? Optional.of(value.apply(this)) : Optional.empty();
    }

    /// A list: a count, then the items. Room is made as items arrive, not by the count.
    ///
    /// @throws XdrException as the item's reader, or if the count is above the limit
    public <T> List<T> readList(int limit, Function<XdrReader, T> item) {
        int count = readCount(limit);
        List<T> items = new ArrayList<>(Math.min(count, remaining() / Integer.BYTES));
        for (int i = 0; i < count; i++) {
            items.add(item.apply(this));
        }
        return List.copyOf(items);
    }

    /// An array of characters as XDR sees them: each takes a word of its own, of which the lowest
    /// byte counts.
    ///
    /// @throws XdrException if fewer words are left
    public byte[] readChars(int count) {
        // Compared as a division: a count near 2^31 times four would wrap around.
        if (count > remaining() / Integer.BYTES) {
            throw shortOf(count + " words");
        }
        byte[] chars = new byte[count];
        for (int i = 0; i < count; i++) {
            chars[i] = (byte) readInt();
        }
        return chars;
    }

    private int advancePadded(int length) {
        int start = advance(length);
        // The padding is the first thing to be missing from a message that was cut off.
        advance(XdrWriter.padding(length));
        return start;
    }

    private int advance(int length) {
        if (length > remaining()) {
            throw shortOf(length + " bytes");
        }
        int start = position;
        position += length;
        return start;
    }

    private XdrException shortOf(String wanted) {
        return new XdrException(wanted + " wanted, " + remaining() + " left");
    }
}
