package org.domcaps.rpc.client;

import java.time.Duration;

/// Watches over a daemon: when it has been silent for an interval it is asked for a sign of life,
/// and when it has owed too many of them, the session is given up.
final class Pulse implements AutoCloseable {

    private final Session session;
    private final Duration interval;
    private final int most;
    private final Thread thread;

    /// Starts at once.
    ///
    /// @param interval the silence after which to ask
    /// @param most how many signs may be owed
    Pulse(Session session, Duration interval, int most) {
        this.session = session;
        this.interval = interval;
        this.most = most;
        this.thread = Thread.ofVirtual().name("rpc-pulse").start(this::watch);
    }

    private void watch() {
        long heard = session.lastHeard();
        int owed = 0;
        try {
            while (session.isOpen()) {
                Duration silence = session.silence();
                if (session.lastHeard() != heard) {
                    heard = session.lastHeard();
                    owed = 0;
                }
                Duration due = interval.multipliedBy(owed + 1L);
                if (silence.compareTo(due) < 0) {
                    Thread.sleep(due.minus(silence));
                } else if (owed >= most) {
                    session.giveUp(silence);
                } else {
                    session.ping();
                    owed++;
                }
            }
        } catch (InterruptedException _) {
            // The session is over.
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
