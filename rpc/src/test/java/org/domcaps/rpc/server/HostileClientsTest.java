package org.domcaps.rpc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.domcaps.rpc.server.Running.soon;

import org.domcaps.rpc.message.Arguments;
import org.domcaps.rpc.message.EmulatorChoice;
import org.domcaps.rpc.message.Frame;
import org.domcaps.rpc.message.Keepalive;
import org.domcaps.rpc.message.Limits;
import org.domcaps.rpc.message.MessageHeader;
import org.domcaps.rpc.message.Procedure;
import org.domcaps.rpc.message.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Clients that break the rules, are slow, or are many. Whatever they do, others are served.
class HostileClientsTest {

    private static final Arguments NONE = new Arguments.None();
    private static final Arguments DEFAULTS =
            new Arguments.DomainCapabilities(EmulatorChoice.DEFAULT, 0);
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir Path folder;

    private static void assertServes(Path socket) throws IOException {
        try (Probe client = Probe.open(socket)) {
            assertThat(client.ask(Procedure.CONNECT_GET_TYPE, NONE, Result.Text::read).text())
                    .isEqualTo("QEMU");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 27, Limits.LONGEST_FRAME + 1, Integer.MAX_VALUE, -1})
    void anImpossibleLengthEndsTheConnectionWithoutAWord(int length) throws IOException {
        try (Running running = Running.in(folder);
                Probe client = Probe.connect(running.socket())) {
            client.send(ByteBuffer.allocate(4).putInt(length).array());

            assertThat(client.receive()).isEmpty();
            assertServes(running.socket());
        }
    }

    @Test
    void theLongestMessageIsWaitedForAndAnswered() throws IOException {
        try (Running running = Running.in(folder);
                Probe client = Probe.open(running.socket())) {
            Frame frame =
                    new Frame(
                            MessageHeader.call(Procedure.CONNECT_GET_TYPE, 5),
                            new byte[Limits.PAYLOAD]);
            client.send(frame);

            assertThat(client.receive().orElseThrow().header().status()).isZero();
        }
    }

    @Test
    void aMessageThatDoesNotEndInTimeEndsTheConnection() throws IOException {
        ServerLimits limits = ServerLimits.DEFAULT.withTimes(LONG, SHORT, LONG);
        try (Running running = Running.in(folder, limits);
                Probe client = Probe.connect(running.socket())) {
            client.send(new byte[] {0, 0, 0, 28, 1, 2});

            assertThat(client.receive()).isEmpty();
            assertThat(soon(() -> !running.events().ended.isEmpty())).isTrue();
            assertThat(running.events().ended)
                    .containsExactly("a message was not complete in time");
        }
    }

    @Test
    void aConnectionThatIsNotOpenedInTimeEnds() throws IOException {
        ServerLimits limits = ServerLimits.DEFAULT.withTimes(SHORT, LONG, LONG);
        try (Running running = Running.in(folder, limits);
                Probe idle = Probe.connect(running.socket());
                Probe opened = Probe.open(running.socket())) {
            assertThat(idle.receive()).isEmpty();
            assertThat(soon(() -> !running.events().ended.isEmpty())).isTrue();
            assertThat(running.events().ended).containsExactly("not opened in time");
            opened.ok(Procedure.CONNECT_GET_TYPE, NONE);
        }
    }

    @Test
    void messagesThatComeByteByByteAreUnderstood() throws Exception {
        try (Running running = Running.in(folder);
                Probe client = Probe.open(running.socket())) {
            for (byte b : Frame.call(Procedure.CONNECT_GET_TYPE, 3, NONE).toBytes()) {
                client.send(new byte[] {b});
                Thread.sleep(1);
            }
            assertThat(client.receive().orElseThrow().header().serial()).isEqualTo(3);
        }
    }

