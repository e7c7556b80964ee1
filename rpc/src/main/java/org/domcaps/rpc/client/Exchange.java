package org.domcaps.rpc.client;

import org.domcaps.rpc.message.Frame;
import org.domcaps.rpc.message.FrameException;
import org.domcaps.rpc.message.Keepalive;
import org.domcaps.rpc.message.MessageHeader;
import org.domcaps.rpc.message.MessageType;
import org.domcaps.rpc.message.Payload;
import org.domcaps.rpc.message.Procedure;
import org.domcaps.rpc.transport.ConnectionException;
import org.domcaps.rpc.transport.Link;
import org.domcaps.rpc.xdr.XdrReader;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;

/// Calls one after the other by a single thread: all there is before a session is authenticated,
/// because authentication may change how the stream is read.
final class Exchange {

    private static final int BUFFER = 1 << 15;

    private final Link link;
    private final InputStream input;
    private int serial;

    /// An exchange over a link on which nothing was said yet.
    Exchange(Link link) {
        this.link = link;
        this.input = new BufferedInputStream(link.input(), BUFFER);
    }

    /// The rest of what arrives.
    InputStream input() {
        return input;
    }

    /// The serial of the next call.
    int nextSerial() {
        return serial;
    }

    /// Makes a call and waits for its reply.
    ///
    /// @throws RemoteException if the daemon refuses
    /// @throws ConnectionException if the connection broke
    <T> T call(Procedure procedure, Payload arguments, Function<XdrReader, T> result) {
        try {
            Frame call = Frame.call(procedure, serial, arguments);
            serial++;
            link.write(call.toBytes());
            Frame reply = reply(call.header());
            return Replies.result(procedure, reply, link.peer(), result);
        } catch (IOException | FrameException e) {
            throw Breaks.broken(link, e);
        }
    }

    private Frame reply(MessageHeader call) throws IOException {
        while (true) {
            Optional<Frame> frame = Frame.read(input);
            if (frame.isEmpty()) {
                throw Breaks.ended(link);
            }
            MessageHeader header = frame.get().header();
            Optional<Keepalive> sign = Keepalive.find(header);
            if (sign.isEmpty()) {
                if (header.type() != MessageType.REPLY.number()
                        || header.program() != call.program()
                        || header.version() != call.version()
                        || header.serial() != call.serial()
                        || header.procedure() != call.procedure()) {
                    throw Breaks.unasked(link, header);
                }
                return frame.get();
            }
            if (sign.get() == Keepalive.PING) {
                link.write(Keepalive.PONG.frame().toBytes());
            }
        }
    }
}
