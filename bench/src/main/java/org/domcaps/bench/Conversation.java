package org.domcaps.bench;

import java.util.List;

/// What the probe says to one QEMU.
///
/// @param arguments how QEMU was started, without its own name
/// @param requests all requests, as they were sent
@SuppressWarnings("ArrayRecordComponent")
record Conversation(List<String> arguments, byte[] requests) {

    Conversation {
        arguments = List.copyOf(arguments);
    }

    /// How many requests there are; each is a line.
    int count() {
        int lines = 0;
        for (byte octet : requests) {
            if (octet == '\n') {
                lines++;
            }
        }
        return lines;
    }
}
