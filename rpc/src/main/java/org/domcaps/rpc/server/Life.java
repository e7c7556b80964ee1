package org.domcaps.rpc.server;

import java.util.Optional;

/// Whether a connection is still one: when the peer was heard last, and why it has to end. Written
/// by the session's thread and read by others.
final class Life {

    private final long began = System.nanoTime();
    private volatile boolean served = true;
    private volatile boolean opened;
    private volatile boolean mayBeAsked;
    private volatile long heardAt = began;
    private volatile long pingedAt = began;
    private volatile Optional<String> endedBecause = Optional.empty();

    /// Whether messages are still read.
    boolean isServed() {
        return served;
    }

    /// Why the connection ends, if this side decided it.
    Optional<String> endedBecause() {
        return endedBecause;
    }

    /// Reads no more messages; the first reason counts.
    void end(String why) {
        if (endedBecause.isEmpty()) {
            endedBecause = Optional.of(why);
        }
        served = false;
    }

    /// A message came.
    void heard() {
        heardAt = System.nanoTime();
    }

    /// The connection was opened.
    void opened() {
        opened = true;
    }

    /// When the connection began.
    long began() {
        return began;
    }

    /// Whether the connection was never opened.
    boolean isUnopened() {
        return !opened;
    }

    /// The peer answers questions for signs of life.
    void mayBeAsked() {
        mayBeAsked = true;
    }

    /// Whether too many questions have gone without answer.
    boolean isGone(long now, ServerLimits limits) {
        long patience = limits.keepaliveInterval().toNanos() * (limits.keepaliveCount() + 1);
        return mayBeAsked && now - heardAt >= patience;
    }

    /// Whether it is time for a question; remembers that it was asked.
    boolean wantsPing(long now, ServerLimits limits) {
        long interval = limits.keepaliveInterval().toNanos();
        boolean wants = mayBeAsked && now - heardAt >= interval && now - pingedAt >= interval;
        if (wants) {
            pingedAt = now;
        }
        return wants;
    }
}
