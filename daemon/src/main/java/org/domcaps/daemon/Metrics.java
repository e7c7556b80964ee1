package org.domcaps.daemon;

import org.domcaps.rpc.server.Peer;
import org.domcaps.rpc.server.ServerObserver;
import org.domcaps.rpc.server.Transport;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/// What happened so far, in numbers, as Prometheus reads them (text format 0.0.4).
///
/// Names of API functions are the server's own; a number without a name counts as `unknown`, so
/// that strangers cannot make up time series.
final class Metrics implements ServerObserver {

    private static final String UNKNOWN = "unknown";
    private static final int NANOS = 1_000_000_000;

    /// Upper bounds of the classes of durations, in nanoseconds.
    private static final long[] BOUNDS = {
        50_000, 100_000, 500_000, 1_000_000, 5_000_000, 50_000_000, 500_000_000, 5_000_000_000L
    };

    private final Map<Key, Durations> calls = new ConcurrentSkipListMap<>();
    private final Map<Transport, LongAdder> connected = new EnumMap<>(Transport.class);
    private final Map<Transport, LongAdder> disconnected = new EnumMap<>(Transport.class);
    private final LongAdder troubles = new LongAdder();

    Metrics() {
        for (Transport transport : Transport.values()) {
            connected.put(transport, new LongAdder());
            disconnected.put(transport, new LongAdder());
        }
    }

    /// What calls are told apart by.
    private record Key(String api, String from, String outcome) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byApi = api.compareTo(other.api);
            int byFrom = byApi != 0 ? byApi : from.compareTo(other.from);
            return byFrom != 0 ? byFrom : outcome.compareTo(other.outcome);
        }

        private String labels() {
            return "api=\"" + api + "\",from=\"" + from + "\",outcome=\"" + outcome + "\"";
        }
    }

    /// How long calls of one kind took.
    private static final class Durations {
        private final LongAdder[] classes = new LongAdder[BOUNDS.length + 1];
        private final LongAdder nanos = new LongAdder();

        private Durations() {
            for (int i = 0; i < classes.length; i++) {
                classes[i] = new LongAdder();
            }
        }

        private void add(long took) {
            int at = 0;
            while (at < BOUNDS.length && took > BOUNDS[at]) {
                at++;
            }
            classes[at].increment();
            nanos.add(took);
        }
    }

    @Override
    public void connected(Peer peer) {
        connected.get(peer.transport()).increment();
    }

    @Override
    public void disconnected(Peer peer, String why) {
        disconnected.get(peer.transport()).increment();
    }

    @Override
    public void answered(Answered call) {
        Key key =
                new Key(
                        call.api().startsWith("vir") ? call.api() : UNKNOWN,
                        call.from().word(),
                        call.error().isPresent() ? "error" : "ok");
        calls.computeIfAbsent(key, _ -> new Durations()).add(call.took().toNanos());
    }

    @Override
    public void trouble(String what) {
        troubles.increment();
    }

    /// The page.
    ///
    /// @param answerBytes bytes of kept answers
    String page(IntSupplier answerBytes) {
        StringBuilder page = new StringBuilder(4096);
        head(page, "domcaps_connections_total", "counter", "Connections accepted.");
        connected.forEach((transport, count) ->
                line(page, "domcaps_connections_total", transport, count.sum()));
        head(page, "domcaps_connections", "gauge", "Connections open now.");
        connected.forEach((transport, count) ->
                line(
                        page,
                        "domcaps_connections",
                        transport,
                        count.sum() - disconnected.get(transport).sum()));
        head(page, "domcaps_troubles_total", "counter", "Connections that could not be accepted.");
        page.append("domcaps_troubles_total ").append(troubles.sum()).append('\n');
        head(page, "domcaps_kept_answer_bytes", "gauge", "Bytes of answers that are kept.");
        page.append("domcaps_kept_answer_bytes ").append(answerBytes.getAsInt()).append('\n');
        head(
                page,
                "domcaps_call_duration_seconds",
                "histogram",
                "Time from a whole call to its reply.");
        calls.forEach((key, durations) -> histogram(page, key.labels(), durations));
        return page.toString();
    }

    private static void head(StringBuilder page, String name, String type, String help) {
        page.append("# HELP ").append(name).append(' ').append(help).append('\n');
        page.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void line(StringBuilder page, String name, Transport transport, long value) {
        page.append(name)
                .append("{transport=\"")
                .append(transport.word())
                .append("\"} ")
                .append(value)
                .append('\n');
    }

    private static void histogram(StringBuilder page, String labels, Durations durations) {
        String name = "domcaps_call_duration_seconds";
        long sum = 0;
        for (int i = 0; i <= BOUNDS.length; i++) {
            sum += durations.classes[i].sum();
            String bound = i < BOUNDS.length ? seconds(BOUNDS[i]) : "+Inf";
            page.append(name).append("_bucket{").append(labels);
            page.append(",le=\"").append(bound).append("\"} ").append(sum).append('\n');
        }
        page.append(name).append("_sum{").append(labels).append("} ");
        page.append(seconds(durations.nanos.sum())).append('\n');
        page.append(name).append("_count{").append(labels).append("} ").append(sum).append('\n');
    }

    /// Independent of the locale, and without the noise of binary fractions.
    private static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos).divide(BigDecimal.valueOf(NANOS)).toPlainString();
    }
}
