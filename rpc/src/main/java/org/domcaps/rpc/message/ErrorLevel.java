package org.domcaps.rpc.message;

/// How bad an error is.
public enum ErrorLevel {
    /// It is none.
    NONE(0),
    /// The call went through all the same.
    WARNING(1),
    /// The call failed.
    ERROR(2);

    private final int number;

    ErrorLevel(int number) {
        this.number = number;
    }

    /// The number on the wire.
    public int number() {
        return number;
    }
}
