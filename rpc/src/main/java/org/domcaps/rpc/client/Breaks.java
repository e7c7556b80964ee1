package org.domcaps.rpc.client;

import org.domcaps.rpc.message.MessageHeader;
import org.domcaps.rpc.transport.ConnectionException;
import org.domcaps.rpc.transport.Link;

/// The ways in which a connection can break, in words.
final class Breaks {

    private Breaks() {}

    /// The stream failed, or what came cannot be cut into messages.
    static ConnectionException broken(Link link, Exception cause) {
        String reason =
                cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new ConnectionException(
                "the connection to " + link.peer() + " broke: " + reason + words(link), cause);
    }

    /// The stream ended between messages.
    static ConnectionException ended(Link link) {
        return new ConnectionException(link.peer() + " closed the connection" + words(link));
    }

    /// A message came that nothing had asked for.
    static ConnectionException unasked(Link link, MessageHeader header) {
        return new ConnectionException(
                link.peer()
                        + " does not keep to libvirt's protocol: it sent a message that nothing"
                        + " asked for (program 0x"
                        + Integer.toHexString(header.program())
                        + ", procedure "
                        + header.procedure()
                        + ", type "
                        + header.type()
                        + ", serial "
                        + Integer.toUnsignedString(header.serial())
                        + ")");
    }

    /// There was no sign of life.
    static ConnectionException silent(Link link, long seconds) {
        return new ConnectionException(link.peer() + " gave no sign of life for " + seconds + " s");
    }

    private static String words(Link link) {
        String words = link.lastWords();
        return words.isEmpty() ? "" : "; " + words;
    }
}
