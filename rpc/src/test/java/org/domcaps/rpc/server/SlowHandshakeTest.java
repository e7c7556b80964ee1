package org.domcaps.rpc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.domcaps.rpc.server.Running.soon;

import org.domcaps.rpc.message.Arguments;
import org.domcaps.rpc.message.Procedure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;

import javax.net.ssl.SSLContext;

/// Clients that begin a TLS handshake and never end it.
class SlowHandshakeTest {

    /// The head of a record that announces a greeting of 512 bytes.
    private static final byte[] HEAD = {22, 3, 1, 2, 0};

    private static final Duration SHORT = Duration.ofMillis(700);
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir Path folder;
    private final Events events = new Events();
    private SSLContext context;

    @BeforeEach
    void withoutCertificates() throws GeneralSecurityException {
        context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
    }

    private RpcServer start(Duration opening) {
        return RpcServer.start(
                List.of(
                        Running.unix(folder.resolve("sock"), false),
                        new Endpoint.Tls("127.0.0.1", 0, () -> context)),
                new FakeAnswers(),
                ServerLimits.DEFAULT.withConnections(1).withTimes(opening, LONG, LONG),
                events);
    }

    private static Socket begin(RpcServer server) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.ports().getLast());
        socket.getOutputStream().write(HEAD);
        return socket;
    }

    /// Sends a byte every now and then, so that no silence is ever long, until the server hangs up.
    private static void trickle(Socket socket) {
        try {
            while (true) {
                socket.getOutputStream().write(1);
                Thread.sleep(Duration.ofMillis(50));
            }
        } catch (IOException | InterruptedException _) {
            // The server hung up.
        }
    }

    @Test
    @Timeout(60)
    void aHandshakeInSmallPiecesHoldsItsPlaceNoLongerThanTheLimit() throws Exception {
        try (RpcServer server = start(SHORT);
                Socket slow = begin(server)) {
            long start = System.nanoTime();
            Thread sender = Thread.ofVirtual().start(() -> trickle(slow));

            assertHungUp(slow);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertThat(took).isBetween(SHORT, Duration.ofSeconds(10));
            assertThat(soon(() -> !events.troubles.isEmpty())).isTrue();
            assertThat(events.troubles.getFirst())
                    .startsWith("refused on tls:")
                    .contains("the handshake took longer than");
            sender.join();
            // There is one place only, and it is free again.
            try (Probe other = Probe.open(folder.resolve("sock"))) {
                other.ok(Procedure.CONNECT_GET_TYPE, new Arguments.None());
            }
        }
    }

    private static void assertHungUp(Socket socket) {
        try {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        } catch (IOException _) {
            // Hung up while bytes were on their way.
        }
    }

    @Test
    @Timeout(60)
    void aServerThatStopsDoesNotWaitForAHandshake() throws Exception {
        try (RpcServer server = start(LONG);
                Socket slow = begin(server)) {
            long start = System.nanoTime();
            Thread sender = Thread.ofVirtual().start(() -> trickle(slow));
            server.stop();
            sender.join();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(10));
        }
    }
}
