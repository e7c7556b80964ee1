package org.domcaps.rpc.transport;

import org.domcaps.rpc.uri.ClientEnvironment;
import org.domcaps.rpc.uri.Route;

import java.io.IOException;

/// Opens links.
public final class Links {

    private Links() {}

    /// Opens the link of a route. The deadline guards the link afterwards, too, until it is called
    /// off.
    ///
    /// @param environment where the files of a route lie, and the environment of programs
    /// @throws ConnectionException if that fails or the deadline passes
    public static Link open(Route route, ClientEnvironment environment, Deadline deadline) {
        try {
            return switch (route) {
                case Route.UnixSocket socket -> UnixLink.open(socket, deadline);
                case Route.Tcp tcp -> SocketLink.plain(tcp, deadline);
                case Route.Tls tls ->
                        SocketLink.encrypted(tls, new TlsFiles(tls, environment.root()), deadline);
                case Route.Program program -> ProgramLink.start(program, environment, deadline);
            };
        } catch (IOException e) {
            if (deadline.isOver()) {
                throw late(route.peer(), deadline, e);
            }
            throw new ConnectionException(
                    "cannot connect to " + route.peer() + ": " + reason(e) + hint(route), e);
        }
    }

    /// What to say when the deadline passed while a connection was being opened.
    public static ConnectionException late(String peer, Deadline deadline, Throwable cause) {
        return new ConnectionException(
                peer
                        + " did not let us in within "
                        + deadline.duration().toMillis() / 1000.0
                        + " s",
                cause);
    }

    private static String hint(Route route) {
        return route instanceof Route.UnixSocket socket ? "; " + socket.hint() : "";
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
