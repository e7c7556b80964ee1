package org.domcaps.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;
import org.domcaps.rpc.message.ErrorRecord;
import org.domcaps.rpc.server.Peer;
import org.domcaps.rpc.server.ServerObserver.Answered;
import org.domcaps.rpc.server.ServerObserver.Source;
import org.domcaps.rpc.server.Transport;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/// The lines of the log, to the letter: programs read them.
class DaemonLogTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-04T05:06:07.089Z"), ZoneOffset.UTC);
    private static final Peer ROOT = new Peer(3, Transport.UNIX, false, "user=root");
    private static final Peer GUEST = new Peer(4, Transport.TLS, true, "10.0.0.1:5 dn=\"CN=x\"");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private DaemonLog log(LogLevel level, boolean journal) {
        return new DaemonLog(out, level, journal, CLOCK);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Answered answered(Source from, Optional<ErrorRecord> error) {
        return new Answered(
                ROOT, "virConnectGetType", "", Duration.ofNanos(1_234_567), from, error);
    }

    private static Optional<ErrorRecord> error(String text) {
        return Optional.of(ErrorRecord.of(ErrorCode.INVALID_ARGUMENT, ErrorDomain.QEMU, text));
    }

    @Test
    void aLineHasTimeLevelEventAndFields() {
        log(LogLevel.INFO, false).answered(answered(Source.WORKED_OUT, Optional.empty()));
        assertThat(said())
                .isEqualTo(
                        "2026-03-04T05:06:07.089Z info event=call connection=3 transport=unix"
                                + " peer=\"user=root\" api=virConnectGetType from=worked-out"
                                + " us=1234 ok\n");
    }

    @Test
    void theJournalGetsThePriorityAndItsOwnTime() {
        DaemonLog log = log(LogLevel.DEBUG, true);
        log.say(LogLevel.ERROR, "event=reload-failed", "");
        log.trouble("cannot accept");
        log.connected(ROOT);
        assertThat(said())
                .isEqualTo(
                        "<3>event=reload-failed\n"
                                + "<4>event=trouble what=\"cannot accept\"\n"
                                + "<7>event=connected connection=3 transport=unix"
                                + " peer=\"user=root\"\n");
    }

    @Test
    void refusalsSayWhatWasRefusedAndStrangersCannotForgeLines() {
        log(LogLevel.INFO, true)
                .answered(answered(Source.PROTOCOL, error("a \"b\"\nevent=started")));
        assertThat(said())
                .isEqualTo(
                        "<6>event=call connection=3 transport=unix peer=\"user=root\""
                                + " api=virConnectGetType from=protocol us=1234 error=8"
                                + " message=\"invalid argument: a \\\"b\\\"?event=started\"\n");
    }

    @Test
    void keptAnswersAreForThoseWhoDebug() {
        DaemonLog info = log(LogLevel.INFO, true);
        info.answered(answered(Source.KEPT, Optional.empty()));
        info.answered(answered(Source.PROTOCOL, Optional.empty()));
        info.connected(ROOT);
        assertThat(said()).isEmpty();
        log(LogLevel.DEBUG, true).answered(answered(Source.KEPT, Optional.empty()));
        assertThat(said()).startsWith("<7>event=call ");
    }

    @Test
    void theEndOfAConnectionCountsItsCalls() {
        DaemonLog log = log(LogLevel.INFO, true);
        log.connected(GUEST);
        for (int i = 0; i < 3; i++) {
            log.answered(
                    new Answered(GUEST, "virX", "", Duration.ZERO, Source.KEPT, Optional.empty()));
        }
        log.disconnected(GUEST, "closed by the client");
        log.disconnected(GUEST, "closed by the client");
        assertThat(said().lines())
                .containsExactly(
                        "<6>event=disconnected connection=4 transport=tls readonly"
                                + " peer=\"10.0.0.1:5 dn=\\\"CN=x\\\"\" calls=3"
                                + " why=\"closed by the client\"",
                        "<6>event=disconnected connection=4 transport=tls readonly"
                                + " peer=\"10.0.0.1:5 dn=\\\"CN=x\\\"\" calls=0"
                                + " why=\"closed by the client\"");
    }
}
