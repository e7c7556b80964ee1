package org.domcaps.rpc.message;

import java.util.Optional;

/// The kind of a message.
public enum MessageType {
    /// A client wants something; there will be one reply.
    CALL(0),
    /// What came of a call.
    REPLY(1),
    /// An event or a sign of life, which nobody replies to.
    MESSAGE(2),
    /// Bulk data.
    STREAM(3),
    /// A call that comes with file descriptors.
    CALL_WITH_FDS(4),
    /// A reply that comes with file descriptors.
    REPLY_WITH_FDS(5),
    /// A gap in bulk data.
    STREAM_HOLE(6);

    private final int number;

    MessageType(int number) {
        this.number = number;
    }

    /// The number on the wire.
    public int number() {
        return number;
    }

    /// The type with that number.
    public static Optional<MessageType> find(int number) {
        return number < 0 || number > STREAM_HOLE.number
                ? Optional.empty()
                : Optional.of(BY_NUMBER[number]);
    }

    private static final MessageType[] BY_NUMBER = values();
}
