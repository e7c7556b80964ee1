package org.domcaps.rpc.server;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;

/// A place where a server can be reached.
public sealed interface Endpoint {

    /// As it stands in logs.
    String label();

    /// A socket in the file system. Who may write to it may connect.
    ///
    /// @param path where it lies
    /// @param mode its permissions
    /// @param group the group it belongs to; absent: that of the process
    /// @param readOnly whether connections through it can only ask what changes nothing
    record Unix(Path path, Set<PosixFilePermission> mode, Optional<String> group, boolean readOnly)
            implements Endpoint {
        /// Copies.
        public Unix {
            Objects.requireNonNull(path, "path");
            Set<PosixFilePermission> copy = EnumSet.noneOf(PosixFilePermission.class);
            copy.addAll(mode);
            mode = copy;
            Objects.requireNonNull(group, "group");
        }

        @Override
        public String label() {
            return "unix:" + path;
        }
    }

    /// TCP without encryption and without authentication.
    ///
    /// @param host name or address to listen at
    /// @param port 0 lets the system choose
    record Tcp(String host, int port) implements Endpoint {
        /// Checks that nothing is null.
        public Tcp {
            Objects.requireNonNull(host, "host");
        }

        @Override
        public String label() {
            return "tcp:" + host + ":" + port;
        }
    }

    /// TLS; clients need a certificate that the context trusts.
    ///
    /// @param host name or address to listen at
    /// @param port 0 lets the system choose
    /// @param context asked at each connection, so that certificates can be replaced
    record Tls(String host, int port, Supplier<SSLContext> context) implements Endpoint {
        /// Checks that nothing is null.
        public Tls {
            Objects.requireNonNull(host, "host");
            Objects.requireNonNull(context, "context");
        }

        @Override
        public String label() {
            return "tls:" + host + ":" + port;
        }
    }

    /// The listening socket that this process was started with as its standard input.
    ///
    /// @param readOnly whether connections through it can only ask what changes nothing
    record Inherited(boolean readOnly) implements Endpoint {
        @Override
        public String label() {
            return "inherited";
        }
    }
}
