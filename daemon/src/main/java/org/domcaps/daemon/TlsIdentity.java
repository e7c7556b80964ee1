package org.domcaps.daemon;

import org.domcaps.rpc.transport.ServerTls;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;

/// Where the certificates of the daemon lie.
///
/// @param authorities certificates of those whose word counts about clients
/// @param revoked the list of certificates that do not count any more, if there is one
/// @param certificate the daemon's own
/// @param key the key of the own certificate
public record TlsIdentity(Path authorities, Optional<Path> revoked, Path certificate, Path key) {

    /// Checks that nothing is null.
    public TlsIdentity {
        Objects.requireNonNull(authorities, "authorities");
        Objects.requireNonNull(revoked, "revoked");
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(key, "key");
    }

    /// The files of libvirt's own daemon.
    public static TlsIdentity ofLibvirt() {
        Path pki = Path.of("/etc/pki");
        return new TlsIdentity(
                pki.resolve("CA/cacert.pem"),
                existing(pki.resolve("CA/cacrl.pem")),
                pki.resolve("libvirt/servercert.pem"),
                pki.resolve("libvirt/private/serverkey.pem"));
    }

    /// All files in one folder, under libvirt's names.
    public static TlsIdentity in(Path folder) {
        return new TlsIdentity(
                folder.resolve("cacert.pem"),
                existing(folder.resolve("cacrl.pem")),
                folder.resolve("servercert.pem"),
                folder.resolve("serverkey.pem"));
    }

    private static Optional<Path> existing(Path file) {
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }

    /// Reads the files, and again whenever it is told to.
    static final class Loaded implements Supplier<SSLContext> {
        private final TlsIdentity identity;
        private volatile SSLContext context;

        /// @throws org.domcaps.error.DomcapsException if a file cannot be read or used
        Loaded(TlsIdentity identity) {
            this.identity = identity;
            this.context = identity.context();
        }

        /// Reads the files again; what was read before stays if that fails.
        ///
        /// @throws org.domcaps.error.DomcapsException if a file cannot be read or used
        void reload() {
            context = identity.context();
        }

        @Override
        public SSLContext get() {
            return context;
        }
    }

    private SSLContext context() {
        return ServerTls.context(authorities, revoked, certificate, key);
    }
}
