package org.domcaps.qemu.cache;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads what [PoolWriter] wrote.
///
/// Content that does not fit raises [BufferUnderflowException], [IndexOutOfBoundsException] or
/// [IllegalArgumentException]; the checksum makes sure that this means a foreign format, not
/// damage.
final class PoolReader {

    // No list of facts comes near; a wrong number must not reserve memory.
    private static final int MAX_ITEMS = 1 << 20;

    private final ByteBuffer in;
    private final String[] pool;

    PoolReader(ByteBuffer in) {
        this.in = in;
        this.pool = new String[count()];
        for (int i = 0; i < pool.length; i++) {
            byte[] utf = new byte[length()];
            in.get(utf);
            pool[i] = new String(utf, StandardCharsets.UTF_8);
        }
    }

    private int count() {
        int count = in.getInt();
        if (count < 0 || count > MAX_ITEMS) {
            throw new IllegalArgumentException(count + " items");
        }
        return count;
    }

    private int length() {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("a text of " + length + " bytes");
        }
        return length;
    }

    int integer() {
        return in.getInt();
    }

    long number() {
        return in.getLong();
    }

    boolean flag() {
        return in.get() != 0;
    }

    String text() {
        return pool[in.getInt()];
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        return Enum.valueOf(type, text());
    }

    List<String> texts() {
        return list(this::text);
    }

    <T> Optional<T> optional(Supplier<T> reader) {
        return flag() ? Optional.of(reader.get()) : Optional.empty();
    }

    <T> List<T> list(Supplier<T> reader) {
        int count = count();
        List<T> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(reader.get());
        }
        return values;
    }
}
