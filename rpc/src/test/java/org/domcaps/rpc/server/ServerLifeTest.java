package org.domcaps.rpc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.domcaps.rpc.server.Running.soon;

import org.domcaps.rpc.message.Arguments;
import org.domcaps.rpc.message.EmulatorChoice;
import org.domcaps.rpc.message.Procedure;
import org.domcaps.rpc.message.Result;
import org.domcaps.rpc.server.ServerObserver.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// Sockets, kept answers, and the end of a server.
class ServerLifeTest {

    private static final Arguments NONE = new Arguments.None();
    private static final Arguments DEFAULTS =
            new Arguments.DomainCapabilities(EmulatorChoice.DEFAULT, 0);

    @TempDir Path folder;

    private static String document(Probe client) throws IOException {
        return client.ask(Procedure.CONNECT_GET_DOMAIN_CAPABILITIES, DEFAULTS, Result.Text::read)
                .text();
    }

    @Test
    void anAnswerIsWorkedOutOnceUntilTheStampChanges() throws IOException {
        try (Running running = Running.in(folder);
                Probe client = Probe.open(running.socket())) {
            assertThat(document(client)).isEqualTo("<domainCapabilities/>\n");
            assertThat(document(client)).isEqualTo("<domainCapabilities/>\n");
            assertThat(running.host().asked).hasValue(1);

            running.host().document = "<other/>\n";
            assertThat(document(client)).isEqualTo("<domainCapabilities/>\n");
            running.host().stamp = "second";
            assertThat(document(client)).isEqualTo("<other/>\n");
            assertThat(running.events().answered)
                    .extracting(ServerObserver.Answered::from)
                    .containsExactly(
                            Source.PROTOCOL,
                            Source.WORKED_OUT,
                            Source.KEPT,
                            Source.KEPT,
                            Source.WORKED_OUT);
        }
    }

    @Test
    void theSameQuestionOfManyIsWorkedOutOnce() throws IOException {
        try (Running running = Running.in(folder);
                Probe first = Probe.open(running.socket());
                Probe second = Probe.open(running.socket())) {
            running.host().gate = new CountDownLatch(1);
            int _ = first.call(Procedure.CONNECT_GET_DOMAIN_CAPABILITIES, DEFAULTS);
            assertThat(soon(() -> running.host().asked.get() == 1)).isTrue();
            int _ = second.call(Procedure.CONNECT_GET_DOMAIN_CAPABILITIES, DEFAULTS);
            running.host().gate.countDown();

            assertThat(first.receive().orElseThrow().payload())
                    .isEqualTo(second.receive().orElseThrow().payload());
            assertThat(running.host().asked).hasValue(1);
        }
    }

    @Test
    void whatWasWorkedAheadIsKeptForWhoAsks() throws IOException {
        try (Running running = Running.in(folder);
                Probe client = Probe.open(running.socket())) {
            running.server().workAhead(Procedure.CONNECT_GET_DOMAIN_CAPABILITIES, DEFAULTS);
            assertThat(soon(() -> running.server().answerBytes() > 0)).isTrue();

            assertThat(document(client)).isEqualTo("<domainCapabilities/>\n");
            assertThat(running.host().asked).hasValue(1);
        }
    }

    @Test
    void workAheadThatFailsIsToldAndFailsAgainForWhoAsks() throws IOException {
        Arguments refused =
                new Arguments.DomainCapabilities(
                        new EmulatorChoice(
                                Optional.empty(),
                                Optional.of("foo"),
                                Optional.empty(),
                                Optional.empty()),
                        0);
        try (Running running = Running.in(folder);
                Probe client = Probe.open(running.socket())) {
            running.server().workAhead(Procedure.CONNECT_GET_DOMAIN_CAPABILITIES, refused);
            assertThat(soon(() -> !running.events().failedAhead.isEmpty())).isTrue();

            assertThat(running.events().failedAhead)
                    .containsExactly(
                            "virConnectGetDomainCapabilities: invalid"
                                    + " argument: unknown architecture: foo");
            assertThat(client.refused(Procedure.CONNECT_GET_DOMAIN_CAPABILITIES, refused))
                    .isNotNull();
        }
    }

