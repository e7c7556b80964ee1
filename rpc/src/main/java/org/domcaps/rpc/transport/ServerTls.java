package org.domcaps.rpc.transport;

import org.domcaps.host.system.HostRoot;
import org.domcaps.rpc.uri.Route;

import java.nio.file.Path;
import java.util.Optional;

import javax.net.ssl.SSLContext;

/// The certificates and keys of a TLS server.
public final class ServerTls {

    private static final String TICKETS = "jdk.tls.server.newSessionTicketCount";

    private ServerTls() {}

    /// What Java's TLS needs to be a server that trusts clients whose certificates come from these
    /// authorities.
    ///
    /// libvirt's client reads exactly once after the handshake and takes a session ticket of TLS
    /// 1.3 for the end of the world, so none is sent.
    ///
    /// @param authorities certificates of those whose word counts about clients, in PEM form
    /// @param revoked the list of certificates that do not count any more; absent: there is none
    /// @param certificate the server's own, with those between it and its authority behind it
    /// @param key the key of the own certificate, without a password
    /// @throws ConnectionException if a file cannot be read or used; the message names it
    public static SSLContext context(
            Path authorities, Optional<Path> revoked, Path certificate, Path key) {
        // Read once, by the first context of this process.
        System.setProperty(TICKETS, "0");
        Route.PkiFiles files =
                new Route.PkiFiles(
                        authorities.toString(),
                        revoked.map(Path::toString),
                        Optional.of(certificate.toString()),
                        Optional.of(key.toString()));
        return new TlsFiles(new Route.Tls("", 0, files, true, false), HostRoot.THIS_MACHINE)
                .context();
    }
}
