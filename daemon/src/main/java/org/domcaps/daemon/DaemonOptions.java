package org.domcaps.daemon;

import org.domcaps.document.Release;
import org.domcaps.rpc.server.Endpoint;
import org.domcaps.rpc.server.ServerLimits;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// How a daemon shall run.
///
/// @param plain endpoints without encryption
/// @param tls where to listen with TLS; absent: nowhere
/// @param metricsPort port on the loopback interface for the metrics; absent: none
/// @param release the libvirt release to answer as
/// @param limits what the daemon spends at most
/// @param level how much the log says
public record DaemonOptions(
        List<Endpoint> plain,
        Optional<TlsEndpoint> tls,
        OptionalInt metricsPort,
        Release release,
        ServerLimits limits,
        LogLevel level) {

    /// Checks and copies.
    public DaemonOptions {
        plain = List.copyOf(plain);
        Objects.requireNonNull(tls, "tls");
        Objects.requireNonNull(metricsPort, "metricsPort");
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(level, "level");
    }

    /// Where to listen with TLS.
    ///
    /// @param host name or address to listen at
    /// @param port 0 lets the system choose
    /// @param identity where the certificates lie
    public record TlsEndpoint(String host, int port, TlsIdentity identity) {
        /// Checks that nothing is null.
        public TlsEndpoint {
            Objects.requireNonNull(host, "host");
            Objects.requireNonNull(identity, "identity");
        }
    }
}
