package org.domcaps.rpc.server;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// A server in this process, with a read-write and a read-only socket.
record Running(RpcServer server, FakeAnswers host, Events events, Path socket, Path readOnly)
        implements AutoCloseable {

    static Running in(Path folder) {
        return in(folder, ServerLimits.DEFAULT);
    }

    static Running in(Path folder, ServerLimits limits) {
        FakeAnswers host = new FakeAnswers();
        Events events = new Events();
        Path socket = folder.resolve("sock");
        Path readOnly = folder.resolve("sock-ro");
        RpcServer server =
                RpcServer.start(
                        List.of(unix(socket, false), unix(readOnly, true)), host, limits, events);
        return new Running(server, host, events, socket, readOnly);
    }

    static Endpoint.Unix unix(Path path, boolean readOnly) {
        return new Endpoint.Unix(
                path, PosixFilePermissions.fromString("rw-------"), Optional.empty(), readOnly);
    }

    /// Waits until something is so; false if that takes too long.
    static boolean soon(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(Duration.ofMillis(5));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return true;
    }

    @Override
    public void close() {
        server.stop();
    }
}
