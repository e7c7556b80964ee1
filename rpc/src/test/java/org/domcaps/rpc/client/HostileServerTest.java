package org.domcaps.rpc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.domcaps.rpc.message.Frame;
import org.domcaps.rpc.message.MessageHeader;
import org.domcaps.rpc.transport.ConnectionException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What comes from a server that means harm, or is none of libvirt's: one clear error for everybody
/// who waits, at once, and never a hang.
@Timeout(30)
class HostileServerTest {

    /// What the server does instead of a proper reply.
    enum Trick {
        CLOSES(true) {
            @Override
            void play(ByteServer.Talk talk, Frame call) {}
        },
        HALF_A_LENGTH(true) {
            @Override
            void play(ByteServer.Talk talk, Frame call) throws Exception {
                talk.hex("0000");
            }
        },
        HALF_A_HEADER(true) {
            @Override
            void play(ByteServer.Talk talk, Frame call) throws Exception {
                talk.hex("00000024 20008086 0000");
            }
        },
        HALF_A_PAYLOAD(true) {
            @Override
            void play(ByteServer.Talk talk, Frame call) throws Exception {
                talk.hex("02000004 20008086 00000001 0000003b 00000001");
                talk.hex(HexFormat.of().toHexDigits(call.header().serial()) + "00000000 00000001");
            }
        },
        LENGTH_ZERO(true) {
            @Override
            void play(ByteServer.Talk talk, Frame call) throws Exception {
                talk.hex("00000000");
                talk.drain();
            }
        },
        LENGTH_TOO_SHORT(true) {
            @Override
            void play(ByteServer.Talk talk, Frame call) throws Exception {
                talk.hex("0000001b");
                talk.drain();
            }
        },
        LENGTH_TOO_LONG(true) {
            @Override
            void play(ByteServer.Talk talk, Frame call) throws Exception {
                talk.hex("02000005");
                talk.drain();
            }
        },
        LENGTH_NEGATIVE(true) {
            @Override
            void play(ByteServer.Talk talk, Frame call) throws Exception {
                talk.hex("ffffffff");
                talk.drain();
            }
        },
        ANOTHER_PROTOCOL(true) {
            @Override
            void play(ByteServer.Talk talk, Frame call) throws Exception {
                talk.raw("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
                talk.drain();
            }
        },
        WRONG_SERIAL(true) {
            @Override
            void play(ByteServer.Talk talk, Frame call) throws Exception {
                MessageHeader h = call.header();
                send(talk, h.program(), h.version(), h.procedure(), 1, h.serial() + 1000, 0);
            }
        },
        WRONG_PROCEDURE(true) {
            @Override
            void play(ByteServer.Talk talk, Frame call) throws Exception {
                MessageHeader h = call.header();
                send(talk, h.program(), h.version(), h.procedure() + 1, 1, h.serial(), 0);
            }
        },
        WRONG_PROGRAM(true) {
            @Override
            void play(ByteServer.Talk talk, Frame call) throws Exception {
                MessageHeader h = call.header();
                send(talk, 0x12345678, h.version(), h.procedure(), 1, h.serial(), 0);
            }
        },
        WRONG_VERSION(true) {
            @Override
            void play(ByteServer.Talk talk, Frame call) throws Exception {
                MessageHeader h = call.header();
                send(talk, h.program(), 2, h.procedure(), 1, h.serial(), 0);
            }
        },
        CALLS_BACK(true) {
            @Override
            void play(ByteServer.Talk talk, Frame call) throws Exception {
                MessageHeader h = call.header();
                send(talk, h.program(), h.version(), h.procedure(), 0, h.serial(), 0);
            }
        },
        UNKNOWN_TYPE(true) {
            @Override
            void play(ByteServer.Talk talk, Frame call) throws Exception {
                MessageHeader h = call.header();
                send(talk, h.program(), h.version(), h.procedure(), 99, h.serial(), 0);
            }
        },
        UNKNOWN_STATUS(false) {
            @Override
            void play(ByteServer.Talk talk, Frame call) throws Exception {
                MessageHeader h = call.header();
                send(talk, h.program(), h.version(), h.procedure(), 1, h.serial(), 9);
            }
        },
        NO_PAYLOAD(false) {
            @Override
            void play(ByteServer.Talk talk, Frame call) throws Exception {
                MessageHeader h = call.header();
                send(talk, h.program(), h.version(), h.procedure(), 1, h.serial(), 0);
            }
        },
        ERROR_WITHOUT_PAYLOAD(false) {
            @Override
            void play(ByteServer.Talk talk, Frame call) throws Exception {
                MessageHeader h = call.header();
                send(talk, h.program(), h.version(), h.procedure(), 1, h.serial(), 1);
            }
        },
        STRING_LONGER_THAN_THE_MESSAGE(false) {
            @Override
            void play(ByteServer.Talk talk, Frame call) throws Exception {
                MessageHeader h = call.header();
                send(talk, h.program(), h.version(), h.procedure(), 1, h.serial(), 0, "00400000");
            }
        },
        STRING_LONGER_THAN_ALLOWED(false) {
            @Override
            void play(ByteServer.Talk talk, Frame call) throws Exception {
                MessageHeader h = call.header();
                send(talk, h.program(), h.version(), h.procedure(), 1, h.serial(), 0, "7fffffff");
            }
        };

        /// Whether the connection is of no use afterwards.
        private final boolean breaks;

        Trick(boolean breaks) {
            this.breaks = breaks;
        }

        abstract void play(ByteServer.Talk talk, Frame call) throws Exception;

        private static void send(ByteServer.Talk talk, int... words) throws Exception {
            send(talk, words[0], words[1], words[2], words[3], words[4], words[5], "");
            talk.drain();
        }

        private static void send(
                ByteServer.Talk talk,
                int program,
                int version,
                int procedure,
                int type,
                int serial,
                int status,
                String payload)
                throws Exception {
            StringBuilder hex = new StringBuilder();
            hex.append(HexFormat.of().toHexDigits(28 + payload.length() / 2));
            for (int word : new int[] {program, version, procedure, type, serial, status}) {
                hex.append(HexFormat.of().toHexDigits(word));
            }
            talk.hex(hex + payload);
            if (!payload.isEmpty()) {
                talk.drain();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void afterTheOpeningEveryWaitingCallFails(Trick trick) throws Exception {
        try (ByteServer server =
                        new ByteServer(talk -> {
                            talk.open();
                            List<Frame> calls = new ArrayList<>();
                            for (int i = 0; i < 3; i++) {
                                calls.add(talk.read());
                            }
                            trick.play(talk, calls.getFirst());
                        });
                Connection connection =
                        server.connect(
                                ConnectOptions.DEFAULT
                                        .withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(700))
                                        .withPulse(Duration.ZERO, 0));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> call = connection::hostname;
            int broken = 0;
            for (Future<String> each : threads.invokeAll(List.of(call, call, call))) {
                broken += isConnectionException(each) ? 1 : 0;
            }
            assertThat(broken).isEqualTo(trick.breaks ? 3 : 1);
            assertThat(connection.isOpen()).isEqualTo(!trick.breaks);
            if (trick.breaks) {
                assertThatExceptionOfType(ConnectionException.class)
                        .isThrownBy(connection::hostname)
                        .satisfies(e -> assertThat(e.getMessage()).contains("127.0.0.1"));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void duringTheOpeningItFails(Trick trick) throws Exception {
        try (ByteServer server =
                new ByteServer(talk -> {
                    trick.play(talk, talk.read());
                })) {
            assertThatExceptionOfType(ConnectionException.class)
                    .isThrownBy(() ->
                            server.connect(
                                    ConnectOptions.DEFAULT.withTimeouts(
                                            Duration.ofSeconds(5), Duration.ofSeconds(5))))
                    .satisfies(e -> assertThat(e.getMessage()).contains("127.0.0.1"))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("let us in"));
        }
    }

    private static boolean isConnectionException(Future<String> call) throws Exception {
        try {
            call.get();
            return false;
        } catch (ExecutionException e) {
            return e.getCause() instanceof ConnectionException;
        }
    }
}
