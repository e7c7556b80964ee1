package org.domcaps.daemon;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.domcaps.rpc.server.ListenException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// The metrics over HTTP, under `/metrics`, for this machine only.
final class MetricsPage implements AutoCloseable {

    private static final String PATH = "/metrics";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int WRONG_METHOD = 405;

    private final HttpServer server;

    private MetricsPage(HttpServer server) {
        this.server = server;
    }

    /// Opens the port.
    ///
    /// @param port 0 lets the system choose
    /// @throws ListenException if it cannot be opened
    static MetricsPage open(int port, Supplier<String> page) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext(PATH, exchange -> answer(exchange, page));
            server.start();
            return new MetricsPage(server);
        } catch (IOException e) {
            throw new ListenException(
                    "cannot listen on port " + port + " for metrics: " + e.getMessage(), e);
        }
    }

    private static void answer(HttpExchange exchange, Supplier<String> page) throws IOException {
        try (exchange) {
            boolean whole = exchange.getRequestURI().getPath().equals(PATH);
            boolean reads = exchange.getRequestMethod().equals("GET");
            byte[] body = (whole && reads ? page.get() : "").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(
                    whole ? reads ? OK : WRONG_METHOD : NOT_FOUND,
                    body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /// The port it listens at.
    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
