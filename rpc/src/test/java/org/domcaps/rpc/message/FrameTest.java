package org.domcaps.rpc.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/// Messages cut out of a stream.
class FrameTest {

    private static final Frame CALL =
            Frame.call(
                    Procedure.CONNECT_GET_DOMAIN_CAPABILITIES,
                    6,
                    new Arguments.DomainCapabilities(EmulatorChoice.DEFAULT, 0));

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static void assertSame(Frame read, Frame written) {
        assertThat(read.header()).isEqualTo(written.header());
        assertThat(read.payload()).isEqualTo(written.payload());
    }

    @Test
    void aMessageReadsAsItWasWritten() throws IOException {
        assertSame(Frame.read(stream(CALL.toBytes())).orElseThrow(), CALL);
    }

    @Test
    void payloadsOfAnyLengthArrive() throws IOException {
        Random random = new Random(5);
        for (int length : new int[] {0, 1, 4, 8191, 8192, 8193, 70_000, 1_000_003}) {
            byte[] payload = new byte[length];
            random.nextBytes(payload);
            Frame frame = new Frame(CALL.header(), payload);

            assertSame(Frame.read(new Trickle(frame.toBytes())).orElseThrow(), frame);
        }
    }

    @Test
    void aStreamThatEndsBetweenMessagesIsNoError() throws IOException {
        assertThat(Frame.read(stream(new byte[0]))).isEmpty();
    }

    @Test
    void aStreamThatEndsInsideAMessageIsOne() {
        byte[] bytes = CALL.toBytes();
        for (int length = 1; length < bytes.length; length++) {
            byte[] part = Arrays.copyOf(bytes, length);

            assertThatThrownBy(() -> Frame.read(stream(part)))
                    .isInstanceOf(EOFException.class)
                    .hasMessageContaining("inside a message");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 27, Limits.LONGEST_FRAME + 1, Integer.MAX_VALUE, -1})
    void impossibleLengthsAreRefused(int length) {
        byte[] word = ByteBuffer.allocate(4).putInt(length).array();

        assertThatThrownBy(() -> Frame.read(stream(word)))
                .isInstanceOf(FrameException.class)
                .hasMessageContaining(Integer.toUnsignedString(length));
    }

    @Test
    void theLongestMessageIsWaitedForWithoutRoomForAllOfIt() {
        byte[] start = ByteBuffer.allocate(30).putInt(Limits.LONGEST_FRAME).array();

        assertThatThrownBy(() -> Frame.read(stream(start)))
                .isInstanceOf(EOFException.class)
                .hasMessageContaining("after 2 of " + Limits.PAYLOAD + " bytes");
    }

    @Test
    void aPayloadThatIsTooLargeIsNotWritten() {
        Frame frame = new Frame(CALL.header(), new byte[Limits.PAYLOAD + 1]);

        assertThatThrownBy(frame::toBytes).isInstanceOf(FrameException.class);
    }

    @Test
    void aReplyRepeatsProgramVersionProcedureAndSerial() {
        MessageHeader call = new MessageHeader(1, 2, -3, 0, 5, 0);

        assertThat(call.reply(MessageStatus.ERROR)).isEqualTo(new MessageHeader(1, 2, -3, 1, 5, 1));
    }

    @Test
    void signsOfLifeAreFramesWithoutContent() {
        assertThat(HexFormat.of().formatHex(Keepalive.PING.frame().toBytes()))
                .isEqualTo("0000001c6b65657000000001000000010000000200000000" + "00000000");
        assertThat(Keepalive.find(Keepalive.PONG.frame().header())).contains(Keepalive.PONG);
        assertThat(Keepalive.find(CALL.header())).isEmpty();
    }

    /// Gives a few bytes at a time.
    private static final class Trickle extends InputStream {
        private final byte[] bytes;
        private int position;

        Trickle(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return position == bytes.length ? -1 : bytes[position++] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (position == bytes.length) {
                return -1;
            }
            int count = Math.min(Math.min(length, 1000), bytes.length - position);
            System.arraycopy(bytes, position, into, offset, count);
            position += count;
            return count;
        }
    }
}
