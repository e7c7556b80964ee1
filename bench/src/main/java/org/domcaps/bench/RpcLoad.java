package org.domcaps.bench;

import org.domcaps.rpc.message.Arguments;
import org.domcaps.rpc.message.EmulatorChoice;
import org.domcaps.rpc.message.Frame;
import org.domcaps.rpc.message.Limits;
import org.domcaps.rpc.message.MessageStatus;
import org.domcaps.rpc.message.Procedure;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Asks a daemon for one document again and again, over connections that each wait for their reply
/// before they ask again. The same code asks every daemon.
final class RpcLoad implements AutoCloseable {

    private final List<Asker> askers = new ArrayList<>();
    private final ExecutorService threads;

    /// Opens the connections.
    ///
    /// @param uri what to open at the other end
    RpcLoad(Path socket, String uri, Path emulator, int connections) {
        this.threads = Executors.newFixedThreadPool(connections);
        try {
            for (int i = 0; i < connections; i++) {
                askers.add(new Asker(socket, uri, emulator));
            }
        } catch (IOException e) {
            close();
            throw new BenchException(
                    "cannot open a connection to " + socket + ": " + e.getMessage(), e);
        }
    }

    /// What came of a round.
    ///
    /// @param calls how many were answered
    /// @param nanos how long the round took
    /// @param latencies of each call, in nanoseconds, ascending
    record Round(int calls, long nanos, long[] latencies) {

        /// Time for one call when all connections ask at once.
        long nanosPerCall() {
            return nanos / Math.max(calls, 1);
        }

        /// The latency that this share of the calls did not exceed.
        long quantile(double share) {
            return latencies[
                    (int) Math.min(latencies.length - 1L, (long) (share * latencies.length))];
        }
    }

    /// All connections ask for that long.
    Round run(Duration time) {
        CyclicBarrier start = new CyclicBarrier(askers.size());
        List<Callable<long[]>> jobs = new ArrayList<>();
        for (Asker asker : askers) {
            jobs.add(() -> {
                start.await();
                return asker.askFor(time.toNanos());
            });
        }
        long began = System.nanoTime();
        try {
            long[] all = new long[0];
            for (Future<long[]> done : threads.invokeAll(jobs)) {
                long[] more = done.get();
                int before = all.length;
                all = Arrays.copyOf(all, before + more.length);
                System.arraycopy(more, 0, all, before, more.length);
            }
            long took = System.nanoTime() - began;
            Arrays.sort(all);
            return new Round(all.length, took, all);
        } catch (InterruptedException e) {
            throw new BenchException("interrupted", e);
        } catch (ExecutionException e) {
            throw new BenchException("a call failed: " + e.getCause().getMessage(), e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        askers.forEach(Asker::close);
    }

    /// One connection.
    private static final class Asker implements AutoCloseable {
        private final SocketChannel channel;
        private final InputStream in;
        private final OutputStream out;
        private final byte[] question;

        private Asker(Path socket, String uri, Path emulator) throws IOException {
            channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(UnixDomainSocketAddress.of(socket));
            in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
            out = Channels.newOutputStream(channel);
            call(Frame.call(Procedure.AUTH_LIST, 1, new Arguments.None()));
            call(Frame.call(Procedure.CONNECT_OPEN, 2, new Arguments.Open(Optional.of(uri), 0)));
            question =
                    Frame.call(
                                    Procedure.CONNECT_GET_DOMAIN_CAPABILITIES,
                                    3,
                                    new Arguments.DomainCapabilities(
                                            new EmulatorChoice(
                                                    Optional.of(emulator.toString()),
                                                    Optional.empty(),
                                                    Optional.empty(),
                                                    Optional.empty()),
                                            0))
                            .toBytes();
        }

        private void call(Frame frame) throws IOException {
            out.write(frame.toBytes());
            Frame reply = Frame.read(in).orElseThrow(() -> new IOException("the daemon hung up"));
            if (reply.header().status() != MessageStatus.OK.number()) {
                throw new IOException("the daemon refused " + frame.header());
            }
        }

        /// Asks until the time is over; gives the latency of each call.
        private long[] askFor(long nanos) throws IOException {
            long[] latencies = new long[1024];
            int calls = 0;
            long now = System.nanoTime();
            long end = now + nanos;
            while (now - end < 0) {
                long began = now;
                out.write(question);
                skipReply();
                now = System.nanoTime();
                if (calls == latencies.length) {
                    latencies = Arrays.copyOf(latencies, 2 * calls);
                }
                latencies[calls++] = now - began;
            }
            return Arrays.copyOf(latencies, calls);
        }

        /// Looks at length and status and lets the rest go by.
        private void skipReply() throws IOException {
            byte[] head = in.readNBytes(Limits.SHORTEST_FRAME);
            if (head.length < Limits.SHORTEST_FRAME || head[head.length - 1] != 0) {
                throw new IOException("the daemon refused the call or hung up");
            }
            int length =
                    (head[0] & 0xff) << 24
                            | (head[1] & 0xff) << 16
                            | (head[2] & 0xff) << 8
                            | head[3] & 0xff;
            in.skipNBytes(length - (long) Limits.SHORTEST_FRAME);
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException _) {
                // It is not needed any more.
            }
        }
    }
}
