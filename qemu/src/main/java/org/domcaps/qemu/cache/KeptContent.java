package org.domcaps.qemu.cache;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;

/// Content that holds under one key, wherever it is kept.
interface KeptContent {

    /// The content, if it was written under that key.
    Optional<ByteBuffer> read(String key);

    /// Replaces content and key.
    void write(String key, byte[] content);

    /// Says that the content turned out not to be what its key promises.
    void reportDamaged(String why);

    /// What was written under that key, as values. Content that has another form than its key
    /// promises is reported and counts as not there.
    default <T> Optional<T> find(String key, Function<ByteBuffer, T> reader) {
        Optional<ByteBuffer> content = read(key);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(content.get()));
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException e) {
            reportDamaged("its content does not have the expected form: " + e.getMessage());
            return Optional.empty();
        }
    }

    /// Content that the process forgets when it ends.
    static KeptContent inMemory() {
        return new KeptContent() {
            private String keptKey = "";
            private byte[] kept = {};

            @Override
            public synchronized Optional<ByteBuffer> read(String key) {
                return key.equals(keptKey) ? Optional.of(ByteBuffer.wrap(kept)) : Optional.empty();
            }

            @Override
            public synchronized void write(String key, byte[] content) {
                keptKey = key;
                kept = content;
            }

            @Override
            public void reportDamaged(String why) {
                throw new IllegalStateException(why);
            }
        };
    }
}
