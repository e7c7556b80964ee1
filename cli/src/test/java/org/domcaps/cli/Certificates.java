package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// An authority, and a server and a client that it vouches for, under libvirt's file names.
final class Certificates {

    private Certificates() {}

    static void make(Path folder) throws Exception {
        Files.createDirectories(folder);
        openssl(
                folder,
                "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=authority"
                        + " -addext basicConstraints=critical,CA:TRUE"
                        + " -addext keyUsage=critical,keyCertSign,cRLSign"
                        + " -keyout cakey.pem -out cacert.pem");
        issue(folder, "server", "serverAuth");
        issue(folder, "client", "clientAuth");
    }

    private static void issue(Path folder, String who, String usage) throws Exception {
        Files.writeString(
                folder.resolve(who + ".ext"),
                "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,"
                        + "keyEncipherment\nextendedKeyUsage="
                        + usage
                        + "\nsubjectAltName=IP:127.0.0.1,DNS:localhost\n");
        openssl(
                folder,
                "req -newkey rsa:2048 -nodes -subj /CN="
                        + who
                        + " -keyout "
                        + who
                        + "key.pem -out "
                        + who
                        + ".csr");
        openssl(
                folder,
                "x509 -req -days 2 -CA cacert.pem -CAkey cakey.pem -CAcreateserial -in "
                        + who
                        + ".csr -extfile "
                        + who
                        + ".ext -out "
                        + who
                        + "cert.pem");
    }

    private static void openssl(Path folder, String words) throws Exception {
        String[] command = ("openssl " + words).split(" ", -1);
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
