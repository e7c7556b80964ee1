package org.domcaps.rpc.server;

import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;
import org.domcaps.rpc.message.ErrorRecord;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Which names a connection can be opened under: libvirt's rules for a daemon of the QEMU driver.
final class OpenName {

    private static final String DRIVER = "qemu";
    private static final String SYSTEM = "/system";
    private static final String SESSION = "/session";
    private static final String EMBEDDED = "/embed";

    private OpenName() {}

    /// Why a name is refused; empty if it is fine. Parameters behind a question mark are ignored.
    ///
    /// @param privileged whether this is the daemon of the whole system
    static Optional<ErrorRecord> fault(String name, boolean privileged) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        URI uri;
        try {
            uri = new URI(name);
        } catch (URISyntaxException _) {
            return Optional.of(
                    ErrorRecord.of(
                            ErrorCode.INTERNAL, ErrorDomain.URI, "Unable to parse URI " + name));
        }
        if (!DRIVER.equals(uri.getScheme()) || uri.getRawAuthority() != null) {
            return Optional.of(
                    ErrorRecord.of(ErrorCode.NO_CONNECTION_DRIVER, ErrorDomain.NONE, name));
        }
        String path = uri.getPath() == null ? "" : uri.getPath();
        if (path.equals(SESSION) || privileged && path.equals(SYSTEM)) {
            return Optional.empty();
        }
        if (path.equals(EMBEDDED) && !hasRoot(uri)) {
            return Optional.of(
                    ErrorRecord.of(
                            ErrorCode.INVALID_ARGUMENT,
                            ErrorDomain.URI,
                            "Missing URI parameter 'root'"));
        }
        return Optional.of(
                ErrorRecord.of(
                        ErrorCode.INTERNAL,
                        ErrorDomain.NONE,
                        "unexpected qemu URI path '"
                                + path
                                + "', try qemu://"
                                + (privileged ? SYSTEM : SESSION)));
    }

    private static boolean hasRoot(URI uri) {
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return ("&" + query).contains("&root=");
    }

    /// What the server calls the connection that was opened under a name: the name without its
    /// parameters, or the default.
    static String canonical(String name, String defaultUri) {
        if (name.isEmpty()) {
            return defaultUri;
        }
        int query = name.indexOf('?');
        return query < 0 ? name : name.substring(0, query);
    }
}
