package org.domcaps.rpc.transport;

import org.domcaps.rpc.uri.Route;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// A link over TCP, plain or encrypted.
final class SocketLink implements Link {

    /// What the daemon sends when it has accepted our certificate.
    private static final int ACCEPTED = 1;

    private final Socket socket;
    private final String peer;
    private final boolean encrypted;
    private final InputStream input;
    private final OutputStream output;

    private SocketLink(Socket socket, String peer, boolean encrypted) throws IOException {
        this.socket = socket;
        this.peer = peer;
        this.encrypted = encrypted;
        this.input = socket.getInputStream();
        this.output = socket.getOutputStream();
    }

    static SocketLink plain(Route.Tcp route, Deadline deadline) throws IOException {
        Socket socket = connect(route.host(), route.port(), deadline);
        SocketLink link = new SocketLink(socket, route.peer(), false);
        deadline.guard(link);
        return link;
    }

    static SocketLink encrypted(Route.Tls route, TlsFiles files, Deadline deadline)
            throws IOException {
        // Bad files are told before anybody is called.
        var context = files.context();
        Socket plain = connect(route.host(), route.port(), deadline);
        SSLSocket socket =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(plain, route.host(), route.port(), true);
        deadline.guard(socket);
        try {
            if (route.verify()) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
            }
            handshake(route, socket);
            awaitAcceptance(files, socket, deadline);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
        SocketLink link = new SocketLink(socket, route.peer(), true);
        deadline.guard(link);
        return link;
    }

    private static void handshake(Route.Tls route, SSLSocket socket) throws IOException {
        try {
            socket.startHandshake();
        } catch (SSLException e) {
            throw new IOException("TLS: " + deepest(e), e);
        }
        if (!socket.getSession().isValid()) {
            throw new IOException("TLS: no session came about with " + route.peer());
        }
    }

    /// The innermost words are the ones that say what is wrong.
    private static String deepest(Throwable failure) {
        Throwable at = failure;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return at.getMessage() == null ? at.getClass().getSimpleName() : at.getMessage();
    }

    /// A daemon that does not like our certificate closes the connection after the handshake; one
    /// that does sends a byte.
    private static void awaitAcceptance(TlsFiles files, SSLSocket socket, Deadline deadline)
            throws IOException {
        String shown =
                files.certificateFile()
                        .map(file -> "it does not accept our certificate, " + file)
                        .orElse("it wants a certificate of ours, and there is none");
        int answer;
        try {
            answer = socket.getInputStream().read();
        } catch (IOException e) {
            if (deadline.isOver()) {
                throw e;
            }
            throw new IOException(shown + " (" + deepest(e) + ")", e);
        }
        if (answer != ACCEPTED) {
            throw new IOException(answer < 0 ? shown : shown + " (it said " + answer + ")");
        }
    }

    private static Socket connect(String host, int port, Deadline deadline) throws IOException {
        IOException last = null;
        for (InetAddress address : resolve(host, deadline)) {
            Socket socket = new Socket();
            deadline.guard(socket);
            try {
                socket.setTcpNoDelay(true);
                socket.connect(
                        new InetSocketAddress(address, port),
                        (int) Math.min(deadline.left().toMillis(), Integer.MAX_VALUE));
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last == null ? new IOException("the name has no address") : last;
    }

    /// The system's resolver cannot be interrupted, so it works in a thread that can be left
    /// behind.
    private static InetAddress[] resolve(String host, Deadline deadline) throws IOException {
        FutureTask<InetAddress[]> lookUp = new FutureTask<>(() -> InetAddress.getAllByName(host));
        Thread.ofVirtual().name("resolve").start(lookUp);
        try {
            return lookUp.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException) {
                throw new IOException("there is no machine of that name", e);
            }
            throw new IOException(deepest(e), e);
        } catch (TimeoutException e) {
            throw new IOException("the name could not be looked up in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SocketTimeoutException("interrupted");
        }
    }

    @Override
    public InputStream input() {
        return input;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        output.write(bytes);
        output.flush();
    }

    @Override
    public String peer() {
        return peer;
    }

    @Override
    public boolean isConfidential() {
        return encrypted;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException _) {
            // The descriptor is given back in any case.
        }
    }
}
