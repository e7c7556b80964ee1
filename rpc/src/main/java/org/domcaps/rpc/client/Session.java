package org.domcaps.rpc.client;

import org.domcaps.rpc.message.Frame;
import org.domcaps.rpc.message.FrameException;
import org.domcaps.rpc.message.Keepalive;
import org.domcaps.rpc.message.MessageHeader;
import org.domcaps.rpc.message.MessageType;
import org.domcaps.rpc.message.Payload;
import org.domcaps.rpc.message.Procedure;
import org.domcaps.rpc.message.Program;
import org.domcaps.rpc.transport.ConnectionException;
import org.domcaps.rpc.transport.Link;
import org.domcaps.rpc.xdr.XdrReader;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// Calls by many threads over one link. The package's page says which thread does what.
final class Session implements AutoCloseable {

    private static final Duration LAST_READING = Duration.ofSeconds(1);

    private final Link link;
    private final InputStream input;
    private final LinkedBlockingDeque<byte[]> outgoing = new LinkedBlockingDeque<>();
    private final Thread writer;
    private final Thread reader;

    /// Calls without a reply, by serial; one that was given up stays until its reply comes.
    private final Map<Integer, Waiting> waiting = new HashMap<>();

    private int serial;
    private Optional<ConnectionException> broken = Optional.empty();
    private volatile long lastHeard = System.nanoTime();

    /// A call whose reply is to come.
    private record Waiting(Procedure procedure, CompletableFuture<Frame> reply) {}

    /// Takes over after an exchange.
    ///
    /// @param link what to write to
    /// @param input what arrives
    /// @param serial the serial of the next call
    Session(Link link, InputStream input, int serial) {
        this.link = link;
        this.input = input;
        this.serial = serial;
        this.reader = Thread.ofVirtual().name("rpc-reader").unstarted(this::read);
        this.writer = Thread.ofVirtual().name("rpc-writer").unstarted(this::write);
        reader.start();
        writer.start();
    }

    /// Makes a call and waits for its reply. Any number of threads may do so at once.
    ///
    /// @throws RemoteException if the daemon refuses
    /// @throws CallAbandonedException if the reply does not come in time, or the thread is
    ///   interrupted
    /// @throws ConnectionException if the connection is broken
    <T> T call(
            Procedure procedure,
            Payload arguments,
            Duration timeout,
            Function<XdrReader, T> result) {
        byte[] payload = arguments.toBytes();
        CompletableFuture<Frame> reply = new CompletableFuture<>();
        enqueue(procedure, payload, reply);
        return Replies.result(procedure, await(procedure, reply, timeout), link.peer(), result);
    }

    private synchronized void enqueue(
            Procedure procedure, byte[] payload, CompletableFuture<Frame> reply) {
        requireUnbroken();
        if (waiting.size() >= Connection.MOST_CALLS) {
            throw new ConnectionException(
                    link.peer()
                            + " owes replies to "
                            + waiting.size()
                            + " calls; no more are made before it answers some");
        }
        byte[] frame = new Frame(MessageHeader.call(procedure, serial), payload).toBytes();
        waiting.put(serial, new Waiting(procedure, reply));
        serial++;
        outgoing.addLast(frame);
    }

    private Frame await(Procedure procedure, CompletableFuture<Frame> reply, Duration timeout) {
        try {
            return reply.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            throw new CallAbandonedException(
                    procedure.apiName(), link.peer(), CallAbandonedException.Reason.TIMEOUT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CallAbandonedException(
                    procedure.apiName(), link.peer(), CallAbandonedException.Reason.INTERRUPTED);
        } catch (ExecutionException e) {
            // One of its own for each caller: the stack is the caller's, the cause is shared.
            throw new ConnectionException(e.getCause().getMessage(), e.getCause());
        }
    }

    /// How long nothing has been heard.
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastHeard);
    }

    /// When something was heard last, in nanoseconds of [System#nanoTime].
    long lastHeard() {
        return lastHeard;
    }

    /// Asks for a sign of life.
    void ping() {
        outgoing.addFirst(Keepalive.PING.frame().toBytes());
    }

    /// Gives up, because there was no sign of life for that long.
    void giveUp(Duration silence) {
        fail(Breaks.silent(link, silence.toSeconds()));
    }

    /// Whether calls can still be made.
    synchronized boolean isOpen() {
        return broken.isEmpty();
    }

    private void requireUnbroken() {
        if (broken.isPresent()) {
            throw new ConnectionException(broken.get().getMessage(), broken.get());
        }
    }

    /// What the writing thread does.
    private void write() {
        try {
            while (true) {
                link.write(outgoing.takeFirst());
            }
        } catch (IOException e) {
            leaveToReader();
            fail(Breaks.broken(link, e));
        } catch (InterruptedException _) {
            // The session is over.
        }
    }

    /// The reader finds out as well, and before that it can take in what the daemon sent last.
    private void leaveToReader() {
        try {
            boolean _ = reader.join(LAST_READING);
        } catch (InterruptedException _) {
            // The session is over.
        }
    }

    /// What the reading thread does.
    private void read() {
        try {
            while (true) {
                Optional<Frame> frame = Frame.read(input);
                if (frame.isEmpty()) {
                    fail(Breaks.ended(link));
                    return;
                }
                lastHeard = System.nanoTime();
                dispatch(frame.get());
            }
        } catch (IOException | FrameException e) {
            fail(Breaks.broken(link, e));
        } catch (ConnectionException e) {
            fail(e);
        } catch (RuntimeException | Error e) {
            fail(new ConnectionException("reading from " + link.peer() + " failed: " + e, e));
        }
    }

    private void dispatch(Frame frame) {
        MessageHeader header = frame.header();
        Optional<Keepalive> sign = Keepalive.find(header);
        if (sign.isPresent()) {
            if (sign.get() == Keepalive.PING) {
                outgoing.addFirst(Keepalive.PONG.frame().toBytes());
            }
            return;
        }
        boolean ours =
                header.program() == Program.REMOTE.number() && header.version() == Program.VERSION;
        if (ours && header.type() == MessageType.MESSAGE.number()) {
            // An event. None was asked for, and libvirt's own client just ignores those, too.
            return;
        }
        if (!ours || header.type() != MessageType.REPLY.number()) {
            throw Breaks.unasked(link, header);
        }
        Waiting call;
        synchronized (this) {
            call = waiting.get(header.serial());
            if (call == null || call.procedure().number() != header.procedure()) {
                throw Breaks.unasked(link, header);
            }
            waiting.remove(header.serial());
        }
        call.reply().complete(frame);
    }

    /// Ends the session; the first reason counts.
    private void fail(ConnectionException reason) {
        Map<Integer, Waiting> left;
        synchronized (this) {
            if (broken.isPresent()) {
                return;
            }
            broken = Optional.of(reason);
            left = Map.copyOf(waiting);
            waiting.clear();
        }
        writer.interrupt();
        outgoing.clear();
        link.close();
        for (Waiting call : left.values()) {
            call.reply().completeExceptionally(reason);
        }
    }

    /// Ends the session; whoever still waits for a reply gets an exception.
    @Override
    public void close() {
        fail(new ConnectionException("the connection to " + link.peer() + " was closed here"));
    }
}
