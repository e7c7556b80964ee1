package org.domcaps.rpc.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.domcaps.host.system.HostRoot;
import org.domcaps.rpc.uri.ClientEnvironment;
import org.domcaps.rpc.uri.ConnectUri;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

class AuthFileTest {

    private static final String TEXT =
            """
            # passwords
            [credentials-lab]
            authname = fred
            password = a=b

            ; another
            [credentials-any]
            username=joe
            password=
            [auth-libvirt-lab.example.com]
            credentials=lab
            [auth-libvirt-default]
            credentials=any
            [auth-libvirt-broken]
            credentials=nowhere
            """;

    @Test
    void aHostGetsItsOwnLoginOrTheDefault() {
        AuthFile file = AuthFile.parse(TEXT);

        assertThat(file.login("lab.example.com")).contains(new Login("fred", "a=b"));
        assertThat(file.login("elsewhere")).contains(new Login("joe", ""));
        assertThat(AuthFile.parse("").login("elsewhere")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> file.login("broken"))
                .withMessageContaining("credentials-nowhere");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"x=1", "[a]\nnothing", "[a]\n=1", "[a"})
    void refusesWhatIsNoSuchFile(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuthFile.parse(text))
                .withMessageStartingWith("line ");
    }

    @Test
    void theFirstFileThatIsThereCounts(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("etc/libvirt"));
        Files.createDirectories(folder.resolve("conf/libvirt"));
        ConnectUri uri = ConnectUri.parse("qemu+tcp://h/system");
        Map<String, String> variables = Map.of("XDG_CONFIG_HOME", "/conf");
        ClientEnvironment environment =
                new ClientEnvironment(new HostRoot(folder), variables, false);

        assertThat(new Logins(environment).find(uri)).isEmpty();
        write(folder.resolve("etc/libvirt/auth.conf"), "machine");
        assertThat(new Logins(environment).find(uri)).map(Login::user).contains("machine");
        write(folder.resolve("conf/libvirt/auth.conf"), "own");
        assertThat(new Logins(environment).find(uri)).map(Login::user).contains("own");
        write(folder.resolve("named"), "named");
        ClientEnvironment named =
                new ClientEnvironment(
                        new HostRoot(folder),
                        Map.of("XDG_CONFIG_HOME", "/conf", Logins.FILE_VARIABLE, "/named"),
                        false);
        assertThat(new Logins(named).find(uri)).map(Login::user).contains("named");
        write(folder.resolve("uri"), "uri");
        Optional<Login> byUri =
                new Logins(named).find(ConnectUri.parse("qemu+tcp://h/system?authfile=/uri"));
        assertThat(byUri).map(Login::user).contains("uri");
        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() ->
                        new Logins(named)
                                .find(ConnectUri.parse("qemu+tcp://h/system?authfile=/no")))
                .withMessageContaining("/no");
    }

    private static void write(Path file, String user) throws IOException {
        Files.writeString(
                file,
                "[credentials-x]\nauthname="
                        + user
                        + "\npassword=p\n[auth-libvirt-h]\ncredentials=x\n");
    }
}
