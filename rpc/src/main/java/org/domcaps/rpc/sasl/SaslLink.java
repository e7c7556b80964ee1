package org.domcaps.rpc.sasl;

import org.domcaps.rpc.transport.Link;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;

/// A link whose bytes go through a mechanism's security layer: packets with a length of four bytes
/// in front, whose ends have nothing to do with those of messages.
public final class SaslLink implements Link {

    private static final int LENGTH_WORD = 4;

    /// What may be received; the JDK's mechanisms announce 64 KiB, and their wrapping adds a
    /// little.
    private static final int MOST_PACKET = 1 << 17;

    private static final int USUAL_CHUNK = 1 << 15;

    private final Link link;
    private final SaslClient client;
    private final InputStream raw;
    private final int chunk;

    /// Wraps a link.
    ///
    /// @param client a client that is complete and has negotiated a layer
    /// @param raw the rest of the link's input
    public SaslLink(Link link, SaslClient client, InputStream raw) {
        this.link = link;
        this.client = client;
        this.raw = raw;
        Object most = client.getNegotiatedProperty(Sasl.RAW_SEND_SIZE);
        int limit = most == null ? USUAL_CHUNK : Integer.parseInt(most.toString());
        this.chunk = limit < 1 ? USUAL_CHUNK : limit;
    }

    @Override
    public InputStream input() {
        return new Unwrapping();
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        for (int at = 0; at < bytes.length; at += chunk) {
            byte[] wrapped = client.wrap(bytes, at, Math.min(chunk, bytes.length - at));
            link.write(
                    ByteBuffer.allocate(LENGTH_WORD + wrapped.length)
                            .putInt(wrapped.length)
                            .put(wrapped)
                            .array());
        }
    }

    @Override
    public String peer() {
        return link.peer();
    }

    @Override
    public boolean isConfidential() {
        return true;
    }

    @Override
    public String lastWords() {
        return link.lastWords();
    }

    @Override
    public void close() {
        link.close();
    }

    /// The plain bytes of what arrives.
    private final class Unwrapping extends InputStream {

        private byte[] plain = new byte[0];
        private int at;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, bytes.length);
            while (at == plain.length) {
                if (!next()) {
                    return -1;
                }
            }
            int count = Math.min(length, plain.length - at);
            System.arraycopy(plain, at, bytes, offset, count);
            at += count;
            return count;
        }

        private boolean next() throws IOException {
            byte[] word = raw.readNBytes(LENGTH_WORD);
            if (word.length == 0) {
                return false;
            }
            if (word.length < LENGTH_WORD) {
                throw new EOFException("the connection ended inside a SASL packet");
            }
            int length = ByteBuffer.wrap(word).getInt();
            if (length < 1 || length > MOST_PACKET) {
                throw new IOException(
                        "a SASL packet of "
                                + Integer.toUnsignedString(length)
                                + " bytes where at most "
                                + MOST_PACKET
                                + " are allowed");
            }
            byte[] packet = raw.readNBytes(length);
            if (packet.length < length) {
                throw new EOFException("the connection ended inside a SASL packet");
            }
            plain = client.unwrap(packet, 0, length);
            at = 0;
            return true;
        }
    }
}
