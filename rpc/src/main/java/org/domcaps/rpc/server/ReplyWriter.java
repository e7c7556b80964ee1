package org.domcaps.rpc.server;

import org.domcaps.rpc.message.ErrorRecord;
import org.domcaps.rpc.message.Frame;
import org.domcaps.rpc.message.Limits;
import org.domcaps.rpc.message.MessageHeader;
import org.domcaps.rpc.message.MessageStatus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantLock;

/// Puts whole messages on a wire, one at a time. Used by every thread that works for a session.
final class ReplyWriter {

    /// No write is going on.
    static final long IDLE = Long.MIN_VALUE;

    private final Wire wire;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile long startedAt = IDLE;

    ReplyWriter(Wire wire) {
        this.wire = wire;
    }

    /// The nanosecond clock at the start of the write that is going on; [#IDLE] if there is none.
    long startedAt() {
        return startedAt;
    }

    /// Sends the result of a call. The bytes are shared and stay as they are.
    void result(MessageHeader call, byte[] payload) throws IOException {
        send(call.reply(MessageStatus.OK), payload);
    }

    /// Sends the failure of a call.
    void error(MessageHeader call, ErrorRecord error) throws IOException {
        send(call.reply(MessageStatus.ERROR), error.toBytes());
    }

    /// Sends a message.
    void send(Frame frame) throws IOException {
        send(frame.header(), frame.payload());
    }

    private void send(MessageHeader header, byte[] payload) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(Limits.SHORTEST_FRAME);
        start.putInt(Limits.SHORTEST_FRAME + payload.length)
                .putInt(header.program())
                .putInt(header.version())
                .putInt(header.procedure())
                .putInt(header.type())
                .putInt(header.serial())
                .putInt(header.status())
                .flip();
        lock.lock();
        try {
            startedAt = System.nanoTime();
            if (payload.length == 0) {
                wire.write(start);
            } else {
                wire.write(start, ByteBuffer.wrap(payload));
            }
        } finally {
            startedAt = IDLE;
            lock.unlock();
        }
    }

    /// Sends a message unless somebody else is sending; false if so.
    boolean trySend(Frame frame) throws IOException {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            send(frame);
            return true;
        } finally {
            lock.unlock();
        }
    }
}
