package org.domcaps.rpc.message;

import org.domcaps.rpc.xdr.XdrReader;
import org.domcaps.rpc.xdr.XdrWriter;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/// One message: header and payload. The payload is not copied; whoever makes a frame gives it away.
///
/// @param header what it is about
/// @param payload its content; empty if there is none
public record Frame(MessageHeader header, byte[] payload) {

    /// How much room is made before anything of a payload has arrived.
    private static final int FIRST_ROOM = 8192;

    /// Checks that nothing is null.
    public Frame {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(payload, "payload");
    }

    /// A call of libvirt's API.
    public static Frame call(Procedure procedure, int serial, Payload arguments) {
        return new Frame(MessageHeader.call(procedure, serial), arguments.toBytes());
    }

    /// The reply to a call that went well.
    public static Frame reply(MessageHeader call, Payload result) {
        return new Frame(call.reply(MessageStatus.OK), result.toBytes());
    }

    /// The reply to a call that failed.
    public static Frame error(MessageHeader call, ErrorRecord error) {
        return new Frame(call.reply(MessageStatus.ERROR), error.toBytes());
    }

    /// Whether a length word is one that a message can have.
    ///
    /// @param length an unsigned number
    public static boolean isPossible(int length) {
        return length >= Limits.SHORTEST_FRAME && length <= Limits.LONGEST_FRAME;
    }

    /// Waits for a whole message. Room for it grows with what arrives, so that a length alone costs
    /// nothing.
    ///
    /// @return empty if the stream ended where a message could have begun
    /// @throws FrameException if the length is impossible
    /// @throws IOException if the stream fails, or ends inside a message ([EOFException])
    public static Optional<Frame> read(InputStream in) throws IOException {
        byte[] start = in.readNBytes(Limits.LENGTH_WORD);
        if (start.length == 0) {
            return Optional.empty();
        }
        checkWhole(start, Limits.LENGTH_WORD);
        int length = new XdrReader(start).readInt();
        requirePossible(length);
        byte[] words = in.readNBytes(Limits.HEADER);
        checkWhole(words, Limits.HEADER);
        return Optional.of(
                new Frame(
                        MessageHeader.read(new XdrReader(words)),
                        readPayload(in, length - Limits.SHORTEST_FRAME)));
    }

    /// Checks a length word.
    ///
    /// @throws FrameException if no message can have it
    public static void requirePossible(int length) {
        if (!isPossible(length)) {
            throw new FrameException(
                    "a message of "
                            + Integer.toUnsignedString(length)
                            + " bytes; it must have between "
                            + Limits.SHORTEST_FRAME
                            + " and "
                            + Limits.LONGEST_FRAME);
        }
    }

    private static byte[] readPayload(InputStream in, int length) throws IOException {
        byte[] payload = new byte[Math.min(length, FIRST_ROOM)];
        int got = 0;
        while (got < length) {
            if (got == payload.length) {
                payload = Arrays.copyOf(payload, Math.min(length, 2 * payload.length));
            }
            int read = in.read(payload, got, payload.length - got);
            if (read < 0) {
                throw cutOff(got, length);
            }
            got += read;
        }
        return payload;
    }

    private static void checkWhole(byte[] part, int length) throws IOException {
        if (part.length < length) {
            throw cutOff(part.length, length);
        }
    }

    private static EOFException cutOff(int got, int length) {
        return new EOFException(
                "the connection ended inside a message, after " + got + " of " + length + " bytes");
    }

    /// The message as it goes over the wire.
    ///
    /// @throws FrameException if the payload is larger than a message may be
    public byte[] toBytes() {
        if (payload.length > Limits.PAYLOAD) {
            throw new FrameException(
                    "a payload of "
                            + payload.length
                            + " bytes where at most "
                            + Limits.PAYLOAD
                            + " are allowed");
        }
        XdrWriter out = new XdrWriter();
        out.writeInt(Limits.SHORTEST_FRAME + payload.length);
        header.write(out);
        byte[] bytes = Arrays.copyOf(out.toBytes(), Limits.SHORTEST_FRAME + payload.length);
        System.arraycopy(payload, 0, bytes, Limits.SHORTEST_FRAME, payload.length);
        return bytes;
    }
}
