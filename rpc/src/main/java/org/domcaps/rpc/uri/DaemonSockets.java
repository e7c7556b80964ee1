package org.domcaps.rpc.uri;

/// The default paths of the daemons' sockets.
final class DaemonSockets {

    private static final String SYSTEM_FOLDER = "/var/run/libvirt";

    private final ConnectUri uri;
    private final ClientEnvironment environment;
    private final boolean readOnly;

    DaemonSockets(ConnectUri uri, ClientEnvironment environment, boolean readOnly) {
        this.uri = uri;
        this.environment = environment;
        this.readOnly = readOnly;
    }

    /// The socket of this machine that a URI without `socket` means.
    ///
    /// libvirt's own library would start a daemon for `/session`; here whoever wants one starts it.
    Route.UnixSocket local() {
        // To root, /session is the daemon of the machine, as it is in libvirt.
        boolean own = uri.isSession() && !environment.privileged();
        String folder =
                own
                        ? environment
                                .runtimeFolder()
                                .orElseThrow(() ->
                                        new UriException(
                                                "cannot tell where the socket of "
                                                        + uri
                                                        + " is, because neither XDG_RUNTIME_DIR nor"
                                                        + " HOME is set"))
                        : SYSTEM_FOLDER;
        String suffix = readOnly && !own ? "-ro" : "";
        String legacy = folder + "/libvirt-sock" + suffix;
        String direct = folder + "/" + daemon() + "-sock" + suffix;
        boolean any = uri.driver().equals(ConnectUri.ANY_DRIVER);
        String start = own ? "libvirtd -d" : "systemctl start libvirtd";
        return switch (SocketMode.of(uri)) {
            case LEGACY -> new Route.UnixSocket(legacy, hint("libvirtd", start));
            case DIRECT ->
                    new Route.UnixSocket(
                            direct, hint(daemon(), start.replace("libvirtd", daemon())));
            case AUTO ->
                    environment.root().exists(direct) && !(any && environment.root().exists(legacy))
                            ? new Route.UnixSocket(direct, hint(daemon(), "restart it"))
                            : new Route.UnixSocket(
                                    legacy,
                                    "nor at "
                                            + direct
                                            + "; "
                                            + hint("libvirtd or " + daemon(), start));
        };
    }

    private static String hint(String daemon, String start) {
        return "is " + daemon + " running? (" + start + ")";
    }

    /// The socket to expect on another machine.
    String remote() {
        String name = SocketMode.of(uri) == SocketMode.DIRECT ? daemon() : "libvirt";
        return SYSTEM_FOLDER + "/" + name + "-sock" + (readOnly ? "-ro" : "");
    }

    /// The daemon of one driver: `virtqemud` for `qemu`, and for whoever has no preference.
    private String daemon() {
        boolean any = uri.driver().equals(ConnectUri.ANY_DRIVER);
        return "virt" + (any ? "qemu" : uri.driver()) + "d";
    }
}
