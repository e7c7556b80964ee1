package org.domcaps.rpc.server;

/// Kinds of sockets.
public enum Transport {
    /// A socket in the file system.
    UNIX("unix"),
    /// TCP without encryption.
    TCP("tcp"),
    /// TLS over TCP.
    TLS("tls");

    private final String word;

    Transport(String word) {
        this.word = word;
    }

    /// The word for it, as in URIs.
    public String word() {
        return word;
    }
}
