package org.domcaps.rpc.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;

/// A listening socket. Its owner's thread accepts; greeting the client, which may take as long as
/// the client likes, is left to the thread of the session.
sealed interface Listener extends AutoCloseable {

    /// Waits for a connection.
    Arrival accept() throws IOException;

    /// Whether connections through it are read-only.
    boolean readOnly();

    /// Where it really listens, as it stands in logs.
    String label();

    /// The port, for those that have one; -1 otherwise.
    int port();

    @Override
    void close();

    /// A connection that has been accepted.
    interface Arrival {
        /// Greets the client.
        Wire greet() throws IOException;

        /// Ends it without a word.
        void drop();
    }

    /// Opens an endpoint.
    ///
    /// @throws ListenException if it cannot be opened
    static Listener open(Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.Unix unix -> new OfFile(SocketFile.open(unix), unix);
            case Endpoint.Tcp tcp -> new OfChannel(bind(tcp), "tcp", false);
            case Endpoint.Tls tls -> new OfTls(bind(tls), tls.context());
            case Endpoint.Inherited inherited ->
                    new OfInherited(new OfChannel(inherited(), "inherited", inherited.readOnly()));
        };
    }

    private static ServerSocketChannel bind(Endpoint.Tcp tcp) {
        try {
            ServerSocketChannel channel = ServerSocketChannel.open();
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(address(tcp.host(), tcp.port()), BACKLOG);
            return channel;
        } catch (IOException e) {
            throw cannotListen(tcp, e);
        }
    }

    private static ServerSocket bind(Endpoint.Tls tls) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(address(tls.host(), tls.port()), BACKLOG);
            return socket;
        } catch (IOException e) {
            throw cannotListen(tls, e);
        }
    }

    private static InetSocketAddress address(String host, int port) throws IOException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new IOException("there is no host '" + host + "'");
        }
        return address;
    }

    private static ListenException cannotListen(Endpoint endpoint, IOException cause) {
        return new ListenException(
                "cannot listen on " + endpoint.label() + ": " + cause.getMessage(), cause);
    }

    private static ServerSocketChannel inherited() {
        Channel channel;
        try {
            channel = System.inheritedChannel();
        } catch (IOException e) {
            throw new ListenException("standard input cannot be listened on: " + e.getMessage(), e);
        }
        if (channel instanceof ServerSocketChannel server) {
            return server;
        }
        throw new ListenException(
                "standard input is no listening socket; the service manager has to pass it"
                        + " (StandardInput=socket)");
    }

    /// Connections that wait in the system's queue.
    int BACKLOG = 1024;

    /// TCP, or a socket of whatever kind that was passed on.
    record OfChannel(ServerSocketChannel channel, String kind, boolean readOnly)
            implements Listener {

        @Override
        public Arrival accept() throws IOException {
            return new PlainArrival(channel.accept());
        }

        @Override
        public String label() {
            try {
                return kind + ":" + channel.getLocalAddress();
            } catch (IOException _) {
                return kind;
            }
        }

        @Override
        public int port() {
            try {
                return channel.getLocalAddress() instanceof InetSocketAddress internet
                        ? internet.getPort()
                        : -1;
            } catch (IOException _) {
                return -1;
            }
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException _) {
                // It does not listen any more, which is all that matters.
            }
        }
    }

    /// The socket that was passed on. It ends with the process: Java ties the standard streams to
    /// it and would cut them off with it, and the log goes there.
    record OfInherited(OfChannel socket) implements Listener {

        @Override
        public Arrival accept() throws IOException {
            return socket.accept();
        }

        @Override
        public boolean readOnly() {
            return socket.readOnly();
        }

        @Override
        public String label() {
            return socket.label();
        }

        @Override
        public int port() {
            return socket.port();
        }

        @Override
        public void close() {}
    }

    /// A socket in the file system.
    record OfFile(SocketFile file, Endpoint.Unix endpoint) implements Listener {

        @Override
        public Arrival accept() throws IOException {
            return new PlainArrival(file.channel().accept());
        }

        @Override
        public boolean readOnly() {
            return endpoint.readOnly();
        }

        @Override
        public String label() {
            return endpoint.label();
        }

        @Override
        public int port() {
            return -1;
        }

        @Override
        public void close() {
            file.close();
        }
    }

    /// TLS.
    record OfTls(ServerSocket socket, Supplier<SSLContext> context) implements Listener {

        @Override
        public Arrival accept() throws IOException {
            return new TlsArrival(socket.accept(), context.get());
        }

        @Override
        public boolean readOnly() {
            return false;
        }

        @Override
        public String label() {
            return "tls:" + socket.getLocalSocketAddress();
        }

        @Override
        public int port() {
            return socket.getLocalPort();
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException _) {
                // It does not listen any more, which is all that matters.
            }
        }
    }

    /// A connection without encryption.
    record PlainArrival(SocketChannel channel) implements Arrival {
        @Override
        public Wire greet() throws IOException {
            return ChannelWire.of(channel);
        }

        @Override
        public void drop() {
            try {
                channel.close();
            } catch (IOException _) {
                // It is gone either way.
            }
        }
    }

    /// A connection that begins with a handshake.
    record TlsArrival(Socket socket, SSLContext context) implements Arrival {
        @Override
        public Wire greet() throws IOException {
            return TlsWire.handshake(socket, context);
        }

        @Override
        public void drop() {
            try {
                socket.close();
            } catch (IOException _) {
                // It is gone either way.
            }
        }
    }
}
