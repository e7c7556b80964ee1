package org.domcaps.rpc.uri;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// From a URI to the way to its daemon, by the rules of libvirt's client. Looks which sockets and
/// certificates there are, and opens nothing.
public final class Routes {

    /// What fits a socket's address on Linux, without the zero byte at its end.
    private static final int LONGEST_SOCKET = 107;

    /// Drivers that libvirt has inside its library, not in a daemon.
    private static final Set<String> IN_LIBRARY =
            Set.of(
                    "test",
                    "esx",
                    "gsx",
                    "vpx",
                    "hyperv",
                    "openvz",
                    "vmwareplayer",
                    "vmwarews",
                    "vmwarefusion");

    /// The host of a transport that needs one and a URI that names none.
    static final String LOCALHOST = "localhost";

    private Routes() {}

    /// The way to the daemon of a URI.
    ///
    /// @param readOnly whether the socket for those who may only look is wanted
    /// @throws UriException if the URI asks for what does not exist or for what this client does
    ///   not do; the message says which
    public static Route of(ConnectUri uri, ClientEnvironment environment, boolean readOnly) {
        refuseWhatNeedsNoDaemon(uri);
        return switch (uri.transport()) {
            case UNIX -> unix(uri, environment, readOnly);
            case TCP -> new Route.Tcp(host(uri), port(uri));
            case TLS -> tls(uri, environment);
            case SSH -> {
                List<String> command = new SshCommand(uri, environment, readOnly).line();
                yield new Route.Program(command, "ssh to " + host(uri));
            }
            case EXT -> {
                String program =
                        uri.parameter(UriParameter.COMMAND)
                                .orElseThrow(() ->
                                        new UriException(
                                                "the transport ext needs the parameter command,"
                                                        + " the program to run, in "
                                                        + uri));
                yield new Route.Program(List.of(program), program);
            }
            case LIBSSH, LIBSSH2 ->
                    throw new UriException(
                            "the transport "
                                    + uri.transport().word()
                                    + " needs a library that is not part of this client; use "
                                    + uri.driver()
                                    + "+ssh:// instead of the scheme of "
                                    + uri);
        };
    }

    private static void refuseWhatNeedsNoDaemon(ConnectUri uri) {
        boolean direct = uri.transport() == UriTransport.UNIX || uri.text().indexOf('+') < 0;
        if (direct && IN_LIBRARY.contains(uri.driver())) {
            throw new UriException(
                    "the driver '"
                            + uri.driver()
                            + "' runs inside libvirt's library, so there is no daemon to connect to"
                            + " for "
                            + uri);
        }
        if (direct && uri.path().equals("/embed")) {
            throw new UriException(
                    "an embedded driver runs inside libvirt's library, so there is no daemon to"
                            + " connect to for "
                            + uri
                            + "; without --connect this host is asked itself");
        }
    }

    private static Route unix(ConnectUri uri, ClientEnvironment environment, boolean readOnly) {
        Optional<String> given = uri.parameter(UriParameter.SOCKET);
        Route.UnixSocket socket =
                given.isPresent()
                        ? new Route.UnixSocket(given.get(), "is a daemon running there?")
                        : new DaemonSockets(uri, environment, readOnly).local();
        int length = socket.path().getBytes(StandardCharsets.UTF_8).length;
        if (length == 0 || length > LONGEST_SOCKET) {
            throw new UriException(
                    "the path of a socket must have 1 to "
                            + LONGEST_SOCKET
                            + " bytes, not "
                            + length
                            + ": '"
                            + socket.path()
                            + "'");
        }
        return socket;
    }

    private static Route tls(ConnectUri uri, ClientEnvironment environment) {
        if (uri.parameter(UriParameter.TLS_PRIORITY).isPresent()) {
            throw new UriException(
                    "tls_priority is a setting of GnuTLS, and this client has Java's TLS; set"
                            + " jdk.tls.disabledAlgorithms or jdk.tls.client.protocols instead, and"
                            + " leave it out of "
                            + uri);
        }
        return new Route.Tls(
                host(uri),
                port(uri),
                new Pki(environment).files(uri),
                !uri.isSwitchedOn(UriParameter.NO_VERIFY),
                !uri.isSwitchedOn(UriParameter.NO_SANITY));
    }

    private static String host(ConnectUri uri) {
        return uri.host().orElse(LOCALHOST);
    }

    private static int port(ConnectUri uri) {
        return uri.port().orElseGet(() -> uri.transport().defaultPort().orElseThrow());
    }
}
