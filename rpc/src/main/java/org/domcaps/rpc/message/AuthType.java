package org.domcaps.rpc.message;

import java.util.Optional;

/// How a server wants to know who calls.
public enum AuthType {
    /// Not at all, or it knows already.
    NONE(0),
    /// By a mechanism of SASL.
    SASL(1),
    /// By the system's policy service.
    POLKIT(2);

    private final int number;

    AuthType(int number) {
        this.number = number;
    }

    /// The number on the wire.
    public int number() {
        return number;
    }

    /// The type with that number.
    public static Optional<AuthType> find(int number) {
        return switch (number) {
            case 0 -> Optional.of(NONE);
            case 1 -> Optional.of(SASL);
            case 2 -> Optional.of(POLKIT);
            default -> Optional.empty();
        };
    }
}
