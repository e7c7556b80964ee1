package org.domcaps.rpc.transport;

import org.domcaps.rpc.uri.Route;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.InvalidPathException;
import java.util.Objects;

/// A link through a unix socket. The channel is used as it is: its stream views share a lock, so
/// that a writer could have to wait for a reader.
final class UnixLink implements Link {

    private final SocketChannel channel;
    private final String peer;

    private UnixLink(SocketChannel channel, String peer) {
        this.channel = channel;
        this.peer = peer;
    }

    static UnixLink open(Route.UnixSocket route, Deadline deadline) throws IOException {
        UnixDomainSocketAddress address;
        try {
            address = UnixDomainSocketAddress.of(route.path());
        } catch (InvalidPathException e) {
            throw new IOException("no path: " + e.getReason(), e);
        }
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        deadline.guard(channel);
        try {
            channel.connect(address);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        UnixLink link = new UnixLink(channel, route.path());
        deadline.guard(link);
        return link;
    }

    @Override
    public InputStream input() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                Objects.checkFromIndexSize(offset, length, bytes.length);
                return length == 0 ? 0 : channel.read(ByteBuffer.wrap(bytes, offset, length));
            }
        };
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    @Override
    public String peer() {
        return peer;
    }

    @Override
    public boolean isConfidential() {
        return true;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // The descriptor is given back in any case.
        }
    }
}
