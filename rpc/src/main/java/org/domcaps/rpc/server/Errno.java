package org.domcaps.rpc.server;

import java.util.Optional;

/// Error numbers of Linux, by the words of the C library that end a message of the kind "system
/// error". Clients of the API see the number.
enum Errno {
    EPERM(1, "Operation not permitted"),
    ENOENT(2, "No such file or directory"),
    EIO(5, "Input/output error"),
    EACCES(13, "Permission denied"),
    EBUSY(16, "Device or resource busy"),
    ENODEV(19, "No such device"),
    ENOTDIR(20, "Not a directory"),
    EISDIR(21, "Is a directory"),
    ELOOP(40, "Too many levels of symbolic links");

    private final int number;
    private final String words;

    Errno(int number, String words) {
        this.number = number;
        this.words = words;
    }

    int number() {
        return number;
    }

    /// The error that a message ends with; empty if it is none of these.
    static Optional<Errno> endOf(String message) {
        for (Errno errno : values()) {
            if (message.endsWith(": " + errno.words)) {
                return Optional.of(errno);
            }
        }
        return Optional.empty();
    }
}
