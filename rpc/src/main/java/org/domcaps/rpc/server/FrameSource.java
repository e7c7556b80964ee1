package org.domcaps.rpc.server;

import org.domcaps.rpc.message.Frame;
import org.domcaps.rpc.message.Limits;
import org.domcaps.rpc.message.MessageHeader;
import org.domcaps.rpc.xdr.XdrReader;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// Cuts messages out of a wire. Used by the thread of its session only, but for [#startedAt].
///
/// Keeps a small buffer, so that an idle connection costs little, and reads several small messages
/// at once if they are there. Room for a large message grows with what arrives, and is counted.
final class FrameSource {

    private static final int BUFFER = 1024;

    /// The nanosecond clock at the first byte of a message, or this if none has begun.
    static final long NOTHING_BEGUN = Long.MIN_VALUE;

    private final Wire wire;
    private final ReceiveBudget budget;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
    private volatile long startedAt = NOTHING_BEGUN;

    /// A message, and the bytes of the budget that it takes up until it has been worked on.
    ///
    /// @param frame the message
    /// @param counted 0 for small ones
    record Received(Frame frame, int counted) {}

    FrameSource(Wire wire, ReceiveBudget budget) {
        this.wire = wire;
        this.budget = budget;
    }

    /// When the message that is being received began; [#NOTHING_BEGUN] between messages.
    long startedAt() {
        return startedAt;
    }

    /// Whether the next message is here already, in part or whole.
    boolean hasMore() {
        return buffer.hasRemaining();
    }

    /// Waits for a message.
    ///
    /// @return empty if the stream ended between messages
    /// @throws org.domcaps.rpc.message.FrameException if the length is impossible
    /// @throws IOException if the stream fails or ends inside a message, or there is no room
    Optional<Received> next() throws IOException {
        if (!need(1)) {
            return Optional.empty();
        }
        startedAt = System.nanoTime();
        require(Limits.LENGTH_WORD);
        int length = buffer.getInt(buffer.position());
        Frame.requirePossible(length);
        require(Limits.SHORTEST_FRAME);
        MessageHeader header =
                MessageHeader.read(
                        new XdrReader(
                                buffer.array(),
                                buffer.position() + Limits.LENGTH_WORD,
                                Limits.HEADER));
        buffer.position(buffer.position() + Limits.SHORTEST_FRAME);
        int size = length - Limits.SHORTEST_FRAME;
        Received received =
                size <= ServerLimits.SMALL_MESSAGE
                        ? new Received(new Frame(header, payload(size)), 0)
                        : large(header, size);
        startedAt = NOTHING_BEGUN;
        return Optional.of(received);
    }

    /// Passes over bytes of the stream that belong to no message: the ones that carry descriptors.
    void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            require(1);
            buffer.get();
        }
    }

    private Received large(MessageHeader header, int size) throws IOException {
        budget.requirePossible(size);
        int counted = 0;
        try {
            byte[] payload = new byte[ServerLimits.SMALL_MESSAGE];
            int got = take(payload, 0);
            while (got < size) {
                if (got == payload.length) {
                    int room = Math.min(size, 2 * payload.length);
                    budget.take(room - payload.length);
                    counted += room - payload.length;
                    payload = Arrays.copyOf(payload, room);
                }
                got += read(payload, got);
            }
            Received received = new Received(new Frame(header, payload), counted);
            counted = 0;
            return received;
        } finally {
            if (counted > 0) {
                budget.giveBack(counted);
            }
        }
    }

    private byte[] payload(int size) throws IOException {
        byte[] payload = new byte[size];
        int got = take(payload, 0);
        while (got < size) {
            got += read(payload, got);
        }
        return payload;
    }

    /// What the buffer has, but no more than the array takes.
    private int take(byte[] into, int at) {
        int count = Math.min(buffer.remaining(), into.length - at);
        buffer.get(into, at, count);
        return count;
    }

    /// The buffer is empty here, so what is read belongs to this message.
    private int read(byte[] into, int at) throws IOException {
        int count = wire.read(ByteBuffer.wrap(into, at, into.length - at));
        if (count < 0) {
            throw new EOFException("the connection ended inside a message");
        }
        return count;
    }

    private void require(int count) throws IOException {
        if (!need(count)) {
            throw new EOFException("the connection ended inside a message");
        }
    }

    /// Reads until the buffer has that many bytes; false if the stream ended before.
    private boolean need(int count) throws IOException {
        while (buffer.remaining() < count) {
            buffer.compact();
            int read;
            try {
                read = wire.read(buffer);
            } finally {
                buffer.flip();
            }
            if (read < 0) {
                return false;
            }
        }
        return true;
    }
}
