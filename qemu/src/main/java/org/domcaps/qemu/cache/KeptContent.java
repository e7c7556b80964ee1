package org.domcaps.qemu.cache;

import java.nio.ByteBuffer;
import java.util.Optional;

/// Content that holds under one key, wherever it is kept.
interface KeptContent {

    /// The content, if it was written under that key.
    Optional<ByteBuffer> read(String key);

    /// Replaces content and key.
    void write(String key, byte[] content);

    /// Says that the content turned out not to be what its key promises.
    void reportDamaged(String why);

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
