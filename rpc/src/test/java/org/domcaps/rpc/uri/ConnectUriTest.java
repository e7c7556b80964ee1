package org.domcaps.rpc.uri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.domcaps.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectUriTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "qemu:///system, qemu, UNIX, -, -, 0, /system",
                "qemu+unix:///session?socket=/x, qemu, UNIX, -, -, 0, /session",
                "qemu://host/system, qemu, TLS, -, host, 0, /system",
                "qemu+TLS://host:17/system, qemu, TLS, -, host, 17, /system",
                "qemu+ssh://root@my_host:2222/system, qemu, SSH, root, my_host, 2222, /system",
                "qemu+tcp://[::1]:16509/system, qemu, TCP, -, ::1, 16509, /system",
                "qemu+tcp://[fe80::1%25eth0]/system, qemu, TCP, -, fe80::1%eth0, 0, /system",
                "qemu+ext:///system?command=/x, qemu, EXT, -, -, 0, /system",
                "remote+unix:///?socket=/x, remote, UNIX, -, -, 0, /",
                "qemu+tcp://u%40x@h/sys%20tem#part, qemu, TCP, u@x, h, 0, /sys tem",
                "xen, xen, UNIX, -, -, 0, /system",
                "qemu+libssh2://h/system, qemu, LIBSSH2, -, h, 0, /system",
                "qemu+tcp://h:/system, qemu, TCP, -, h, 0, /system",
            })
    void takesUrisApart(
            String text,
            String driver,
            UriTransport transport,
            String user,
            String host,
            int port,
            String path) {
        ConnectUri uri = ConnectUri.parse(text);

        assertThat(uri.driver()).isEqualTo(driver);
        assertThat(uri.transport()).isEqualTo(transport);
        assertThat(uri.user().orElse(null)).isEqualTo(user);
        assertThat(uri.host().orElse(null)).isEqualTo(host);
        assertThat(uri.port().orElse(0)).isEqualTo(port);
        assertThat(uri.path()).isEqualTo(path);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "qemu+unix:///system?socket=P, qemu:///system",
        "qemu:///system?socket=P, qemu:///system",
        "qemu+unix:///session?socket=P, qemu:///session",
        "qemu+unix:///system?socket=P&foo=bar&mode=direct, qemu:///system?foo=bar",
        "qemu+unix:///?socket=P, qemu:///",
        "remote+unix:///?socket=P, ''",
        "remote+unix:///system?socket=P&name=qemu:///system, qemu:///system",
        "qemu+tcp://127.0.0.1:16599/system, qemu:///system",
        "qemu+tls://h/system?PKIPATH=/x&No_Verify=1, qemu:///system",
        "qemu+ssh://root@h/system?keyfile=/k, qemu:///system",
        "qemu+ext:///system?command=X, qemu:///system",
        "qemu:///system?a=1&b=x%20y;c, qemu:///system?a=1&b=x%20y&c=",
        "QEMU:///system, QEMU:///system",
    })
    void tellsTheDaemonOnlyWhatConcernsIt(String text, String name) {
        assertThat(ConnectUri.parse(text).daemonUri()).isEqualTo(name);
    }

    @Test
    void parametersAreDecodedAndTheirNamesHaveNoCase() {
        ConnectUri uri = ConnectUri.parse("qemu:///system?SOCKET=/a%20b/c.sock&no_tty=1");

        assertThat(uri.parameter(UriParameter.SOCKET)).contains("/a b/c.sock");
        assertThat(uri.isSwitchedOn(UriParameter.NO_TTY)).isTrue();
        assertThat(uri.isSwitchedOn(UriParameter.NO_VERIFY)).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "qemu",
                "::::",
                "/system",
                ":///system",
                "1qemu:///system",
                "qemu+foo:///system",
                "qemu+:///system",
                "qemu+unix://host/system",
                "qemu+tcp://h:0/system",
                "qemu+tcp://h:65536/system",
                "qemu+tcp://h:x/system",
                "qemu+tcp://[::1/system",
                "qemu+tcp://[::1]x/system",
                "qemu:///sys%2",
                "qemu:///sys%zz",
                "qemu:///a?x=%00",
                "qemu:///a b",
                "qemu:///a\nb",
            })
    void refusesWhatIsNoUri(String text) {
        assertThatExceptionOfType(UriException.class)
                .isThrownBy(() -> ConnectUri.parse(text))
                .matches(e -> e.code() == ErrorCode.INVALID_ARGUMENT)
                .satisfies(e -> assertThat(e.getMessage()).isNotBlank());
    }

    @Test
    void refusesSwitchesThatAreNoNumbers() {
        ConnectUri uri = ConnectUri.parse("qemu+tls://h/system?no_verify=yes");

        assertThatExceptionOfType(UriException.class)
                .isThrownBy(() -> uri.isSwitchedOn(UriParameter.NO_VERIFY))
                .withMessageContaining("no_verify=yes");
    }

    @Test
    void everyTransportAndParameterIsFoundByItsWord() {
        for (UriTransport transport : UriTransport.values()) {
            assertThat(UriTransport.find(transport.word())).contains(transport);
        }
        for (UriParameter parameter : UriParameter.values()) {
            assertThat(UriParameter.find(parameter.word())).contains(parameter);
        }
        for (SocketMode mode : SocketMode.values()) {
            assertThat(SocketMode.find(mode.word())).contains(mode);
        }
    }
}
