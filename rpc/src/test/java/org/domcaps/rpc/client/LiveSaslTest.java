package org.domcaps.rpc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.domcaps.error.ErrorCode;
import org.domcaps.host.system.HostRoot;
import org.domcaps.rpc.message.EmulatorChoice;
import org.domcaps.rpc.sasl.AuthenticationException;
import org.domcaps.rpc.uri.ClientEnvironment;
import org.domcaps.rpc.uri.ConnectUri;
import org.domcaps.testkit.LibvirtDaemon;
import org.domcaps.testkit.TestPki;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// SASL against a real daemon and Cyrus' SASL library.
@Tag("live")
@Timeout(120)
class LiveSaslTest {

    private static final Path SASLPASSWD = Path.of("/usr/sbin/saslpasswd2");
    private static final Duration SECONDS = Duration.ofSeconds(60);
    private static final ConnectOptions OPTIONS =
            ConnectOptions.DEFAULT.withTimeouts(SECONDS, SECONDS);

    @TempDir static Path folder;
    private static LibvirtDaemon daemon;

    @BeforeAll
    static void startDaemon() throws Exception {
        Optional<String> obstacle = LibvirtDaemon.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
        assumeTrue(TestPki.isAvailable(), "openssl is not installed");
        assumeTrue(Files.isExecutable(SASLPASSWD), "saslpasswd2 (sasl2-bin) is not installed");
        Path database = folder.resolve("sasl.db");
        addUser(database, "fred", "secret");
        Path settings = Files.createDirectories(folder.resolve("sasl"));
        Files.writeString(
                settings.resolve("libvirt.conf"),
                "mech_list: scram-sha-256 scram-sha-1 digest-md5 cram-md5 plain\n"
                        + "pwcheck_method: auxprop\nauxprop_plugin: sasldb\n"
                        + "sasldb_path: "
                        + database
                        + "\n");
        daemon =
                LibvirtDaemon.start(
                        folder.resolve("d"),
                        TestPki.create(folder.resolve("pki")),
                        List.of(
                                "auth_tcp = \"sasl\"",
                                "auth_tls = \"sasl\"",
                                "auth_unix_rw = \"sasl\""),
                        Map.of("SASL_CONF_PATH", settings.toString()));
        password("good", "secret");
        password("bad", "wrong");
    }

    private static void addUser(Path database, String user, String password) throws Exception {
        Process process =
                new ProcessBuilder(
                                SASLPASSWD.toString(), "-p", "-c", "-f", database.toString(), user)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        process.getOutputStream().write((password + "\n").getBytes(UTF_8));
        process.getOutputStream().close();
        assertThat(process.waitFor()).isZero();
    }

    private static void password(String file, String password) throws IOException {
        Files.writeString(
                folder.resolve(file),
                "[credentials-x]\nauthname=fred\npassword="
                        + password
                        + "\n[auth-libvirt-default]\ncredentials=x\n");
    }

    @AfterAll
    static void stopDaemon() throws IOException {
        if (daemon != null) {
            daemon.close();
        }
    }

    private static Connection connect(String uri) {
        return Connection.open(
                ConnectUri.parse(uri),
                OPTIONS,
                new ClientEnvironment(
                        HostRoot.THIS_MACHINE, Map.of("HOME", folder.toString()), false));
    }

    private static String unix(String more) {
        return "qemu:///session?socket=" + daemon.socket() + more;
    }

    private static String tcp(String more) {
        return "qemu+tcp://127.0.0.1:" + daemon.tcpPort() + "/session?" + more;
    }

    private static String authfile(String name) {
        return "&authfile=" + folder.resolve(name);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "SCRAM-SHA-256", "SCRAM-SHA-1", "DIGEST-MD5", "CRAM-MD5", "PLAIN"})
    void everyMechanismLetsUsInOverAUnixSocket(String mechanism) {
        String wanted = mechanism.isEmpty() ? "" : "&auth=sasl." + mechanism;

        try (Connection connection = connect(unix(wanted + authfile("good")))) {
            assertThat(connection.type()).isEqualTo("QEMU");
        }
    }

    @Test
    void overPlainTcpEverythingIsEncryptedAfterwards() {
        String document;
        try (Connection connection = connect(unix(authfile("good")))) {
            document = new String(connection.domainCapabilities(EmulatorChoice.DEFAULT, 0), UTF_8);
        }
        try (Connection connection = connect(tcp(authfile("good")))) {
            assertThat(connection.isEncrypted()).isTrue();
            for (int i = 0; i < 20; i++) {
                assertThat(
                                new String(
                                        connection.domainCapabilities(EmulatorChoice.DEFAULT, 0),
                                        UTF_8))
                        .isEqualTo(document);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"SCRAM-SHA-256", "DIGEST-MD5", "PLAIN"})
    void aWrongPasswordIsRefused(String mechanism) {
        assertThatExceptionOfType(RemoteException.class)
                .isThrownBy(() -> connect(unix("&auth=sasl." + mechanism + authfile("bad"))))
                .matches(e -> e.code() == ErrorCode.AUTHENTICATION_FAILED);
    }

    @Test
    void withoutAPasswordTheErrorSaysHowToGiveOne() {
        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> connect(unix("")))
                .withMessageContaining("auth.conf");
    }
}
