package org.domcaps.rpc.server;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Clients that are being greeted. Each has a time for all of it, however it divides its bytes:
/// what is counted is not the silence between them. A slow handshake holds its place no longer.
final class Greetings {

    private final Duration patience;
    private final Set<Greeting> greetings = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    /// No greetings yet.
    ///
    /// @param patience how long each may take
    Greetings(Duration patience) {
        this.patience = patience;
    }

    /// Not a record: two greetings are never the same.
    private static final class Greeting {
        private final Listener.Arrival arrival;
        private final long began = System.nanoTime();
        private volatile boolean late;

        private Greeting(Listener.Arrival arrival) {
            this.arrival = arrival;
        }
    }

    /// Greets a client. Called by the thread of its session.
    ///
    /// @throws IOException if the client does not keep to the protocol, or is late
    Wire greet(Listener.Arrival arrival) throws IOException {
        Greeting greeting = new Greeting(arrival);
        greetings.add(greeting);
        try {
            if (over) {
                throw new IOException("the server stops");
            }
            return arrival.greet();
        } catch (IOException e) {
            throw greeting.late
                    ? new IOException(
                            "the handshake took longer than " + patience.toSeconds() + " s", e)
                    : e;
        } finally {
            greetings.remove(greeting);
        }
    }

    /// Ends those that have taken too long; called every now and then.
    ///
    /// @param now the nanosecond clock
    void dropLate(long now) {
        for (Greeting greeting : greetings) {
            if (now - greeting.began > patience.toNanos()) {
                greeting.late = true;
                greeting.arrival.drop();
            }
        }
    }

    /// Ends all of them, and those that come later.
    void stop() {
        over = true;
        greetings.forEach(greeting -> greeting.arrival.drop());
    }
}
