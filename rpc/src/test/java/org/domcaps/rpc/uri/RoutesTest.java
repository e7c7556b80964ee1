package org.domcaps.rpc.uri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.domcaps.host.system.HostRoot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class RoutesTest {

    private static final Map<String, String> USER =
            Map.of("HOME", "/home/u", "XDG_RUNTIME_DIR", "/run/user/7");

    @TempDir Path folder;

    private ClientEnvironment root() {
        return new ClientEnvironment(new HostRoot(folder), Map.of("HOME", "/root"), true);
    }

    private ClientEnvironment user() {
        return new ClientEnvironment(new HostRoot(folder), USER, false);
    }

    private void file(String path) throws IOException {
        Path file = folder.resolve(path.substring(1));
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    private static String socket(String uri, ClientEnvironment environment, boolean readOnly) {
        return ((Route.UnixSocket) Routes.of(ConnectUri.parse(uri), environment, readOnly)).path();
    }

    @ParameterizedTest(name = "{0}, read-only {1}")
    @CsvSource({
        "qemu:///system, false, /var/run/libvirt/libvirt-sock",
        "qemu:///system, true, /var/run/libvirt/libvirt-sock-ro",
        "qemu:///system?mode=legacy, false, /var/run/libvirt/libvirt-sock",
        "qemu:///system?mode=direct, false, /var/run/libvirt/virtqemud-sock",
        "xen:///system?mode=direct, true, /var/run/libvirt/virtxend-sock-ro",
        "qemu:///session, false, /var/run/libvirt/libvirt-sock",
        "remote:///, false, /var/run/libvirt/libvirt-sock",
        "qemu:///system?socket=rel/x.sock, true, rel/x.sock",
    })
    void rootHasTheSocketsOfTheMachine(String uri, boolean readOnly, String path) {
        assertThat(socket(uri, root(), readOnly)).isEqualTo(path);
    }

    @ParameterizedTest(name = "{0}, read-only {1}")
    @CsvSource({
        "qemu:///system, true, /var/run/libvirt/libvirt-sock-ro",
        "qemu:///session, false, /run/user/7/libvirt/libvirt-sock",
        "qemu:///session, true, /run/user/7/libvirt/libvirt-sock",
        "qemu:///session?mode=direct, false, /run/user/7/libvirt/virtqemud-sock",
    })
    void othersHaveTheirOwnForSessions(String uri, boolean readOnly, String path) {
        assertThat(socket(uri, user(), readOnly)).isEqualTo(path);
    }

    @Test
    void withoutRuntimeFolderTheCacheFolderHasTheSockets() {
        ClientEnvironment bare =
                new ClientEnvironment(new HostRoot(folder), Map.of("HOME", "/home/u"), false);

        assertThat(socket("qemu:///session", bare, false))
                .isEqualTo("/home/u/.cache/libvirt/libvirt-sock");
    }

    @Test
    void theDriversOwnDaemonIsPreferredWhereItsSocketIs() throws IOException {
        file("/var/run/libvirt/virtqemud-sock");

        assertThat(socket("qemu:///system", root(), false))
                .isEqualTo("/var/run/libvirt/virtqemud-sock");
        assertThat(socket("qemu:///system?mode=legacy", root(), false))
                .isEqualTo("/var/run/libvirt/libvirt-sock");
        assertThat(socket("remote:///", root(), false))
                .isEqualTo("/var/run/libvirt/virtqemud-sock");

        file("/var/run/libvirt/libvirt-sock");

        assertThat(socket("qemu:///system", root(), false))
                .isEqualTo("/var/run/libvirt/virtqemud-sock");
        assertThat(socket("remote:///", root(), false)).isEqualTo("/var/run/libvirt/libvirt-sock");
    }

    @Test
    void streamsGoToTheirDefaultPorts() {
        assertThat(Routes.of(ConnectUri.parse("qemu+tcp://h/system"), root(), false))
                .isEqualTo(new Route.Tcp("h", 16509));
        assertThat(Routes.of(ConnectUri.parse("qemu+tcp:///system"), root(), false))
                .isEqualTo(new Route.Tcp("localhost", 16509));
        assertThat(Routes.of(ConnectUri.parse("qemu://h/system?no_verify=1"), root(), false))
                .isEqualTo(
                        new Route.Tls(
                                "h",
                                16514,
                                new Route.PkiFiles(
                                        "/etc/pki/CA/cacert.pem",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()),
                                false,
                                true));
    }

    private Route.PkiFiles pki(String uri, ClientEnvironment environment) {
        return ((Route.Tls) Routes.of(ConnectUri.parse(uri), environment, false)).files();
    }

    @Test
    void certificatesOfTheMachineAreTakenWhereTheUserHasNone() throws IOException {
        file("/etc/pki/CA/cacrl.pem");
        file("/etc/pki/libvirt/clientcert.pem");
        file("/etc/pki/libvirt/private/clientkey.pem");
        Route.PkiFiles machine =
                new Route.PkiFiles(
                        "/etc/pki/CA/cacert.pem",
                        Optional.of("/etc/pki/CA/cacrl.pem"),
                        Optional.of("/etc/pki/libvirt/clientcert.pem"),
                        Optional.of("/etc/pki/libvirt/private/clientkey.pem"));

        assertThat(pki("qemu://h/system", root())).isEqualTo(machine);
        assertThat(pki("qemu://h/system", user())).isEqualTo(machine);

        file("/home/u/.pki/libvirt/cacert.pem");
        file("/home/u/.pki/libvirt/clientcert.pem");

        assertThat(pki("qemu://h/system", user()))
                .as("a certificate without its key does not count")
                .isEqualTo(
                        new Route.PkiFiles(
                                "/home/u/.pki/libvirt/cacert.pem",
                                machine.revoked(),
                                machine.certificate(),
                                machine.key()));

        file("/home/u/.pki/libvirt/clientkey.pem");

        assertThat(pki("qemu://h/system", user()).certificate())
                .contains("/home/u/.pki/libvirt/clientcert.pem");
        assertThat(pki("qemu://h/system", root())).isEqualTo(machine);
        assertThat(pki("qemu://h/system?pkipath=/nowhere", user()))
                .isEqualTo(
                        new Route.PkiFiles(
                                "/nowhere/cacert.pem",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    private List<String> command(String uri, ClientEnvironment environment) {
        return ((Route.Program) Routes.of(ConnectUri.parse(uri), environment, false)).command();
    }

    @Test
    void sshGetsTheArgumentsThatLibvirtGivesIt() {
        List<String> command =
                command(
                        "qemu+ssh://me@h:2222/system?socket=/s&keyfile=/k&no_tty=1&no_verify=1",
                        root());

        assertThat(command.subList(0, command.size() - 1))
                .containsExactly(
                        "ssh",
                        "-p",
                        "2222",
                        "-l",
                        "me",
                        "-i",
                        "/k",
                        "-T",
                        "-e",
                        "none",
                        "-o",
                        "BatchMode=yes",
                        "-o",
                        "StrictHostKeyChecking=no",
                        "--",
                        "h");
        assertThat(command("qemu+ssh://h/system?command=/opt/ssh", root()))
                .startsWith("/opt/ssh", "-T", "-e", "none", "--", "h");
    }

    private String remote(String uri, ClientEnvironment environment) {
        return command(uri, environment).getLast();
    }

    @Test
    void theOtherMachineRunsTheHelperIfItHasOne() {
        assertThat(remote("qemu+ssh://h/system", root()))
                .contains("virt-ssh-helper")
                .contains("qemu:///system")
                .contains("-U")
                .contains("/var/run/libvirt/libvirt-sock");
        assertThat(remote("qemu+ssh://h/system?proxy=native&mode=direct&keyfile=/k", root()))
                .isEqualTo("sh -c 'exec virt-ssh-helper '\\''qemu:///system?mode=direct'\\'''");
        assertThat(remote("qemu+ssh://h/session", user()))
                .isEqualTo("sh -c 'exec virt-ssh-helper '\\''qemu:///session'\\'''");
        assertThat(remote("qemu+ssh://h/session", root())).contains("-U");
    }

    @Test
    void aSocketOrNetcatMeansNetcat() {
        assertThat(remote("qemu+ssh://h/system?socket=/my%20sock", root()))
                .doesNotContain("virt-ssh-helper")
                .contains("-U '\\''/my sock'\\''");
        assertThat(remote("qemu+ssh://h/system?netcat=/opt/nc&mode=direct", root()))
                .contains("/opt/nc")
                .contains("/var/run/libvirt/virtqemud-sock");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "test:///default",
                "esx://h/",
                "qemu:///embed?root=/x",
                "qemu+libssh://h/system",
                "qemu+libssh2://h/system",
                "qemu+ext:///system",
                "qemu+tls://h/system?tls_priority=NORMAL",
                "qemu:///system?mode=wrong",
                "remote:///?mode=direct",
                "qemu+ssh://h/system?proxy=wrong",
                "qemu:///system?socket=",
            })
    void refusesWhatItDoesNotDo(String uri) {
        assertThatExceptionOfType(UriException.class)
                .isThrownBy(() -> Routes.of(ConnectUri.parse(uri), root(), false))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("null"));
    }

    @Test
    void refusesAPathThatDoesNotFitASocket() {
        String fits = "/" + "x".repeat(106);

        assertThat(socket("qemu:///system?socket=" + fits, root(), false)).isEqualTo(fits);
        assertThatExceptionOfType(UriException.class)
                .isThrownBy(() -> socket("qemu:///system?socket=" + fits + "y", root(), false))
                .withMessageContaining("108");
    }
}
