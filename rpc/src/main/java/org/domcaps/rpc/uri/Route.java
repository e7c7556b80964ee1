package org.domcaps.rpc.uri;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The way to a daemon, with every default filled in.
public sealed interface Route {

    /// How messages call the other end.
    String peer();

    /// A socket of this machine.
    ///
    /// @param path its path, relative to the working directory or absolute
    /// @param hint what to say if nobody listens there
    record UnixSocket(String path, String hint) implements Route {
        /// Checks.
        public UnixSocket {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(hint, "hint");
        }

        @Override
        public String peer() {
            return path;
        }
    }

    /// A plain byte stream.
    record Tcp(String host, int port) implements Route {
        /// Checks.
        public Tcp {
            Objects.requireNonNull(host, "host");
        }

        @Override
        public String peer() {
            return host + ":" + port;
        }
    }

    /// An encrypted stream.
    ///
    /// @param host the machine, whose certificate must carry this name
    /// @param port the port
    /// @param files certificates and keys
    /// @param verify whether to check who the other side is
    /// @param sane whether to check the own certificates before use
    record Tls(String host, int port, PkiFiles files, boolean verify, boolean sane)
            implements Route {
        /// Checks.
        public Tls {
            Objects.requireNonNull(host, "host");
            Objects.requireNonNull(files, "files");
        }

        @Override
        public String peer() {
            return host + ":" + port;
        }
    }

    /// A program that speaks the protocol on its standard streams.
    ///
    /// @param command the program and its arguments
    /// @param peer how messages call the other end
    record Program(List<String> command, String peer) implements Route {
        /// Checks and copies.
        public Program {
            command = List.copyOf(command);
            Objects.requireNonNull(peer, "peer");
        }
    }

    /// The files of a TLS client.
    ///
    /// @param authorities certificates of those whose word counts about others
    /// @param revoked the list of certificates that do not count any more; absent: there is none
    /// @param certificate the client's own certificate; absent: it shows none
    /// @param key the key of the own certificate; there exactly if that is
    record PkiFiles(
            String authorities,
            Optional<String> revoked,
            Optional<String> certificate,
            Optional<String> key) {
        /// Checks.
        public PkiFiles {
            Objects.requireNonNull(authorities, "authorities");
            Objects.requireNonNull(revoked, "revoked");
            if (certificate.isPresent() != key.isPresent()) {
                throw new IllegalArgumentException("a certificate and its key go together");
            }
        }
    }
}
