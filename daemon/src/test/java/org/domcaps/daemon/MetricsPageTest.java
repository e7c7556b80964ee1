package org.domcaps.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;
import org.domcaps.rpc.message.ErrorRecord;
import org.domcaps.rpc.server.ListenException;
import org.domcaps.rpc.server.Peer;
import org.domcaps.rpc.server.ServerObserver.Answered;
import org.domcaps.rpc.server.ServerObserver.Source;
import org.domcaps.rpc.server.Transport;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// What Prometheus is given.
class MetricsPageTest {

    private static final Peer PEER = new Peer(1, Transport.UNIX, false, "user=root");

    private final Metrics metrics = new Metrics();

    private void answer(String api, Duration took, Optional<ErrorRecord> error) {
        metrics.answered(new Answered(PEER, api, "", took, Source.KEPT, error));
    }

    private String page() {
        return metrics.page(() -> 4096);
    }

    @Test
    void connectionsAreCountedByTransport() {
        metrics.connected(PEER);
        metrics.connected(PEER);
        metrics.disconnected(PEER, "closed by the client");
        metrics.trouble("cannot accept");
        assertThat(page())
                .contains("\ndomcaps_connections_total{transport=\"unix\"} 2\n")
                .contains("\ndomcaps_connections_total{transport=\"tls\"} 0\n")
                .contains("\ndomcaps_connections{transport=\"unix\"} 1\n")
                .contains("\ndomcaps_troubles_total 1\n")
                .contains("\ndomcaps_kept_answer_bytes 4096\n");
    }

    @Test
    void durationsAreAHistogramWhoseClassesAddUp() {
        answer("virA", Duration.ofNanos(50_000), Optional.empty());
        answer("virA", Duration.ofNanos(50_001), Optional.empty());
        answer("virA", Duration.ofSeconds(9), Optional.empty());
        String labels = "{api=\"virA\",from=\"kept\",outcome=\"ok\"";
        String name = "domcaps_call_duration_seconds";
        assertThat(page())
                .contains(name + "_bucket" + labels + ",le=\"0.00005\"} 1\n")
                .contains(name + "_bucket" + labels + ",le=\"0.0001\"} 2\n")
                .contains(name + "_bucket" + labels + ",le=\"5\"} 2\n")
                .contains(name + "_bucket" + labels + ",le=\"+Inf\"} 3\n")
                .contains(name + "_sum" + labels + "} 9.000100001\n")
                .contains(name + "_count" + labels + "} 3\n");
    }

    @Test
    void strangersCannotMakeUpTimeSeries() {
        for (int i = 0; i < 1000; i++) {
            answer("program 1 procedure " + i, Duration.ZERO, Optional.empty());
        }
        answer(
                "virA",
                Duration.ZERO,
                Optional.of(ErrorRecord.of(ErrorCode.INTERNAL, ErrorDomain.QEMU, "x")));
        assertThat(page().lines().filter(line -> line.contains("_count{")))
                .containsExactly(
                        "domcaps_call_duration_seconds_count"
                                + "{api=\"unknown\",from=\"kept\",outcome=\"ok\"} 1000",
                        "domcaps_call_duration_seconds_count"
                                + "{api=\"virA\",from=\"kept\",outcome=\"error\"} 1");
    }

    @Test
    void everySeriesIsDescribedOnce() {
        answer("virA", Duration.ZERO, Optional.empty());
        String page = page();
        assertThat(page.lines().filter(line -> line.startsWith("# TYPE ")))
                .doesNotHaveDuplicates()
                .hasSize(5);
        assertThat(page.lines().filter(line -> line.startsWith("# HELP "))).hasSize(5);
        assertThat(page).endsWith("\n");
    }

    private static HttpURLConnection ask(MetricsPage page, String method, String path)
            throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + page.port() + path);
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestMethod(method);
        return connection;
    }

    @Test
    void thePageIsReadOverHttpUnderItsPathOnly() throws IOException {
        try (MetricsPage page = MetricsPage.open(0, () -> "metric 1\n")) {
            HttpURLConnection good = ask(page, "GET", "/metrics");
            assertThat(good.getResponseCode()).isEqualTo(200);
            assertThat(good.getContentType()).startsWith("text/plain; version=0.0.4");
            assertThat(new String(good.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("metric 1\n");
            assertThat(ask(page, "GET", "/metrics/more").getResponseCode()).isEqualTo(404);
            assertThat(ask(page, "GET", "/").getResponseCode()).isEqualTo(404);
            assertThat(ask(page, "POST", "/metrics").getResponseCode()).isEqualTo(405);
            assertThatThrownBy(() -> MetricsPage.open(page.port(), () -> ""))
                    .isInstanceOf(ListenException.class)
                    .hasMessageContaining("cannot listen on port " + page.port() + " for metrics");
        }
    }
}
