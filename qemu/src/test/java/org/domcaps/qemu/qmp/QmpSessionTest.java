package org.domcaps.qemu.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.domcaps.error.ErrorCode;
import org.domcaps.json.JsonValue;
import org.domcaps.qemu.qmp.QmpChannel.Pending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

class QmpSessionTest {

    private static final String GREETING =
            "{\"QMP\": {\"version\": {\"qemu\": {\"major\": 9}}, \"capabilities\": [\"oob\"]}}\r\n";
    private static final QmpRequest KVM = QmpRequest.of("query-kvm");

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    private QmpSession session(String received) {
        return session(new ByteArrayInputStream(received.getBytes(UTF_8)));
    }

    private QmpSession session(InputStream received) {
        return new QmpSession(received, sent);
    }

    private static QmpReply text(String value) {
        return new QmpReply.Returned(JsonValue.of(value));
    }

    private static void assertBreaks(QmpSession session, String... words) {
        assertThatThrownBy(() -> session.ask(KVM))
                .isInstanceOfSatisfying(
                        QmpException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL))
                .hasMessageContainingAll(words)
                .message()
                .doesNotContain("\n")
                .hasSizeLessThan(300);
    }

    @Test
    void requestsGoOutOneALineWithNumbersThatCountUp() {
        QmpSession session = session("{\"return\": {}}\r\n{\"return\": {}}\r\n");

        session.ask(QmpRequest.of("qmp_capabilities"));
        session.ask(QmpRequest.of("qom-list-properties", "typename", "none-machine"));

        assertThat(sent.toString(UTF_8))
                .isEqualTo(
                        """
                        {"execute":"qmp_capabilities","id":"libvirt-1"}\r
                        {"execute":"qom-list-properties","arguments":{"typename":"none-machine"},"id":"libvirt-2"}\r
                        """);
    }

    @Test
    void greetingAndEventsArePassedOver() {
        QmpSession session =
                session(
                        GREETING
                                + "{\"timestamp\": {\"seconds\": 1}, \"event\": \"RESUME\"}\r\n"
                                + "{\"return\": \"yes\", \"id\": \"libvirt-1\"}\r\n");

        assertThat(session.ask(KVM)).isEqualTo(text("yes"));
    }

    @Test
    void anErrorReplyIsAReply() {
        QmpSession session =
                session(
                        "{\"id\": \"libvirt-1\", \"error\": {\"class\": \"CommandNotFound\","
                                + " \"desc\": \"no such\"}}\n");

        assertThat(session.ask(KVM)).isEqualTo(new QmpReply.Failed("CommandNotFound", "no such"));
    }

    @Test
    void anErrorReplyWithoutClassOrTextStillIsOne() {
        assertThat(session("{\"error\": {}}\n").ask(KVM))
                .isEqualTo(new QmpReply.Failed("GenericError", "no description"));
        assertThat(session("{\"error\": 1}\n").ask(KVM))
                .isEqualTo(new QmpReply.Failed("GenericError", "no description"));
    }

    @Test
    void repliesMayBeAwaitedInAnyOrder() {
        QmpSession session =
                session(
                        GREETING
                                + "{\"return\": \"a\"}\n"
                                + "{\"event\": \"STOP\"}\n"
                                + "{\"return\": \"b\"}\n"
                                + "{\"return\": \"c\"}\n");
        Pending first = session.send(KVM);
        Pending second = session.send(KVM);
        Pending third = session.send(KVM);

        assertThat(third.await()).isEqualTo(text("c"));
        assertThat(first.await()).isEqualTo(text("a"));
        assertThat(second.await()).isEqualTo(text("b"));
        assertThat(second.await()).as("asked twice").isEqualTo(text("b"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64})
    void messagesMayComeInPieces(int piece) {
        String received = GREETING + "{\"return\": \"ä €\"}\r\n{\"return\": [1, 2]}\r\n";
        QmpSession session = session(new Pieces(received.getBytes(UTF_8), piece));

        assertThat(session.ask(KVM)).isEqualTo(text("ä €"));
        assertThat(session.ask(KVM)).isInstanceOf(QmpReply.Returned.class);
    }

    @Test
    void manyRequestsMayBeSentAhead() {
        int count = 5_000;
        StringBuilder received = new StringBuilder(GREETING);
        for (int i = 1; i <= count; i++) {
            received.append("{\"return\": ").append(i).append(", \"id\": \"libvirt-").append(i);
            received.append("\"}\r\n{\"event\": \"NOISE\"}\r\n");
        }
        QmpSession session = session(received.toString());
        List<Pending> pending = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pending.add(session.send(KVM));
        }

        for (int i = count - 1; i >= 0; i--) {
            assertThat(pending.get(i).await())
                    .isEqualTo(new QmpReply.Returned(JsonValue.of(i + 1)));
        }
    }

    @Test
    void aLongMessageIsReadWhole() {
        String value = "x".repeat(3 << 20);

        assertThat(session(GREETING + "{\"return\": \"" + value + "\"}\n").ask(KVM))
                .isEqualTo(text(value));
    }

    @Test
    void aReplyWithAnotherRequestsIdBreaksTheConversation() {
        assertBreaks(
                session("{\"return\": {}, \"id\": \"libvirt-7\"}\n"),
                "query-kvm",
                "another request's id");
    }

    @Test
    void aReplyThatComesEarlyWaitsForItsRequest() {
        QmpSession session = session("{\"return\": 1}\n{\"return\": 2}\n");
        Pending early = session.send(KVM);

        assertThat(early.await()).isEqualTo(new QmpReply.Returned(JsonValue.of(1)));
        assertThat(session.ask(KVM)).isEqualTo(new QmpReply.Returned(JsonValue.of(2)));
        assertBreaks(session, "ended the conversation");
    }

    @Test
    void anObjectThatIsNoMessageBreaksTheConversation() {
        assertBreaks(session("{\"hello\": 1}\n"), "no QMP", "{\"hello\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]\n", "\"return\"\n", "17\n", "null\n"})
    void whatIsNoObjectBreaksTheConversation(String line) {
        assertBreaks(session(line), "no QMP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qemu: could not open display\n",
                "{\"return\": {}\n",
                "{\"return\": {}} trailing\n",
                "{'return': {}}\n",
                "\n",
                "\r\n"
            })
    void whatIsNoJsonBreaksTheConversation(String line) {
        assertBreaks(session(line), "no JSON");
    }

    @Test
    void binaryIsQuotedWithoutControlCharacters() {
        byte[] binary = "\u007fELF\u0002\u0001\u0001\u001b[31m\u00ff\u0000\n".getBytes(ISO_8859_1);

        assertBreaks(session(new ByteArrayInputStream(binary)), "\"?ELF????[31m??");
    }

    @Test
    void onlyTheBeginningOfGarbageIsQuoted() {
        assertBreaks(session("g".repeat(10_000) + "\n"), "g".repeat(60) + "…");
    }

    @Test
    void anEarlyEndNamesTheQuestion() {
        assertBreaks(
                session(GREETING), "QEMU ended the conversation before it replied to 'query-kvm'");
        assertBreaks(session(""), "before it replied to 'query-kvm'");
    }

    @Test
    void anEndInTheMiddleOfAMessageQuotesIt() {
        assertBreaks(
                session("{\"return\": {\"enab"), "query-kvm", "in the middle of a message", "enab");
    }

    @Test
    void afterTheEndItStaysBroken() {
        QmpSession session = session("");

        assertBreaks(session, "ended the conversation");
        assertBreaks(session, "ended the conversation");
    }

    @Test
    void aMessageOverTheLimitIsRefusedWithoutReadingAllOfIt() {
        Endless endless = new Endless("{\"return\": \"", 'x');

        assertBreaks(
                session(endless),
                "more than " + QmpSession.MAX_MESSAGE_BYTES + " bytes",
                "{\"return");
        assertThat(endless.given).isLessThan(QmpSession.MAX_MESSAGE_BYTES + (1 << 20));
    }

    @Test
    void aLimitedMessageMayFollowManyOthers() {
        StringBuilder received = new StringBuilder();
        String event = "{\"event\": \"" + "e".repeat(50_000) + "\"}\n";
        received.append(event.repeat(20))
                .append("{\"return\": \"")
                .append("r".repeat(200_000))
                .append("\"}\n");

        assertThat(session(received.toString()).ask(KVM)).isEqualTo(text("r".repeat(200_000)));
    }

    @Test
    void aReadThatFailsBreaksTheConversation() {
        InputStream failing =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("Stream closed");
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        throw new IOException("Stream closed");
                    }
                };

        assertBreaks(session(failing), "reading from QEMU's monitor failed: Stream closed");
    }

    @Test
    void aWriteThatFailsBreaksTheConversationAfterWhatWasSaid() {
        OutputStream failing =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                };
        assertBreaks(
                new QmpSession(InputStream.nullInputStream(), failing),
                "QEMU ended the conversation before it replied to 'query-kvm'");
        InputStream words = new ByteArrayInputStream("qemu: no such machine\n".getBytes(UTF_8));
        assertBreaks(new QmpSession(words, failing), "no JSON: \"qemu: no such machine");
    }

    /// Gives a few bytes at a time.
    private static final class Pieces extends ByteArrayInputStream {
        private final int most;

        private Pieces(byte[] bytes, int most) {
            super(bytes);
            this.most = most;
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, most));
        }
    }

    /// A beginning, and then one character without end.
    private static final class Endless extends InputStream {
        private final byte[] head;
        private final char rest;
        private long given;

        private Endless(String head, char rest) {
            this.head = head.getBytes(UTF_8);
            this.rest = rest;
        }

        @Override
        public int read() {
            return given < head.length ? head[(int) given++] : rest;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            for (int i = 0; i < length; i++, given++) {
                into[offset + i] = given < head.length ? head[(int) given] : (byte) rest;
            }
            return length;
        }
    }
}
