package org.domcaps.rpc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.domcaps.rpc.server.Running.soon;

import org.domcaps.rpc.message.Arguments;
import org.domcaps.rpc.message.Frame;
import org.domcaps.rpc.message.MessageHeader;
import org.domcaps.rpc.message.Procedure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// More connections than a server takes, and what they cost it.
class ManyConnectionsTest {

    private static final int LIMIT = 500;
    private static final int BURST = 1000;
    private static final int BURSTS = 10;
    private static final Arguments OPENING = new Arguments.Open(Optional.of("qemu:///system"), 0);

    @TempDir Path folder;

    private static void closeAll(List<Probe> clients) throws IOException {
        for (Probe client : clients) {
            client.close();
        }
    }

    /// Opens connections that all ask at once; those beyond the limit wait for an answer.
    private static List<Probe> burst(Path socket) throws IOException {
        List<Probe> clients = new ArrayList<>();
        for (int i = 0; i < BURST; i++) {
            Probe client = Probe.connect(socket);
            int _ = client.call(Procedure.CONNECT_OPEN, OPENING);
            clients.add(client);
        }
        return clients;
    }

    @Test
    @Timeout(120)
    void tenThousandConnectionsInBurstsAboveTheLimitAreAllAnswered() throws IOException {
        try (Running running = Running.in(folder, ServerLimits.DEFAULT.withConnections(LIMIT))) {
            for (int round = 0; round < BURSTS; round++) {
                List<Probe> clients = burst(running.socket());
                assertThat(soon(() -> running.server().connections() == LIMIT)).isTrue();
                for (Probe client : clients) {
                    assertThat(running.server().connections()).isLessThanOrEqualTo(LIMIT);
                    assertThat(client.receive().orElseThrow().header().status()).isZero();
                    client.close();
                }
            }
            assertThat(soon(() -> running.server().connections() == 0)).isTrue();
            assertThat(running.events().connected).hasSize(BURSTS * BURST);
            assertThat(running.events().troubles).isEmpty();
        }
    }

    @Test
    @Timeout(120)
    void clientsThatGoAwayWhileTheyWaitLeaveNothingBehind() throws IOException {
        try (Running running = Running.in(folder, ServerLimits.DEFAULT.withConnections(LIMIT))) {
            for (int round = 0; round < BURSTS; round++) {
                closeAll(burst(running.socket()));
            }
            try (Probe last = Probe.open(running.socket())) {
                last.ok(Procedure.CONNECT_GET_TYPE, new Arguments.None());
            }
            assertThat(soon(() -> running.server().connections() == 0)).isTrue();
        }
    }

    /// Each sends all but the last byte of the largest message that is not counted, so the server
    /// holds as much for each as it ever does.
    @Test
    @Timeout(120)
    void aConnectionCostsNoMoreThanASmallMessageAndItsThread() throws IOException {
        int connections = 1000;
        try (Running running = Running.in(folder)) {
            byte[] half = almost(ServerLimits.SMALL_MESSAGE);
            long before = usedHeap();
            List<Probe> clients = new ArrayList<>();
            try {
                for (int i = 0; i < connections; i++) {
                    Probe client = Probe.connect(running.socket());
                    client.send(half);
                    clients.add(client);
                }
                assertThat(soon(() -> running.server().connections() == connections)).isTrue();
                long each = (usedHeap() - before) / connections;
                assertThat(each).isLessThan(2L * ServerLimits.SMALL_MESSAGE);
            } finally {
                closeAll(clients);
            }
        }
    }

    private static byte[] almost(int payload) {
        MessageHeader header = MessageHeader.call(Procedure.CONNECT_GET_TYPE, 0);
        byte[] whole = new Frame(header, new byte[payload]).toBytes();
        return Arrays.copyOf(whole, whole.length - 1);
    }

    private static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
