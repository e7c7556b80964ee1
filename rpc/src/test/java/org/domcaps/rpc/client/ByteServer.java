package org.domcaps.rpc.client;

import org.domcaps.host.system.HostRoot;
import org.domcaps.rpc.message.AuthType;
import org.domcaps.rpc.message.ErrorRecord;
import org.domcaps.rpc.message.Frame;
import org.domcaps.rpc.message.Payload;
import org.domcaps.rpc.message.Procedure;
import org.domcaps.rpc.message.Result;
import org.domcaps.rpc.uri.ClientEnvironment;
import org.domcaps.rpc.uri.ConnectUri;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server that says what a test tells it to, byte by byte if need be. Each connection is served
/// by the script in a thread of its own; when the script ends, the connection does.
final class ByteServer implements AutoCloseable {

    /// What is said on one connection.
    @FunctionalInterface
    interface Script {
        void run(Talk talk) throws Exception;
    }

    private final ServerSocket listener;
    private final Script script;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    ByteServer(Script script) throws IOException {
        this.script = script;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            script.run(new Talk(socket));
        } catch (IOException _) {
            // The client has hung up.
        } catch (Exception | AssertionError e) {
            failures.add(e);
        }
    }

    /// The URI of this server.
    ConnectUri uri() {
        return uri("");
    }

    /// The URI of this server with a query.
    ConnectUri uri(String query) {
        return ConnectUri.parse(
                "qemu+tcp://127.0.0.1:" + listener.getLocalPort() + "/system" + query);
    }

    /// Opens a connection without signs of life.
    Connection connect() {
        return connect(
                ConnectOptions.DEFAULT
                        .withTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(10))
                        .withPulse(Duration.ZERO, 0));
    }

    /// Opens a connection.
    Connection connect(ConnectOptions options) {
        return Connection.open(uri(), options, ENVIRONMENT);
    }

    /// An environment in which nothing is configured.
    static final ClientEnvironment ENVIRONMENT =
            new ClientEnvironment(HostRoot.THIS_MACHINE, Map.of("HOME", "/nonexistent"), false);

    /// How many connections there were.
    int connections() {
        return sockets.size();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        if (!failures.isEmpty()) {
            throw new AssertionError("the script failed", failures.getFirst());
        }
    }

    /// One connection as the server sees it.
    static final class Talk {

        private final InputStream in;
        private final OutputStream out;

        Talk(Socket socket) throws IOException {
            this.in = new BufferedInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
        }

        InputStream in() {
            return in;
        }

        OutputStream out() {
            return out;
        }

        /// The next message of the client.
        Frame read() throws IOException {
            return Frame.read(in).orElseThrow(EOFException::new);
        }

        /// The next message, which must be a call of that procedure.
        Frame expect(Procedure procedure) throws IOException {
            Frame frame = read();
            if (frame.header().procedure() != procedure.number()) {
                throw new AssertionError("not " + procedure + ": " + frame.header());
            }
            return frame;
        }

        synchronized void send(Frame frame) throws IOException {
            raw(frame.toBytes());
        }

        void reply(Frame call, Payload result) throws IOException {
            send(Frame.reply(call.header(), result));
        }

        void refuse(Frame call, ErrorRecord error) throws IOException {
            send(Frame.error(call.header(), error));
        }

        synchronized void raw(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        void hex(String text) throws IOException {
            raw(HexFormat.of().parseHex(text.replace(" ", "")));
        }

        /// Serves the opening of a connection that asks for no signs of life.
        Talk open() throws IOException {
            reply(
                    expect(Procedure.AUTH_LIST),
                    new Result.AuthTypes(List.of(AuthType.NONE.number())));
            reply(expect(Procedure.CONNECT_OPEN), new Result.Nothing());
            return this;
        }

        /// Takes everything until the client takes leave or hangs up.
        void drain() throws IOException {
            while (read().header().procedure() != Procedure.CONNECT_CLOSE.number()) {
                // Thrown away.
            }
        }
    }
}