    @Test
    void stoppingAnswersCallsInProgressAndRemovesTheSockets() throws Exception {
        Running running = Running.in(folder);
        try (Probe busy = Probe.open(running.socket());
                Probe idle = Probe.open(running.socket())) {
            running.host().gate = new CountDownLatch(1);
            int serial = busy.call(Procedure.CONNECT_GET_DOMAIN_CAPABILITIES, DEFAULTS);
            assertThat(soon(() -> running.host().asked.get() == 1)).isTrue();
            Thread stop = Thread.ofVirtual().start(running::close);
            assertThat(idle.receive()).isEmpty();
            assertThatThrownBy(() -> Probe.connect(running.socket()))
                    .isInstanceOf(IOException.class);

            running.host().gate.countDown();
            assertThat(busy.receive().orElseThrow().header().serial()).isEqualTo(serial);
            assertThat(busy.receive()).isEmpty();
            stop.join();
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aSecondServerIsRefusedAndTheFirstGoesOn() throws IOException {
        try (Running running = Running.in(folder)) {
            assertThatThrownBy(() -> Running.in(folder))
                    .isInstanceOf(ListenException.class)
                    .hasMessageContaining("another server is listening on " + running.socket());
            try (Probe client = Probe.open(running.socket())) {
                client.ok(Procedure.CONNECT_GET_TYPE, NONE);
            }
        }
    }

    @Test
    void aSocketOfAnotherProgramIsLeftAlone() throws IOException {
        Path socket = folder.resolve("sock");
        try (ServerSocketChannel other = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            other.bind(UnixDomainSocketAddress.of(socket));

            assertThatThrownBy(() -> Running.in(folder))
                    .isInstanceOf(ListenException.class)
                    .hasMessageContaining("another server");
        }
        assertThat(socket).exists();
    }

    @Test
    void aSocketThatADeadProgramLeftIsReplaced() throws IOException {
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(folder.resolve("sock")));
        }
        Files.writeString(folder.resolve("sock.lock"), "");
        try (Running running = Running.in(folder);
                Probe client = Probe.open(running.socket())) {
            client.ok(Procedure.CONNECT_GET_TYPE, NONE);
        }
    }

    @Test
    void afileThatIsNoSocketIsLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("sock"), "precious");

        assertThatThrownBy(() -> Running.in(folder))
                .isInstanceOf(ListenException.class)
                .hasMessageContaining("is no socket");
        assertThat(file).hasContent("precious");
    }

    @Test
    void theSocketHasTheModeThatWasAskedForAndNothingHiddenStays() throws IOException {
        try (Running running = Running.in(folder)) {
            assertThat(Files.getPosixFilePermissions(running.socket()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            try (var files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("sock", "sock.lock", "sock-ro", "sock-ro.lock");
            }
        }
    }

    @Test
    void aPathThatTheKernelCannotTakeIsRefusedWithItsLength() {
        assertThatThrownBy(() -> Running.in(folder.resolve("x".repeat(100))))
                .isInstanceOf(ListenException.class)
                .hasMessageContaining("at most 107 bytes");
    }

    @Test
    void aPortInUseIsRefusedAndNothingStaysOpen() throws IOException {
        FakeAnswers host = new FakeAnswers();
        Events events = new Events();
        try (RpcServer first =
                RpcServer.start(
                        List.of(new Endpoint.Tcp("127.0.0.1", 0)),
                        host,
                        ServerLimits.DEFAULT,
                        events)) {
            int port = first.ports().getFirst();
            assertThatThrownBy(() ->
                            RpcServer.start(
                                    List.of(
                                            Running.unix(folder.resolve("sock"), false),
                                            new Endpoint.Tcp("127.0.0.1", port)),
                                    host,
                                    ServerLimits.DEFAULT,
                                    events))
                    .isInstanceOf(ListenException.class)
                    .hasMessageStartingWith("cannot listen on tcp:127.0.0.1:" + port);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void closingTwiceIsFine() {
        Running running = Running.in(folder);
        running.close();
        running.close();
    }

    @Test
    void answersThatDoNotFitMakeRoomOrAreNotKept() {
        AnswerCache cache = new AnswerCache(3000, 1);
        for (int i = 0; i < 10; i++) {
            byte[] name = {(byte) i};
            AnswerCache.Question question =
                    new AnswerCache.Question(Procedure.CONNECT_GET_DOMAIN_CAPABILITIES, name);
            AnswerCache.Answer _ =
                    cache.work(
                            question, "s", () -> new AnswerCache.Answer(new byte[1000], "about"));
            assertThat(cache.find(question, "s")).isPresent();
            assertThat(cache.find(question, "t")).isEmpty();
            assertThat(cache.size()).isLessThanOrEqualTo(3000);
        }
        AnswerCache.Question large =
                new AnswerCache.Question(Procedure.CONNECT_GET_CAPABILITIES, new byte[0]);
        AnswerCache.Answer _ =
                cache.work(large, "s", () -> new AnswerCache.Answer(new byte[4000], ""));
        assertThat(cache.find(large, "s")).isEmpty();
        cache.clear();
        assertThat(cache.size()).isZero();
        cache.close();
    }
}
