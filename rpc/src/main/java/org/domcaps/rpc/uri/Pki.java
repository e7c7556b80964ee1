package org.domcaps.rpc.uri;

import java.util.Optional;

/// Where the certificates of a TLS client lie.
final class Pki {

    private static final String CA = "cacert.pem";
    private static final String CRL = "cacrl.pem";
    private static final String CERTIFICATE = "clientcert.pem";
    private static final String KEY = "clientkey.pem";
    private static final String SYSTEM = "/etc/pki/";

    private final ClientEnvironment environment;

    Pki(ClientEnvironment environment) {
        this.environment = environment;
    }

    /// The files of a URI: those of `pkipath`; else, for an ordinary user, those of
    /// `~/.pki/libvirt` that are there, and the machine's for the others.
    Route.PkiFiles files(ConnectUri uri) {
        Optional<String> path = uri.parameter(UriParameter.PKIPATH);
        if (path.isPresent()) {
            return pair(
                    path.get() + "/" + CA,
                    existing(path.get() + "/" + CRL),
                    path.get() + "/" + CERTIFICATE,
                    path.get() + "/" + KEY);
        }
        Optional<String> own =
                environment.privileged()
                        ? Optional.empty()
                        : environment.home().map(home -> home + "/.pki/libvirt/");
        String authorities = own.flatMap(f -> existing(f + CA)).orElse(SYSTEM + "CA/" + CA);
        Optional<String> revoked =
                own.flatMap(folder -> existing(folder + CRL))
                        .or(() -> existing(SYSTEM + "CA/" + CRL));
        boolean ownPair =
                own.isPresent()
                        && environment.root().exists(own.get() + CERTIFICATE)
                        && environment.root().exists(own.get() + KEY);
        return ownPair
                ? pair(authorities, revoked, own.get() + CERTIFICATE, own.get() + KEY)
                : pair(
                        authorities,
                        revoked,
                        SYSTEM + "libvirt/" + CERTIFICATE,
                        SYSTEM + "libvirt/private/" + KEY);
    }

    private Route.PkiFiles pair(
            String authorities, Optional<String> revoked, String certificate, String key) {
        boolean there = environment.root().exists(certificate) && environment.root().exists(key);
        return new Route.PkiFiles(
                authorities,
                revoked,
                there ? Optional.of(certificate) : Optional.empty(),
                there ? Optional.of(key) : Optional.empty());
    }

    private Optional<String> existing(String file) {
        return environment.root().exists(file) ? Optional.of(file) : Optional.empty();
    }
}
