package org.domcaps.rpc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.domcaps.driver.ErrorDomain;
import org.domcaps.driver.Request;
import org.domcaps.error.ErrorCode;
import org.domcaps.rpc.message.Arguments;
import org.domcaps.rpc.message.EmulatorChoice;
import org.domcaps.rpc.message.ErrorRecord;
import org.domcaps.rpc.message.Frame;
import org.domcaps.rpc.message.Keepalive;
import org.domcaps.rpc.message.Procedure;
import org.domcaps.rpc.message.Result;
import org.domcaps.rpc.transport.ConnectionException;
import org.domcaps.rpc.xdr.XdrReader;
import org.domcaps.rpc.xdr.XdrWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

@Timeout(30)
class ConnectionTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final ConnectOptions WITHOUT_PULSE =
            ConnectOptions.DEFAULT.withPulse(Duration.ZERO, 0);

    @Test
    void opensAsLibvirtsClientDoes() throws Exception {
        List<String> sent = new ArrayList<>();
        CountDownLatch closed = new CountDownLatch(1);
        try (ByteServer server =
                new ByteServer(talk -> {
                    Frame auth = talk.read();
                    sent.add(HexFormat.of().formatHex(auth.toBytes()));
                    talk.reply(auth, new Result.AuthTypes(List.of(0)));
                    Frame feature = talk.read();
                    sent.add(HexFormat.of().formatHex(feature.toBytes()));
                    talk.reply(feature, new Result.Number(1));
                    Frame open = talk.read();
                    sent.add(HexFormat.of().formatHex(open.toBytes()));
                    talk.reply(open, new Result.Nothing());
                    talk.reply(talk.expect(Procedure.CONNECT_CLOSE), new Result.Nothing());
                    closed.countDown();
                })) {
            try (Connection connection = server.connect(ConnectOptions.DEFAULT)) {
                assertThat(connection.uri()).isEqualTo("qemu:///system");
                assertThat(connection.isEncrypted()).isFalse();
            }
            closed.await();
        }
        assertThat(sent)
                .containsExactly(
                        "0000001c20008086000000010000004200000000" + "00000000" + "00000000",
                        "00000020200080860000000100000" + "03c0000000000000001000000000000000a",
                        "00000038200080860000000100000001000000000000000200000000"
                                + "000000010000000e71656d753a2f2f2f73797374656d000000000000");
    }

    @Test
    void asksForTheUriIfItLeftTheChoiceToTheDaemon() throws Exception {
        try (ByteServer server =
                new ByteServer(talk -> {
                    talk.reply(talk.expect(Procedure.AUTH_LIST), new Result.AuthTypes(List.of()));
                    Frame open = talk.expect(Procedure.CONNECT_OPEN);
                    assertThat(Arguments.Open.read(new XdrReader(open.payload())))
                            .isEqualTo(new Arguments.Open(Optional.of(""), 1));
                    talk.reply(open, new Result.Nothing());
                    talk.reply(
                            talk.expect(Procedure.CONNECT_GET_URI),
                            new Result.Text("qemu:///session"));
                    talk.drain();
                })) {
            try (Connection connection =
                    Connection.open(
                            server.uri("?name="),
                            WITHOUT_PULSE.asReadOnly(),
                            ByteServer.ENVIRONMENT)) {
                assertThat(connection.uri()).isEqualTo("qemu:///session");
            }
        }
    }

    @Test
    void repliesMayComeInAnyOrderToAnyThread() throws Exception {
        int calls = 64;
        try (ByteServer server =
                        new ByteServer(talk -> {
                            talk.open();
                            List<Frame> frames = new ArrayList<>();
                            for (int i = 0; i < calls; i++) {
                                frames.add(talk.expect(Procedure.CONNECT_GET_DOMAIN_CAPABILITIES));
                            }
                            Collections.reverse(frames);
                            for (Frame frame : frames) {
                                EmulatorChoice choice =
                                        Arguments.DomainCapabilities.read(
                                                        new XdrReader(frame.payload()))
                                                .choice();
                                talk.reply(frame, new Result.Text(choice.machine().orElseThrow()));
                            }
                            talk.drain();
                        });
                Connection connection = server.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> tasks = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                String name = "machine-" + i;
                expected.add(name);
                EmulatorChoice choice =
                        new EmulatorChoice(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(name),
                                Optional.empty());
                tasks.add(() -> new String(connection.domainCapabilities(choice, 0), UTF_8));
            }
            List<String> got = new ArrayList<>();
            for (Future<String> answer : threads.invokeAll(tasks)) {
                got.add(answer.get());
            }
            assertThat(got).isEqualTo(expected);
        }
    }

    @Test
    void everyQuestionGetsItsAnswer() throws Exception {
        Result.NodeInfo node = new Result.NodeInfo("x86_64", 5, 2, 2600, 1, 1, 2, 1);
        try (ByteServer server =
                        new ByteServer(talk -> {
                            talk.open();
                            talk.reply(
                                    talk.expect(Procedure.CONNECT_GET_TYPE),
                                    new Result.Text("QEMU"));
                            talk.reply(
                                    talk.expect(Procedure.CONNECT_GET_VERSION),
                                    new Result.Version(7002022));
                            talk.reply(
                                    talk.expect(Procedure.CONNECT_GET_LIB_VERSION),
                                    new Result.Version(10007000));
                            talk.reply(talk.expect(Procedure.NODE_GET_INFO), node);
                            talk.reply(
                                    talk.expect(Procedure.CONNECT_GET_CPU_MODEL_NAMES),
                                    new Result.CpuModelNames(List.of("a", "b"), 2));
                            talk.reply(
                                    talk.expect(Procedure.CONNECT_COMPARE_HYPERVISOR_CPU),
                                    new Result.Number(2));
                            Frame baseline = talk.expect(Procedure.CONNECT_BASELINE_HYPERVISOR_CPU);
                            assertThat(
                                            Arguments.BaselineHypervisorCpu.read(
                                                            new XdrReader(baseline.payload()))
                                                    .flags())
                                    .isEqualTo(3);
                            talk.reply(baseline, new Result.Text("<cpu/>"));
                            talk.reply(
                                    talk.expect(Procedure.CONNECT_COMPARE_CPU),
                                    new Result.Number(-1));
                            talk.drain();
                        });
                Connection connection = server.connect()) {
            assertThat(connection.type()).isEqualTo("QEMU");
            assertThat(connection.hypervisorVersion()).hasToString("7.2.22");
            assertThat(connection.daemonVersion()).hasToString("10.7.0");
            assertThat(connection.nodeInfo()).isEqualTo(node);
            assertThat(connection.cpuModelNames("x86_64")).containsExactly("a", "b");
            assertThat(
                            connection.compareHypervisorCpu(
                                    EmulatorChoice.DEFAULT,
                                    "<cpu/>",
                                    Set.of(CpuOption.VALIDATE_XML)))
                    .isEqualTo(CpuComparison.SUPERSET);
            assertThat(
                            connection.baselineHypervisorCpu(
                                    EmulatorChoice.DEFAULT,
                                    List.of("<cpu/>"),
                                    Set.of(CpuOption.EXPAND_FEATURES, CpuOption.MIGRATABLE)))
                    .isEqualTo("<cpu/>");
            assertThatExceptionOfType(ConnectionException.class)
                    .isThrownBy(() -> connection.compareCpu("<cpu/>", Set.of()));
        }
    }

    @Test
    void documentsComeAsTheBytesThatWereSent() throws Exception {
        byte[] odd = {'<', (byte) 0xff, (byte) 0xfe, '>', '\r', '\n', 'x'};
        XdrWriter payload = new XdrWriter();
        payload.writeInt(odd.length);
        payload.writeOpaque(odd);
        try (ByteServer server =
                        new ByteServer(talk -> {
                            talk.open();
                            Frame call = talk.read();
                            talk.send(
                                    new Frame(
                                            Frame.reply(call.header(), new Result.Nothing())
                                                    .header(),
                                            payload.toBytes()));
                            talk.drain();
                        });
                Connection connection = server.connect()) {
            assertThat(connection.domainCapabilities(EmulatorChoice.DEFAULT, 0)).isEqualTo(odd);
        }
    }

    @Test
    void aRefusalHasTheDaemonsCodeDomainAndWords() throws Exception {
        ErrorRecord known =
                ErrorRecord.of(
                        ErrorCode.INVALID_ARGUMENT, ErrorDomain.QEMU, "unknown architecture: foo");
        ErrorRecord strange =
                new ErrorRecord(
                        777,
                        555,
                        Optional.of("never heard of"),
                        2,
                        Optional.empty(),
                        Optional.of("x"),
                        Optional.empty(),
                        4,
                        5);
        try (ByteServer server =
                        new ByteServer(talk -> {
                            talk.open();
                            talk.refuse(talk.read(), known);
                            talk.refuse(talk.read(), strange);
                            talk.reply(talk.read(), new Result.Text("still here"));
                            talk.drain();
                        });
                Connection connection = server.connect()) {
            assertThatExceptionOfType(RemoteException.class)
                    .isThrownBy(connection::hostname)
                    .satisfies(e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
                        assertThat(e.domain()).isEqualTo(ErrorDomain.QEMU);
                        assertThat(e.libvirtMessage())
                                .isEqualTo("invalid argument: unknown architecture: foo");
                        assertThat(e.error()).isEqualTo(known);
                    });
            assertThatExceptionOfType(RemoteException.class)
                    .isThrownBy(connection::hostname)
                    .satisfies(e -> {
                        assertThat(e.libvirtMessage()).isEqualTo("never heard of");
                        assertThat(e.error()).isEqualTo(strange);
                    });
            assertThat(connection.hostname()).isEqualTo("still here");
        }
    }

    @Test
    void aLateReplyIsThrownAwayAndTheConnectionLivesOn() throws Exception {
        CountDownLatch givenUp = new CountDownLatch(1);
        try (ByteServer server =
                        new ByteServer(talk -> {
                            talk.open();
                            Frame slow = talk.read();
                            givenUp.await();
                            talk.reply(slow, new Result.Text("late"));
                            talk.reply(talk.read(), new Result.Text("prompt"));
                            talk.drain();
                        });
                Connection connection =
                        server.connect(WITHOUT_PULSE.withTimeouts(Duration.ofSeconds(5), SHORT))) {
            assertThatExceptionOfType(CallAbandonedException.class)
                    .isThrownBy(connection::hostname)
                    .matches(e -> e.reason() == CallAbandonedException.Reason.TIMEOUT)
                    .withMessageContaining("virConnectGetHostname");
            givenUp.countDown();
            assertThat(connection.hostname()).isEqualTo("prompt");
            assertThat(connection.isOpen()).isTrue();
        }
    }

    @Test
    void anInterruptEndsTheCallOfThatThreadOnly() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        try (ByteServer server =
                        new ByteServer(talk -> {
                            talk.open();
                            Frame abandoned = talk.read();
                            asked.countDown();
                            interrupted.await();
                            talk.reply(talk.read(), new Result.Text("other"));
                            talk.reply(abandoned, new Result.Text("late"));
                            talk.reply(talk.read(), new Result.Text("third"));
                            talk.drain();
                        });
                Connection connection = server.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> call =
                    threads.submit(() -> {
                        assertThatExceptionOfType(CallAbandonedException.class)
                                .isThrownBy(connection::hostname)
                                .matches(e ->
                                        e.reason() == CallAbandonedException.Reason.INTERRUPTED);
                        boolean flag = Thread.currentThread().isInterrupted();
                        interrupted.countDown();
                        return flag;
                    });
            asked.await();
            call.cancel(true);
            interrupted.await();
            assertThat(connection.hostname()).isEqualTo("other");
            assertThat(connection.hostname()).isEqualTo("third");
        }
    }

    @Test
    void aThreadThatIsInterruptedBeforehandDamagesNothing() throws Exception {
        try (ByteServer server =
                        new ByteServer(talk -> {
                            talk.open();
                            talk.read();
                            talk.reply(talk.read(), new Result.Text("fine"));
                            talk.drain();
                        });
                Connection connection = server.connect()) {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(CallAbandonedException.class)
                    .isThrownBy(connection::hostname);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(connection.hostname()).isEqualTo("fine");
        }
    }

    @Test
    void pingsAreAnsweredWhileACallIsSlow() throws Exception {
        try (ByteServer server =
                        new ByteServer(talk -> {
                            talk.open();
                            Frame slow = talk.read();
                            for (int i = 0; i < 3; i++) {
                                talk.send(Keepalive.PING.frame());
                                assertThat(Keepalive.find(talk.read().header()))
                                        .contains(Keepalive.PONG);
                            }
                            talk.reply(slow, new Result.Text("slow"));
                            talk.drain();
                        });
                Connection connection = server.connect()) {
            assertThat(connection.hostname()).isEqualTo("slow");
        }
    }

    @Test
    void aDaemonWithoutSignsOfLifeIsGivenUp() throws Exception {
        List<Long> pings = Collections.synchronizedList(new ArrayList<>());
        try (ByteServer server =
                        new ByteServer(talk -> {
                            talk.reply(talk.read(), new Result.AuthTypes(List.of()));
                            talk.reply(talk.read(), new Result.Number(1));
                            talk.reply(talk.read(), new Result.Nothing());
                            long start = System.nanoTime();
                            while (true) {
                                Frame frame = talk.read();
                                if (Keepalive.find(frame.header()).isPresent()) {
                                    pings.add((System.nanoTime() - start) / 1_000_000);
                                }
                            }
                        });
                Connection connection =
                        server.connect(ConnectOptions.DEFAULT.withPulse(SHORT, 2))) {
            long start = System.nanoTime();
            assertThatExceptionOfType(ConnectionException.class)
                    .isThrownBy(connection::hostname)
                    .withMessageContaining("no sign of life");
            long millis = (System.nanoTime() - start) / 1_000_000;
            assertThat(millis).isBetween(300L, 5000L);
            assertThat(connection.isOpen()).isFalse();
            assertThat(pings).hasSize(2);
        }
    }

    @Test
    void aDaemonThatAnswersPingsMayTakeItsTime() throws Exception {
        try (ByteServer server =
                        new ByteServer(talk -> {
                            talk.reply(talk.read(), new Result.AuthTypes(List.of()));
                            talk.reply(talk.read(), new Result.Number(1));
                            talk.reply(talk.read(), new Result.Nothing());
                            Frame slow = null;
                            int pings = 0;
                            while (slow == null || pings < 8) {
                                Frame frame = talk.read();
                                if (Keepalive.find(frame.header()).isPresent()) {
                                    talk.send(Keepalive.PONG.frame());
                                    pings++;
                                } else {
                                    slow = frame;
                                }
                            }
                            talk.reply(slow, new Result.Text("at last"));
                            talk.drain();
                        });
                Connection connection =
                        server.connect(ConnectOptions.DEFAULT.withPulse(SHORT, 5))) {
            assertThat(connection.hostname()).isEqualTo("at last");
        }
    }

    @Test
    void aDaemonThatDoesNotAnswerPingsIsNotPinged() throws Exception {
        try (ByteServer server =
                        new ByteServer(talk -> {
                            talk.reply(talk.read(), new Result.AuthTypes(List.of()));
                            talk.refuse(
                                    talk.read(),
                                    ErrorRecord.of(
                                            ErrorCode.RPC,
                                            ErrorDomain.RPC,
                                            "unknown procedure: 60"));
                            talk.reply(talk.read(), new Result.Nothing());
                            Thread.sleep(5 * SHORT.toMillis());
                            talk.reply(
                                    talk.expect(Procedure.CONNECT_GET_HOSTNAME),
                                    new Result.Text("quiet"));
                            talk.drain();
                        });
                Connection connection =
                        server.connect(ConnectOptions.DEFAULT.withPulse(SHORT, 1))) {
            assertThat(connection.hostname()).isEqualTo("quiet");
        }
    }

    @Test
    void openingHasADeadline() throws Exception {
        try (ByteServer server = new ByteServer(ByteServer.Talk::drain)) {
            long start = System.nanoTime();
            assertThatExceptionOfType(ConnectionException.class)
                    .isThrownBy(() ->
                            server.connect(
                                    WITHOUT_PULSE.withTimeouts(SHORT, Duration.ofSeconds(9))))
                    .withMessageContaining("within 0.2 s");
            assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        }
    }

    @Test
    void nobodyListeningIsAnErrorThatNamesThePlace() throws Exception {
        ByteServer gone = new ByteServer(ByteServer.Talk::drain);
        gone.close();
        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(gone::connect)
                .withMessageContaining("cannot connect to 127.0.0.1:")
                .withMessageContaining("Connection refused");
    }

    @Test
    @SuppressWarnings("try") // that it is closed by hand is what the test is about
    void closingEndsTheCallsOfOthers() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (ByteServer server =
                        new ByteServer(talk -> {
                            talk.open();
                            talk.read();
                            asked.countDown();
                            talk.reply(talk.expect(Procedure.CONNECT_CLOSE), new Result.Nothing());
                        });
                Connection connection = server.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> call = threads.submit(connection::hostname);
            asked.await();
            connection.close();
            assertThat(call)
                    .failsWithin(Duration.ofSeconds(5))
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(ConnectionException.class);
            assertThatExceptionOfType(ConnectionException.class).isThrownBy(connection::hostname);
        }
    }

    @Test
    void callsWithoutRepliesAreLimited() throws Exception {
        try (ByteServer server =
                        new ByteServer(talk -> {
                            talk.open();
                            talk.drain();
                        });
                Connection connection =
                        server.connect(
                                WITHOUT_PULSE.withTimeouts(
                                        Duration.ofSeconds(5), Duration.ofNanos(1)))) {
            for (int i = 0; i < Connection.MOST_CALLS; i++) {
                assertThatExceptionOfType(CallAbandonedException.class)
                        .isThrownBy(connection::hostname);
            }
            assertThatExceptionOfType(ConnectionException.class)
                    .isThrownBy(connection::hostname)
                    .withMessageContaining("owes replies to 4096 calls");
        }
    }

    @Test
    @SuppressWarnings("try") // that it is closed by hand is part of the test
    void aDriverConnectsAgainForTheNextQuestion() throws Exception {
        AtomicBoolean first = new AtomicBoolean(true);
        try (ByteServer server =
                        new ByteServer(talk -> {
                            talk.open();
                            Frame call = talk.expect(Procedure.CONNECT_GET_DOMAIN_CAPABILITIES);
                            talk.reply(call, new Result.Text("<domainCapabilities/>\n"));
                            if (first.getAndSet(false)) {
                                talk.expect(Procedure.CONNECT_GET_DOMAIN_CAPABILITIES);
                            } else {
                                talk.drain();
                            }
                        });
                RemoteDriver driver =
                        new RemoteDriver(server.uri(), WITHOUT_PULSE, ByteServer.ENVIRONMENT)) {
            Request any = Request.defaults();
            assertThat(server.connections()).isZero();
            assertThat(driver.answer(any).text()).asString().isEqualTo("<domainCapabilities/>\n");
            assertThatExceptionOfType(ConnectionException.class)
                    .isThrownBy(() -> driver.answer(any));
            assertThat(driver.answer(any).text()).asString().isEqualTo("<domainCapabilities/>\n");
            assertThat(server.connections()).isEqualTo(2);
            driver.close();
            assertThatExceptionOfType(ConnectionException.class)
                    .isThrownBy(() -> driver.answer(any));
        }
    }
}
