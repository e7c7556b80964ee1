package org.domcaps.rpc.server;

import org.domcaps.rpc.message.Arguments;
import org.domcaps.rpc.message.Procedure;
import org.domcaps.rpc.xdr.XdrWriter;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A running server: its listeners, its sessions, and the thread that looks after time.
///
/// Everything that it starts ends with [#stop].
public final class RpcServer implements AutoCloseable {

    /// How often time is looked at.
    private static final Duration TICK = Duration.ofMillis(250);

    /// How long to wait after a failed accept, which usually means that descriptors have run out.
    private static final Duration BREATHER = Duration.ofMillis(100);

    private static final Duration STOPPING = Duration.ofSeconds(10);

    private final ServerParts parts;
    private final List<Listener> listeners;
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private final Greetings greetings;
    private final Semaphore slots;
    private final AtomicLong count = new AtomicLong();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running = true;

    private RpcServer(ServerParts parts, List<Listener> listeners) {
        this.parts = parts;
        this.listeners = listeners;
        this.slots = new Semaphore(parts.limits().connections());
        this.greetings = new Greetings(parts.limits().opening());
    }

    /// Opens endpoints and serves them.
    ///
    /// @throws ListenException if one cannot be opened; none is open then
    public static RpcServer start(
            List<Endpoint> endpoints,
            HostAnswers host,
            ServerLimits limits,
            ServerObserver observer) {
        List<Listener> listeners = new ArrayList<>();
        try {
            for (Endpoint endpoint : endpoints) {
                listeners.add(Listener.open(endpoint));
            }
        } catch (RuntimeException e) {
            listeners.forEach(Listener::close);
            throw e;
        }
        RpcServer server =
                new RpcServer(ServerParts.of(host, limits, observer), List.copyOf(listeners));
        for (Listener listener : server.listeners) {
            Thread.ofPlatform()
                    .daemon()
                    .name("accept " + listener.label())
                    .start(() -> server.accept(listener));
        }
        Thread.ofPlatform().daemon().name("housekeeper").start(server::keepHouse);
        return server;
    }

    /// Where it listens, in words, in the order of the endpoints.
    public List<String> labels() {
        return listeners.stream().map(Listener::label).toList();
    }

    /// The ports it listens at, in the order of the endpoints; -1 for those without.
    public List<Integer> ports() {
        return listeners.stream().map(Listener::port).toList();
    }

    /// How many connections there are.
    public int connections() {
        return sessions.size();
    }

    /// Bytes of kept answers.
    public int answerBytes() {
        return parts.cache().size();
    }

    /// Works an answer out before somebody asks for it, on a thread of its own; who asks meanwhile
    /// waits for it. What fails is told to the observer.
    public void workAhead(Procedure procedure, Arguments arguments) {
        XdrWriter out = new XdrWriter();
        arguments.write(out);
        Thread.ofPlatform()
                .daemon()
                .name("work-ahead")
                .start(() -> Calls.workAhead(parts, procedure, out.toBytes()));
    }

    /// Forgets the kept answers.
    public void forgetAnswers() {
        parts.cache().clear();
    }

    private void accept(Listener listener) {
        while (running) {
            try {
                Listener.Arrival arrival = listener.accept();
                if (!running) {
                    arrival.drop();
                    return;
                }
                slots.acquireUninterruptibly();
                Thread.ofVirtual().name("session").start(() -> serve(arrival, listener));
            } catch (IOException e) {
                if (!running) {
                    return;
                }
                parts.observer()
                        .trouble("cannot accept on " + listener.label() + ": " + e.getMessage());
                pause(BREATHER);
            }
        }
    }

    private void serve(Listener.Arrival arrival, Listener listener) {
        try {
            Wire wire = greetings.greet(arrival);
            Peer peer =
                    new Peer(
                            count.incrementAndGet(),
                            wire.transport(),
                            listener.readOnly(),
                            wire.peerName());
            Session session = new Session(peer, wire, parts);
            sessions.add(session);
            try {
                parts.observer().connected(peer);
                if (!running) {
                    session.abort("the server stops");
                }
                session.run();
            } finally {
                sessions.remove(session);
            }
        } catch (IOException e) {
            arrival.drop();
            parts.observer().trouble("refused on " + listener.label() + ": " + e.getMessage());
        } finally {
            slots.release();
        }
    }

    private void keepHouse() {
        while (running) {
            pause(TICK);
            long now = System.nanoTime();
            greetings.dropLate(now);
            for (Session session : sessions) {
                session.check(now);
            }
        }
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Accepts nothing more, answers the calls in progress, and ends all connections. Calls that
    /// take too long are cut off. Does nothing the second time.
    public void stop() {
        synchronized (this) {
            if (!running) {
                return;
            }
            running = false;
        }
        listeners.forEach(Listener::close);
        greetings.stop();
        List<Thread> drains = new ArrayList<>();
        for (Session session : sessions) {
            drains.add(Thread.ofVirtual().start(session::drain));
        }
        long deadline = System.nanoTime() + STOPPING.toNanos();
        for (Thread drain : drains) {
            awaitUntil(drain, deadline);
        }
        sessions.forEach(session -> session.abort("the server stops"));
        parts.cache().close();
        stopped.countDown();
    }

    private static void awaitUntil(Thread thread, long deadline) {
        long left = deadline - System.nanoTime();
        try {
            if (left > 0) {
                boolean _ = thread.join(Duration.ofNanos(left));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until the server has stopped.
    ///
    /// @return whether it has, in that time
    public boolean awaitStop(Duration patience) throws InterruptedException {
        return stopped.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        stop();
    }
}
