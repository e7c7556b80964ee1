package org.domcaps.rpc.server;

import jdk.net.ExtendedSocketOptions;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// A wire over a socket channel: a unix socket, or TCP.
final class ChannelWire implements Wire {

    private final SocketChannel channel;
    private final Transport transport;
    private final String peerName;

    private ChannelWire(SocketChannel channel, Transport transport, String peerName) {
        this.channel = channel;
        this.transport = transport;
        this.peerName = peerName;
    }

    /// A wire over an accepted channel.
    static ChannelWire of(SocketChannel channel) throws IOException {
        SocketAddress address = channel.getRemoteAddress();
        if (address instanceof InetSocketAddress internet) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            return new ChannelWire(channel, Transport.TCP, internetName(internet));
        }
        return new ChannelWire(channel, Transport.UNIX, user(channel));
    }

    static String internetName(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    private static String user(SocketChannel channel) {
        try {
            return "user=" + channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
        } catch (IOException | UnsupportedOperationException _) {
            return "user=unknown";
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return channel.read(into);
    }

    @Override
    public void write(ByteBuffer... buffers) throws IOException {
        ByteBuffer last = buffers[buffers.length - 1];
        while (last.hasRemaining()) {
            channel.write(buffers);
        }
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public String peerName() {
        return peerName;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // Nobody is left who could do anything about it.
        }
    }

    @Override
    public void abort() {
        close();
    }
}
