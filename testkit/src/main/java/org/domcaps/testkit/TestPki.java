package org.domcaps.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// An authority of its own with certificates for tests, made by the program `openssl`, with the
/// file names that libvirt looks for: `cacert.pem`, `servercert.pem`, `serverkey.pem`,
/// `clientcert.pem`, `clientkey.pem`.
public final class TestPki {

    private static final String DAYS = "30";

    private final Path folder;

    private TestPki(Path folder) {
        this.folder = folder;
    }

    /// Whether the program is there.
    public static boolean isAvailable() {
        return Files.isExecutable(Path.of("/usr/bin/openssl"));
    }

    /// Makes an authority, a server for `localhost` and `127.0.0.1`, and a client.
    public static TestPki create(Path folder) throws IOException {
        return create(folder, "DNS:localhost,IP:127.0.0.1");
    }

    /// Makes an authority, a server with those names (as OpenSSL's `subjectAltName` has them), and
    /// a client.
    public static TestPki create(Path folder, String names) throws IOException {
        Files.createDirectories(folder);
        TestPki pki = new TestPki(folder);
        pki.openssl(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "cakey.pem",
                "-out",
                "cacert.pem",
                "-subj",
                "/CN=Authority of " + folder.getFileName(),
                "-days",
                DAYS,
                "-addext",
                "basicConstraints=critical,CA:TRUE",
                "-addext",
                "keyUsage=critical,keyCertSign,cRLSign");
        pki.sign("server", "rsa:2048", "subjectAltName=" + names, "serverAuth");
        pki.sign("client", "rsa:2048", "", "clientAuth");
        return pki;
    }

    /// The folder with the files.
    public Path folder() {
        return folder;
    }

    /// Makes a key and a certificate, `NAMEkey.pem` and `NAMEcert.pem`.
    ///
    /// @param key the kind of key as `openssl req -newkey` wants it
    /// @param names an extension with other names; may be empty
    /// @param usage what the certificate is for, `serverAuth` or `clientAuth`
    public void sign(String name, String key, String names, String usage) throws IOException {
        List<String> request =
                new ArrayList<>(
                        List.of(
                                "req",
                                "-nodes",
                                "-keyout",
                                name + "key.pem",
                                "-out",
                                name + ".csr",
                                "-subj",
                                "/CN=" + name,
                                "-newkey"));
        request.addAll(Arrays.asList(key.split(" ")));
        openssl(request.toArray(String[]::new));
        Files.writeString(
                folder.resolve(name + ".ext"),
                "extendedKeyUsage=" + usage + "\nkeyUsage=digitalSignature\n" + names + "\n");
        openssl(
                "x509",
                "-req",
                "-in",
                name + ".csr",
                "-CA",
                "cacert.pem",
                "-CAkey",
                "cakey.pem",
                "-CAcreateserial",
                "-out",
                name + "cert.pem",
                "-days",
                DAYS,
                "-extfile",
                name + ".ext");
    }

    /// Runs the program in the folder.
    ///
    /// @throws IOException if it fails, with what it said
    public void openssl(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/openssl"));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + " failed: " + said);
            }
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }
}
