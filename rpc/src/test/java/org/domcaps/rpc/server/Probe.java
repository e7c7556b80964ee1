package org.domcaps.rpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.rpc.message.Arguments;
import org.domcaps.rpc.message.ErrorRecord;
import org.domcaps.rpc.message.Frame;
import org.domcaps.rpc.message.MessageHeader;
import org.domcaps.rpc.message.Payload;
import org.domcaps.rpc.message.Procedure;
import org.domcaps.rpc.message.Program;
import org.domcaps.rpc.xdr.XdrReader;

import java.io.IOException;
import java.io.InputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// A client without manners: it puts on the wire whatever it likes.
final class Probe implements AutoCloseable {

    private final SocketChannel channel;
    private final InputStream in;
    private int serial;

    private Probe(SocketChannel channel) {
        this.channel = channel;
        this.in = Channels.newInputStream(channel);
    }

    static Probe connect(Path socket) throws IOException {
        return new Probe(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    }

    /// A connection that has been opened.
    static Probe open(Path socket) throws IOException {
        return open(socket, 0);
    }

    static Probe open(Path socket, int flags) throws IOException {
        Probe probe = connect(socket);
        Frame _ =
                probe.ok(
                        Procedure.CONNECT_OPEN,
                        new Arguments.Open(Optional.of("qemu:///system"), flags));
        return probe;
    }

    void send(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    void send(Frame frame) throws IOException {
        send(frame.toBytes());
    }

    /// Waits for a message; empty at the end of the stream.
    Optional<Frame> receive() throws IOException {
        return Frame.read(in);
    }

    int call(Procedure procedure, Payload arguments) throws IOException {
        send(Frame.call(procedure, serial, arguments));
        return serial++;
    }

    Frame ok(Procedure procedure, Payload arguments) throws IOException {
        int sent = call(procedure, arguments);
        Frame reply = receive().orElseThrow();
        assertThat(reply.header())
                .isEqualTo(
                        new MessageHeader(
                                Program.REMOTE.number(), 1, procedure.number(), 1, sent, 0));
        return reply;
    }

    <T> T ask(Procedure procedure, Payload arguments, Function<XdrReader, T> result)
            throws IOException {
        return result.apply(new XdrReader(ok(procedure, arguments).payload()));
    }

    ErrorRecord refused(Procedure procedure, Payload arguments) throws IOException {
        return refused(Frame.call(procedure, serial++, arguments));
    }

    /// The error that a message is answered with.
    ErrorRecord refused(Frame frame) throws IOException {
        send(frame);
        Frame reply = receive().orElseThrow();
        MessageHeader call = frame.header();
        assertThat(reply.header())
                .isEqualTo(
                        new MessageHeader(
                                call.program(),
                                call.version(),
                                call.procedure(),
                                1,
                                call.serial(),
                                1));
        return ErrorRecord.read(new XdrReader(reply.payload()));
    }

    /// Ends the sending side only.
    void finish() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
