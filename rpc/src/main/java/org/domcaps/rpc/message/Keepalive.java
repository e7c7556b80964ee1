package org.domcaps.rpc.message;

import java.util.Optional;

/// The procedures of the program [Program#KEEPALIVE]. Both are messages of type
/// [MessageType#MESSAGE] with serial 0 and no payload. Any message at all is a sign of life.
public enum Keepalive {
    /// Are you there? To be answered at once, ahead of everything else.
    PING(1),
    /// I am.
    PONG(2);

    private final int number;

    Keepalive(int number) {
        this.number = number;
    }

    /// The number on the wire.
    public int number() {
        return number;
    }

    /// The message itself.
    public Frame frame() {
        return new Frame(
                new MessageHeader(
                        Program.KEEPALIVE.number(),
                        Program.VERSION,
                        number,
                        MessageType.MESSAGE.number(),
                        0,
                        MessageStatus.OK.number()),
                new byte[0]);
    }

    /// What a header says, if it is of this program.
    public static Optional<Keepalive> find(MessageHeader header) {
        if (header.program() != Program.KEEPALIVE.number()
                || header.version() != Program.VERSION
                || header.type() != MessageType.MESSAGE.number()) {
            return Optional.empty();
        }
        return switch (header.procedure()) {
            case 1 -> Optional.of(PING);
            case 2 -> Optional.of(PONG);
            default -> Optional.empty();
        };
    }
}
