package org.domcaps.rpc.transport;

import java.time.Duration;
import java.util.Objects;

/// A point in time at which something is closed, whatever a thread is doing with it.
///
/// What is being opened step by step is handed over step by step ([#guard]); only the latest
/// counts. Closing the deadline calls it off.
public final class Deadline implements AutoCloseable {

    private final Duration duration;
    private final long end;
    private final Thread watch;
    private AutoCloseable guarded = () -> {};
    private boolean over;
    private boolean done;

    private Deadline(Duration duration) {
        this.duration = duration;
        this.end = System.nanoTime() + duration.toNanos();
        this.watch = Thread.ofVirtual().name("deadline").start(this::watch);
    }

    /// A deadline from now.
    public static Deadline in(Duration duration) {
        return new Deadline(Objects.requireNonNull(duration, "duration"));
    }

    /// Closes this at the deadline instead of what was guarded before; at once if it has passed.
    public void guard(AutoCloseable resource) {
        boolean late;
        synchronized (this) {
            guarded = resource;
            late = over;
        }
        if (late) {
            end(resource);
        }
    }

    /// Whether the time is up.
    public synchronized boolean isOver() {
        return over;
    }

    /// What is left of the time, at least a millisecond.
    public Duration left() {
        long nanos = end - System.nanoTime();
        return Duration.ofNanos(Math.max(nanos, 1_000_000));
    }

    /// How long it was at first.
    public Duration duration() {
        return duration;
    }

    private void watch() {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException _) {
            return;
        }
        AutoCloseable late;
        synchronized (this) {
            if (done) {
                return;
            }
            over = true;
            late = guarded;
        }
        end(late);
    }

    private static void end(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception _) {
            // Whoever works with it finds it closed, or broken, which is all that matters here.
        }
    }

    /// Calls it off; `false` if that came too late, and what was guarded is closed.
    public boolean callOff() {
        watch.interrupt();
        synchronized (this) {
            done = true;
            return !over;
        }
    }

    @Override
    public void close() {
        boolean _ = callOff();
    }
}
