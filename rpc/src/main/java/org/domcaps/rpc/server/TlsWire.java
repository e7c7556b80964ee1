package org.domcaps.rpc.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/// A wire over TLS.
final class TlsWire implements Wire {

    /// What the server says once it is content with the client's certificate.
    private static final byte ACCEPTED = 1;

    private final Socket raw;
    private final SSLSocket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String peerName;

    private TlsWire(Socket raw, SSLSocket socket, String peerName) throws IOException {
        this.raw = raw;
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.peerName = peerName;
    }

    /// Greets the client of an accepted connection. The handshake fails without a certificate that
    /// can be trusted, so whoever gets here has one. Waits for the client without limit; whoever
    /// closes `raw` ends that.
    static TlsWire handshake(Socket raw, SSLContext context) throws IOException {
        raw.setTcpNoDelay(true);
        raw.setKeepAlive(true);
        SSLSocket socket =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(
                                        raw,
                                        raw.getInetAddress().getHostAddress(),
                                        raw.getPort(),
                                        true);
        socket.setUseClientMode(false);
        socket.setNeedClientAuth(true);
        socket.startHandshake();
        TlsWire wire = new TlsWire(raw, socket, name(socket));
        wire.out.write(ACCEPTED);
        wire.out.flush();
        return wire;
    }

    private static String name(SSLSocket socket) throws SSLPeerUnverifiedException {
        String address =
                ChannelWire.internetName((InetSocketAddress) socket.getRemoteSocketAddress());
        return address + " dn=\"" + socket.getSession().getPeerPrincipal().getName() + "\"";
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int count = in.read(into.array(), into.arrayOffset() + into.position(), into.remaining());
        if (count > 0) {
            into.position(into.position() + count);
        }
        return count;
    }

    /// As one write: each makes a record of its own.
    @Override
    public void write(ByteBuffer... buffers) throws IOException {
        int length = 0;
        for (ByteBuffer buffer : buffers) {
            length += buffer.remaining();
        }
        byte[] bytes = new byte[length];
        int at = 0;
        for (ByteBuffer buffer : buffers) {
            int count = buffer.remaining();
            buffer.get(bytes, at, count);
            at += count;
        }
        out.write(bytes);
        out.flush();
    }

    @Override
    public Transport transport() {
        return Transport.TLS;
    }

    @Override
    public String peerName() {
        return peerName;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException _) {
            // Nobody is left who could do anything about it.
        }
    }

    @Override
    public void abort() {
        try {
            raw.close();
        } catch (IOException _) {
            // As above.
        }
    }
}
