package org.domcaps.qemu.qmp;

import org.domcaps.json.JsonException;
import org.domcaps.json.JsonReader;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonWriter;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/// QMP over a pair of streams: one JSON object a line, replies in the order of the requests.
///
/// The greeting and events are passed over. A request that cannot be sent breaks the conversation
/// when its reply is awaited, after everything that QEMU said was read. All work happens on the
/// caller's thread: sending writes at once, and awaiting a reply reads until that reply has come.
/// Requests are small, so that writing many before reading cannot block on a pipe that is full in
/// both directions.
public final class QmpSession implements QmpChannel {

    /// Largest single message that is read; QEMU's largest known one, the schema, has about 0.25
    /// MB.
    public static final int MAX_MESSAGE_BYTES = 8 << 20;

    private static final int QUOTED_BYTES = 60;

    private final InputStream in;
    private final OutputStream out;
    private final Deque<Awaited> awaited = new ArrayDeque<>();
    private byte[] buffer = new byte[64 << 10];
    private int start;
    private int end;
    private int sent;
    private Optional<IOException> unsent = Optional.empty();

    /// A session that has not begun; the first request must be `qmp_capabilities`.
    public QmpSession(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public Pending send(QmpRequest request) {
        sent++;
        Awaited pending = new Awaited(request.command(), "libvirt-" + sent);
        String line = JsonWriter.compact(request.toJson(pending.id)) + "\r\n";
        if (unsent.isEmpty()) {
            try {
                out.write(line.getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException e) {
                // Whoever does not listen any more may have said why; it is there to be read.
                unsent = Optional.of(e);
            }
        }
        awaited.add(pending);
        return pending;
    }

    private void readOne() {
        JsonObject message = readMessage();
        boolean isReply = message.find("return").isPresent() || message.find("error").isPresent();
        if (!isReply) {
            if (message.find("QMP").isPresent() || message.find("event").isPresent()) {
                return;
            }
            throw new QmpException(
                    "QEMU sent a message that is no QMP: " + quote(JsonWriter.compact(message)));
        }
        Awaited next = awaited.poll();
        if (next == null) {
            throw new QmpException(
                    "QEMU replied without being asked: " + quote(JsonWriter.compact(message)));
        }
        // Texts are compared, for equality of values is linked at its first use.
        if (message.find("id").isPresent()
                && message.findString("id").filter(next.id::equals).isEmpty()) {
            throw new QmpException(
                    "QEMU's reply to '" + next.command + "' carries another request's id");
        }
        next.reply = toReply(message);
    }

    /// The reply in a message that has `return` or `error`.
    static QmpReply toReply(JsonObject message) {
        JsonValue returned = message.members().get("return");
        if (returned != null) {
            return new QmpReply.Returned(returned);
        }
        JsonObject error = message.findObject("error").orElseGet(() -> JsonValue.object().build());
        return new QmpReply.Failed(
                error.findString("class").orElse("GenericError"),
                error.findString("desc").orElse("no description"));
    }

    private JsonObject readMessage() {
        int length = fillLine();
        int from = start;
        start += length;
        try {
            if (JsonReader.read(buffer, from, length) instanceof JsonObject object) {
                return object;
            }
            throw new QmpException(
                    "QEMU sent a message that is no QMP: " + quoteBytes(from, length));
        } catch (JsonException e) {
            throw new QmpException(
                    "QEMU sent a message that is no JSON: " + quoteBytes(from, length), e);
        }
    }

    /// Reads until the buffer holds a whole line from [#start]; gives its length with the line end.
    private int fillLine() {
        int scanned = start;
        while (true) {
            for (; scanned < end; scanned++) {
                if (buffer[scanned] == '\n') {
                    return scanned + 1 - start;
                }
            }
            if (end - start >= MAX_MESSAGE_BYTES) {
                throw new QmpException(
                        "QEMU sent a message of more than "
                                + MAX_MESSAGE_BYTES
                                + " bytes: "
                                + quoteBytes(start, QUOTED_BYTES));
            }
            scanned -= makeRoom();
            try {
                int count = in.read(buffer, end, buffer.length - end);
                if (count < 0) {
                    throw ended();
                }
                end += count;
            } catch (IOException e) {
                throw new QmpException("reading from QEMU's monitor failed: " + e.getMessage(), e);
            }
        }
    }

    private QmpException ended() {
        Awaited next = awaited.peek();
        String rest =
                end > start
                        ? ", in the middle of a message: " + quoteBytes(start, end - start)
                        : "";
        String message =
                "QEMU ended the conversation"
                        + (next == null ? "" : " before it replied to '" + next.command + "'")
                        + rest;
        return unsent.isPresent()
                ? new QmpException(message, unsent.get())
                : new QmpException(message);
    }

    /// Makes sure that something can be read into the buffer; gives by how much its content moved
    /// down.
    private int makeRoom() {
        if (end < buffer.length) {
            return 0;
        }
        int moved = start;
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end > buffer.length / 2) {
            buffer =
                    Arrays.copyOf(
                            buffer, Math.min(buffer.length * 2, MAX_MESSAGE_BYTES + (64 << 10)));
        }
        return moved;
    }

    private String quoteBytes(int from, int length) {
        return quote(
                new String(
                        buffer,
                        from,
                        Math.min(length, QUOTED_BYTES + 1),
                        StandardCharsets.ISO_8859_1));
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        int shown = Math.min(text.length(), QUOTED_BYTES);
        for (int i = 0; i < shown; i++) {
            char c = text.charAt(i);
            quoted.append(c >= ' ' && c < 0x7f ? c : '?');
        }
        return quoted.append(text.length() > shown ? "…\"" : "\"").toString();
    }

    private final class Awaited implements Pending {
        private final String command;
        private final String id;
        private QmpReply reply;

        private Awaited(String command, String id) {
            this.command = command;
            this.id = id;
        }

        @Override
        public QmpReply await() {
            while (reply == null) {
                readOne();
            }
            return reply;
        }
    }
}