    @Test
    void manyMessagesInOneWriteAreAllAnswered() throws IOException {
        try (Running running = Running.in(folder);
                Probe client = Probe.open(running.socket())) {
            ByteBuffer all = ByteBuffer.allocate(100 * Limits.SHORTEST_FRAME);
            for (int i = 0; i < 100; i++) {
                all.put(Frame.call(Procedure.CONNECT_GET_TYPE, i, NONE).toBytes());
            }
            client.send(all.array());

            for (int i = 0; i < 100; i++) {
                assertThat(client.receive().orElseThrow().header().serial()).isEqualTo(i);
            }
        }
    }

    @Test
    void aPingIsAnsweredWhileACallIsWorkedOut() throws IOException {
        try (Running running = Running.in(folder);
                Probe client = Probe.open(running.socket())) {
            running.host().gate = new CountDownLatch(1);
            int serial = client.call(Procedure.CONNECT_GET_DOMAIN_CAPABILITIES, DEFAULTS);
            client.send(Keepalive.PING.frame());

            assertThat(client.receive().orElseThrow().header())
                    .isEqualTo(Keepalive.PONG.frame().header());
            running.host().gate.countDown();
            assertThat(client.receive().orElseThrow().header().serial()).isEqualTo(serial);
        }
    }

    @Test
    void aClientThatDoesNotReadDoesNotKeepOthersWaiting() throws IOException {
        ServerLimits limits = ServerLimits.DEFAULT.withTimes(LONG, SHORT, LONG);
        try (Running running = Running.in(folder, limits);
                Probe greedy = Probe.open(running.socket())) {
            running.host().document = "x".repeat(4_000_000);
            for (int i = 0; i < 3; i++) {
                int _ = greedy.call(Procedure.CONNECT_GET_DOMAIN_CAPABILITIES, DEFAULTS);
            }

            assertServes(running.socket());
            assertThat(
                            soon(() ->
                                    running.events()
                                            .ended
                                            .contains("the peer does not take its replies")))
                    .isTrue();
        }
    }

    @Test
    void clientsThatAllowItAreAskedForSignsOfLifeAndDroppedWithoutThem() throws IOException {
        ServerLimits limits = ServerLimits.DEFAULT.withTimes(LONG, LONG, Duration.ofMillis(300));
        try (Running running = Running.in(folder, limits);
                Probe quiet = Probe.open(running.socket());
                Probe asked = Probe.open(running.socket())) {
            asked.ok(Procedure.CONNECT_SUPPORTS_FEATURE, new Arguments.Number(10));

            assertThat(asked.receive().orElseThrow().header())
                    .isEqualTo(Keepalive.PING.frame().header());
            assertThat(soon(() -> running.events().ended.contains("no sign of life"))).isTrue();
            // Who did not ask is never sent anything that it does not expect.
            quiet.ok(Procedure.CONNECT_GET_TYPE, NONE);
        }
    }

