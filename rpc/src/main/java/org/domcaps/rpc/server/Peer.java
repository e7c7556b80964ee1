package org.domcaps.rpc.server;

import java.util.Objects;

/// Who is at the other end.
///
/// @param id number of the connection, counted from 1
/// @param transport the kind of socket
/// @param readOnly whether the socket is for read-only connections
/// @param name who it is, as far as known: `uid=0` for a unix socket, address and port for TCP, and
///   the name in the certificate besides for TLS
public record Peer(long id, Transport transport, boolean readOnly, String name) {

    /// Checks that nothing is null.
    public Peer {
        Objects.requireNonNull(transport, "transport");
        Objects.requireNonNull(name, "name");
    }
}
