package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.daemon.DaemonCheck;
import org.domcaps.daemon.DaemonOptions;
import org.domcaps.daemon.LogLevel;
import org.domcaps.document.Release;
import org.domcaps.rpc.server.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the words after `serve` make the daemon do.
class ServeCommandTest {

    private final FakeBackend backend = new FakeBackend();

    private Run serve(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "serve";
        System.arraycopy(words, 0, all, 1, words.length);
        return Run.of(new FakeShell(), backend, all);
    }

    private DaemonOptions options(String... words) {
        assertThat(serve(words)).isEqualTo(new Run(0, "", ""));
        return backend.served.getLast();
    }

    private static Endpoint unix(String path, String mode, Optional<String> group, boolean ro) {
        return new Endpoint.Unix(Path.of(path), PosixFilePermissions.fromString(mode), group, ro);
    }

    @Test
    void rootServesTheSystemsSocketForItselfAlone() {
        DaemonOptions options = options();
        assertThat(options.plain())
                .containsExactly(
                        unix("/run/domcaps/domcaps-sock", "rw-------", Optional.empty(), false));
        assertThat(options.tls()).isEmpty();
        assertThat(options.metricsPort()).isEmpty();
        assertThat(options.release()).isEqualTo(Release.NEWEST);
        assertThat(options.level()).isEqualTo(LogLevel.INFO);
        assertThat(options.limits().connections()).isEqualTo(5000);
    }

    @Test
    void othersNeedAFolderOfTheirOwn() {
        backend.privileged = false;
        assertThat(serve().err()).contains("XDG_RUNTIME_DIR is not set").contains("--socket");
        assertThat(options("--socket", "/tmp/s").plain()).hasSize(1);
    }

    @Test
    void aGroupGetsAccessUnlessTheModeSaysOtherwise() {
        assertThat(options("--socket", "/s", "--socket-group", "libvirt").plain())
                .containsExactly(unix("/s", "rw-rw----", Optional.of("libvirt"), false));
        assertThat(options("--socket", "/s", "--socket-mode", "0752").plain())
                .containsExactly(unix("/s", "rwxr-x-w-", Optional.empty(), false));
    }

    @Test
    void everyPlaceToListenAtIsTaken() {
        DaemonOptions options =
                options(
                        "--socket",
                        "/s",
                        "--readonly-socket",
                        "/r",
                        "--tcp",
                        "16509",
                        "--tls",
                        "[::1]:16514",
                        "--pki",
                        "/pki",
                        "--metrics",
                        "9177",
                        "--max-clients",
                        "7",
                        "--log-level",
                        "debug",
                        "--generation",
                        "11.3");
        assertThat(options.plain())
                .containsExactly(
                        unix("/s", "rw-------", Optional.empty(), false),
                        unix("/r", "rw-rw-rw-", Optional.empty(), true),
                        new Endpoint.Tcp("127.0.0.1", 16509));
        DaemonOptions.TlsEndpoint tls = options.tls().orElseThrow();
        assertThat(tls.host()).isEqualTo("::1");
        assertThat(tls.port()).isEqualTo(16514);
        assertThat(tls.identity().key()).isEqualTo(Path.of("/pki/serverkey.pem"));
        assertThat(options.metricsPort()).hasValue(9177);
        assertThat(options.limits().connections()).isEqualTo(7);
        assertThat(options.level()).isEqualTo(LogLevel.DEBUG);
        assertThat(options.release()).isEqualTo(new Release(11, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "--socket-mode, 0999",
        "--socket-mode, 1777",
        "--socket-mode, rw",
        "--tcp, 65536",
        "--tcp, :1",
        "--tls, host:",
        "--metrics, -1",
        "--max-clients, 0",
        "--log-level, loud"
    })
    void wrongValuesAreRefusedInOneLine(String option, String value) {
        Run run = serve(option, value);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("domcaps serve: ").contains(option).hasLineCount(1);
        assertThat(backend.served).isEmpty();
    }

    @Test
    void aUriGoesWithCheckOnly() {
        assertThat(serve("qemu:///system").err()).contains("--check");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--format json | --format goes with --check only",
                "--pki p | --pki goes with --tls only",
                "--connect qemu:///system | unknown option '--connect'",
                "--check --tcp 1 | --check asks a daemon that runs, so --tcp has no effect; leave"
                        + " one of them out",
                "--check --replay b | --check asks a daemon that runs, so --replay has no effect;"
                        + " leave one of them out",
                "--check --socket /s qemu:///system | --check asks the daemon of the URI, so"
                        + " --socket has no effect; leave one of them out"
            })
    void anOptionThatWouldHaveNoEffectIsRefused(String words, String message) {
        Run run = serve(words.split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("domcaps serve: " + message + "; see 'domcaps serve --help'\n");
        assertThat(backend.served).isEmpty();
        assertThat(backend.checked).isEmpty();
    }

    @Test
    void checkAsksTheDaemonOfTheSameOptions() {
        Run run = serve("--check", "--socket", "/s");
        assertThat(backend.checked).containsExactly("qemu+unix:///system?socket=/s");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("ok      open").contains("3.0 ms");
    }

    @Test
    void checkTellsARefusalFromADaemonThatIsNotThere() {
        DaemonCheck.Step opened = new DaemonCheck.Step("open", Duration.ZERO, "ok", true);
        DaemonCheck.Step refused = new DaemonCheck.Step("type", Duration.ZERO, "no", false);
        backend.checkSteps = List.of(opened, refused);
        assertThat(serve("--check", "qemu:///system").code()).isEqualTo(1);
        backend.checkSteps = List.of(refused);
        Run run = serve("--check", "qemu:///system", "--format", "json");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("\"passed\": false").contains("\"question\": \"type\"");
    }

    @Test
    void thePublishedSchemaDescribesTheCheck() throws IOException {
        PublishedSchema schema = new PublishedSchema("serve-check");
        schema.assertDescribes(serve("--check", "--format", "json").out());
        backend.checkSteps =
                List.of(new DaemonCheck.Step("open", Duration.ofNanos(1), "refused", false));
        schema.assertDescribes(serve("--check", "--format", "json").out());
    }
}
