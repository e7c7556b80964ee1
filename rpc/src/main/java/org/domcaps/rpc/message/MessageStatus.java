package org.domcaps.rpc.message;

import java.util.Optional;

/// How what a message reports went.
public enum MessageStatus {
    /// Fine, and the only value in a call.
    OK(0),
    /// The payload is an [ErrorRecord].
    ERROR(1),
    /// More bulk data will follow.
    CONTINUE(2);

    private final int number;

    MessageStatus(int number) {
        this.number = number;
    }

    /// The number on the wire.
    public int number() {
        return number;
    }

    /// The status with that number.
    public static Optional<MessageStatus> find(int number) {
        return switch (number) {
            case 0 -> Optional.of(OK);
            case 1 -> Optional.of(ERROR);
            case 2 -> Optional.of(CONTINUE);
            default -> Optional.empty();
        };
    }
}
