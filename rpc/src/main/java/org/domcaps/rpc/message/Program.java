package org.domcaps.rpc.message;

import java.util.Optional;

/// What a message is about: the first words of its header.
public enum Program {
    /// libvirt's API.
    REMOTE(0x20008086),
    /// API functions that only QEMU has.
    QEMU(0x20008087),
    /// API functions that only LXC has.
    LXC(0x00068000),
    /// Signs of life; the ASCII word `keep`.
    KEEPALIVE(0x6b656570),
    /// Administration of the daemon, on a socket of its own.
    ADMIN(0x06900690);

    /// The version of every program; there has been no other.
    public static final int VERSION = 1;

    private final int number;

    Program(int number) {
        this.number = number;
    }

    /// The number on the wire.
    public int number() {
        return number;
    }

    /// The program with that number and version.
    public static Optional<Program> find(int number, int version) {
        if (version == VERSION) {
            for (Program program : values()) {
                if (program.number == number) {
                    return Optional.of(program);
                }
            }
        }
        return Optional.empty();
    }
}
