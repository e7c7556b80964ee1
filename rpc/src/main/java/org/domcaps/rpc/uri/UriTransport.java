package org.domcaps.rpc.uri;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// How a connection reaches a daemon: the part of a URI's scheme after `+`.
public enum UriTransport {
    /// A socket of this machine; what a URI without transport and host means.
    UNIX("unix"),
    /// A plain byte stream.
    TCP("tcp", 16509),
    /// An encrypted stream between holders of certificates; what a URI with a host and without a
    /// transport means.
    TLS("tls", 16514),
    /// The program `ssh` and a helper on the other machine.
    SSH("ssh"),
    /// The library libssh; not available here, [#SSH] does the same.
    LIBSSH("libssh"),
    /// The library libssh2; not available here, [#SSH] does the same.
    LIBSSH2("libssh2"),
    /// A program that speaks the protocol on its standard streams.
    EXT("ext");

    private final String word;
    private final OptionalInt port;

    UriTransport(String word) {
        this.word = word;
        this.port = OptionalInt.empty();
    }

    UriTransport(String word, int port) {
        this.word = word;
        this.port = OptionalInt.of(port);
    }

    /// The word in a URI.
    public String word() {
        return word;
    }

    /// The port of a URI that names none; empty where there is no port, or where the program knows
    /// it (`ssh` has its own configuration).
    public OptionalInt defaultPort() {
        return port;
    }

    /// The transport of that name; the case of letters does not count.
    public static Optional<UriTransport> find(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (UriTransport transport : values()) {
            if (transport.word.equals(lower)) {
                return Optional.of(transport);
            }
        }
        return Optional.empty();
    }
}