    @Test
    void moreConnectionsThanAllowedWaitUntilOthersEnd() throws Exception {
        try (Running running = Running.in(folder, ServerLimits.DEFAULT.withConnections(2));
                Probe first = Probe.open(running.socket());
                Probe second = Probe.open(running.socket())) {
            CountDownLatch served = new CountDownLatch(1);
            Thread third =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    assertServes(running.socket());
                                    served.countDown();
                                } catch (IOException _) {
                                    // The latch stays as it is.
                                }
                            });
            assertThat(served.await(300, TimeUnit.MILLISECONDS)).isFalse();
            second.ok(Procedure.CONNECT_GET_TYPE, NONE);
            first.ok(Procedure.CONNECT_CLOSE, NONE);
            third.join();
            assertThat(served.getCount()).isZero();
        }
    }

    @Test
    void twoThousandConnectionsAreServed() throws IOException {
        try (Running running = Running.in(folder)) {
            List<Probe> clients = new ArrayList<>();
            try {
                for (int i = 0; i < 2000; i++) {
                    clients.add(Probe.open(running.socket()));
                }
                assertThat(running.server().connections()).isEqualTo(2000);
                for (Probe client : clients) {
                    client.ok(Procedure.CONNECT_GET_DOMAIN_CAPABILITIES, DEFAULTS);
                }
                assertThat(running.host().asked).hasValue(1);
            } finally {
                for (Probe client : clients) {
                    client.close();
                }
            }
            assertThat(soon(() -> running.server().connections() == 0)).isTrue();
        }
    }

    @Test
    void noiseEndsAConnectionOrIsAnsweredAndNothingElseHappens() throws IOException {
        Random random = new Random(20_260_101);
        try (Running running = Running.in(folder)) {
            for (int round = 0; round < 300; round++) {
                try (Probe client = Probe.connect(running.socket())) {
                    client.send(noise(random, round));
                    client.finish();
                    while (client.receive().isPresent()) {
                        // Replies to what happened to be calls.
                    }
                } catch (IOException _) {
                    // The server may end the connection while the noise is on its way.
                }
            }
            assertServes(running.socket());
            assertThat(soon(() -> running.server().connections() == 0)).isTrue();
            assertThat(running.events().troubles).isEmpty();
        }
    }

    /// Pure noise, and calls with noise in them.
    private static byte[] noise(Random random, int round) {
        byte[] bytes = new byte[random.nextInt(400)];
        random.nextBytes(bytes);
        if (round % 2 == 0 && bytes.length >= Limits.SHORTEST_FRAME) {
            int procedure = 1 + random.nextInt(Procedure.LAST);
            byte[] head =
                    ByteBuffer.allocate(Limits.SHORTEST_FRAME)
                            .putInt(bytes.length)
                            .putInt(0x20008086)
                            .putInt(1)
                            .putInt(procedure)
                            .putInt(random.nextInt(7))
                            .putInt(round)
                            .putInt(0)
                            .array();
            System.arraycopy(head, 0, bytes, 0, head.length);
        }
        return bytes;
    }

    @Test
    void stringsThatClaimToBeHugeAreRefusedAndCostNothing() throws IOException {
        try (Running running = Running.in(folder);
                Probe client = Probe.open(running.socket())) {
            for (int count : new int[] {Integer.MAX_VALUE, -1, 4_194_305}) {
                byte[] payload = ByteBuffer.allocate(12).putInt(1).putInt(count).array();
                Frame call =
                        new Frame(
                                MessageHeader.call(Procedure.CONNECT_GET_DOMAIN_CAPABILITIES, 1),
                                payload);
                assertThat(client.refused(call).message())
                        .contains("Unable to decode message payload");
            }
        }
    }

    @Test
    void aMessageThatIsLargerThanAllMayTakeTogetherIsRefusedAtOnce() throws IOException {
        ServerLimits limits = new ServerLimits(100, 5, 4, 8 << 20, 1 << 20, LONG, LONG, LONG, 5);
        try (Running running = Running.in(folder, limits);
                Probe client = Probe.open(running.socket())) {
            Frame tooLarge =
                    new Frame(
                            MessageHeader.call(Procedure.CONNECT_GET_TYPE, 5), new byte[16 << 20]);
            try {
                client.send(tooLarge);
                assertThat(client.receive()).isEmpty();
            } catch (IOException _) {
                // The server need not take all of it before it hangs up.
            }
            assertServes(running.socket());
            assertThat(
                            soon(() ->
                                    running.events().ended.stream()
                                            .anyMatch(why ->
                                                    why.startsWith("no room for a message"))))
                    .isTrue();
        }
    }

    @Test
    void callsBeyondTheLimitOfAConnectionWaitAndAreAllAnswered() throws IOException {
        try (Running running = Running.in(folder);
                Probe client = Probe.open(running.socket())) {
            running.host().gate = new CountDownLatch(1);
            for (int i = 0; i < 20; i++) {
                int _ =
                        client.call(
                                Procedure.CONNECT_GET_DOMAIN_CAPABILITIES,
                                new Arguments.DomainCapabilities(
                                        new EmulatorChoice(
                                                Optional.of("/bin/e" + i),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty()),
                                        0));
            }
            assertThat(soon(() -> running.host().asked.get() == 5)).isTrue();
            running.host().gate.countDown();
            for (int i = 0; i < 20; i++) {
                assertThat(client.receive().orElseThrow().header().status()).isZero();
            }
        }
    }
}
