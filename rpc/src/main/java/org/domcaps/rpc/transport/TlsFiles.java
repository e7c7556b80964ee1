package org.domcaps.rpc.transport;

import org.domcaps.host.system.FileText;
import org.domcaps.host.system.HostRoot;
import org.domcaps.rpc.uri.Route;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CRL;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/// The certificates and keys of a TLS client, read from the files that libvirt's client reads.
final class TlsFiles {

    private static final int MOST_BYTES = 4 << 20;
    private static final char[] NO_PASSWORD = new char[0];
    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";
    private static final String ANY_USAGE = "2.5.29.37.0";

    private final Route.Tls route;
    private final HostRoot root;

    TlsFiles(Route.Tls route, HostRoot root) {
        this.route = route;
        this.root = root;
    }

    /// The file of the own certificate, if one is shown.
    Optional<String> certificateFile() {
        return route.files().certificate();
    }

    /// What Java's TLS needs.
    ///
    /// @throws ConnectionException if a file cannot be read or used
    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(), trust(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new ConnectionException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    private TrustManager[] trust() throws GeneralSecurityException {
        String file = route.files().authorities();
        if (!route.verify() && !root.exists(file)) {
            return new TrustManager[] {new TrustAll()};
        }
        List<X509Certificate> authorities = certificates(file);
        if (route.sane()) {
            for (X509Certificate authority : authorities) {
                requireValid(file, authority);
                if (authority.getBasicConstraints() < 0) {
                    throw unusable(file, "the certificate in it is not one of an authority");
                }
            }
        }
        if (!route.verify()) {
            return new TrustManager[] {new TrustAll()};
        }
        KeyStore store = emptyStore();
        for (int i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry("ca" + i, authorities.get(i));
        }
        PKIXBuilderParameters rules = new PKIXBuilderParameters(store, new X509CertSelector());
        rules.setRevocationEnabled(false);
        if (route.files().revoked().isPresent()) {
            addRevocation(rules, route.files().revoked().get());
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(new CertPathTrustManagerParameters(rules));
        return factory.getTrustManagers();
    }

    /// Certificates on the list are refused; an authority without a list is none the worse for it,
    /// and nobody is asked over the network.
    private void addRevocation(PKIXBuilderParameters rules, String file)
            throws GeneralSecurityException {
        List<CRL> lists = new ArrayList<>();
        for (Pem.Block block : blocks(file)) {
            if (block.label().equals("X509 CRL")) {
                lists.add(x509().generateCRL(new ByteArrayInputStream(block.bytes())));
            }
        }
        if (lists.isEmpty()) {
            throw unusable(file, "there is no list of revoked certificates in it");
        }
        rules.addCertStore(
                CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists)));
        PKIXRevocationChecker checker =
                (PKIXRevocationChecker) CertPathBuilder.getInstance("PKIX").getRevocationChecker();
        checker.setOptions(
                EnumSet.of(
                        PKIXRevocationChecker.Option.PREFER_CRLS,
                        PKIXRevocationChecker.Option.NO_FALLBACK,
                        PKIXRevocationChecker.Option.SOFT_FAIL));
        rules.addCertPathChecker(checker);
    }

    private KeyManager[] keys() throws GeneralSecurityException {
        if (route.files().certificate().isEmpty()) {
            return new KeyManager[0];
        }
        String file = route.files().certificate().get();
        List<X509Certificate> chain = certificates(file);
        if (route.sane()) {
            requireValid(file, chain.getFirst());
            requireClientUsage(file, chain.getFirst());
        }
        KeyStore store = emptyStore();
        store.setKeyEntry(
                "own",
                key(route.files().key().orElseThrow()),
                NO_PASSWORD,
                chain.toArray(new Certificate[0]));
        KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private PrivateKey key(String file) {
        try {
            return PrivateKeys.read(text(file));
        } catch (IllegalArgumentException e) {
            throw unusable(file, e.getMessage());
        }
    }

    private static void requireValid(String file, X509Certificate certificate) {
        try {
            certificate.checkValidity();
        } catch (CertificateException e) {
            throw unusable(
                    file,
                    "the certificate of "
                            + certificate.getSubjectX500Principal().getName()
                            + " counts from "
                            + certificate.getNotBefore().toInstant()
                            + " to "
                            + certificate.getNotAfter().toInstant(),
                    e);
        }
    }

    private static void requireClientUsage(String file, X509Certificate certificate)
            throws GeneralSecurityException {
        List<String> usage = certificate.getExtendedKeyUsage();
        if (usage != null && !usage.contains(CLIENT_AUTHENTICATION) && !usage.contains(ANY_USAGE)) {
            throw unusable(file, "the certificate in it is not meant for clients");
        }
    }

    private List<X509Certificate> certificates(String file) throws GeneralSecurityException {
        List<X509Certificate> found = new ArrayList<>();
        for (Pem.Block block : blocks(file)) {
            if (block.label().equals("CERTIFICATE")
                    || block.label().equals("X509 CERTIFICATE")
                    || block.label().equals("TRUSTED CERTIFICATE")) {
                found.add(certificate(file, block));
            }
        }
        if (found.isEmpty()) {
            throw unusable(file, "there is no certificate in PEM form in it");
        }
        return found;
    }

    private static X509Certificate certificate(String file, Pem.Block block)
            throws GeneralSecurityException {
        try {
            return (X509Certificate)
                    x509().generateCertificate(new ByteArrayInputStream(block.bytes()));
        } catch (CertificateException e) {
            throw unusable(file, "a certificate in it is damaged", e);
        }
    }

    private List<Pem.Block> blocks(String file) {
        try {
            return Pem.blocks(text(file));
        } catch (IllegalArgumentException e) {
            throw unusable(file, e.getMessage());
        }
    }

    private String text(String file) {
        return switch (root.readText(file, MOST_BYTES)) {
            case FileText.Text(String content) -> content;
            case FileText.Missing _ ->
                    throw unusable(
                            file, "it is not there; TLS needs it (pkipath=FOLDER looks elsewhere)");
            case FileText.Refused(String reason) -> throw unusable(file, reason);
        };
    }

    private static CertificateFactory x509() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }

    private static KeyStore emptyStore() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException e) {
            throw new IllegalStateException("a store that is loaded from nothing", e);
        }
    }

    private static ConnectionException unusable(String file, String reason) {
        return new ConnectionException("cannot use " + file + ": " + reason);
    }

    private static ConnectionException unusable(String file, String reason, Throwable cause) {
        return new ConnectionException("cannot use " + file + ": " + reason, cause);
    }
}
