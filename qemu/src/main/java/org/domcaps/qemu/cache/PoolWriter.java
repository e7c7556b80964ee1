package org.domcaps.qemu.cache;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Writes values in a compact form: every text once, in a pool at the front, and numbers of texts
/// behind it.
final class PoolWriter {

    private final Map<String, Integer> pool = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(32 << 10);
    private final DataOutputStream out = new DataOutputStream(body);

    void integer(int value) {
        try {
            out.writeInt(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void number(long value) {
        try {
            out.writeLong(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void flag(boolean value) {
        body.write(value ? 1 : 0);
    }

    void text(String value) {
        Integer index = pool.putIfAbsent(value, pool.size());
        integer(index == null ? pool.size() - 1 : index);
    }

    void constant(Enum<?> value) {
        text(value.name());
    }

    void texts(Collection<String> values) {
        integer(values.size());
        values.forEach(this::text);
    }

    <T> void optional(Optional<T> value, Consumer<T> writer) {
        flag(value.isPresent());
        value.ifPresent(writer);
    }

    <T> void list(Collection<T> values, Consumer<T> writer) {
        integer(values.size());
        values.forEach(writer);
    }

    byte[] toBytes() {
        try {
            ByteArrayOutputStream whole = new ByteArrayOutputStream(body.size() + 16 * pool.size());
            DataOutputStream data = new DataOutputStream(whole);
            data.writeInt(pool.size());
            for (String text : pool.keySet()) {
                byte[] utf = text.getBytes(StandardCharsets.UTF_8);
                data.writeInt(utf.length);
                data.write(utf);
            }
            body.writeTo(data);
            return whole.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
