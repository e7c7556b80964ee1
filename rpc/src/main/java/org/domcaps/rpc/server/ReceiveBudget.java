package org.domcaps.rpc.server;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Bytes that messages of all connections may take up together. In units, so that the numbers fit a
/// semaphore's.
final class ReceiveBudget {

    private static final int UNIT = 4096;

    private final Semaphore units;
    private final int all;
    private final Duration patience;

    /// A budget.
    ///
    /// @param bytes how many
    /// @param patience how long to wait for room
    ReceiveBudget(int bytes, Duration patience) {
        this.all = units(bytes);
        this.units = new Semaphore(all, true);
        this.patience = patience;
    }

    private static int units(int bytes) {
        return (bytes + UNIT - 1) / UNIT;
    }

    /// Makes sure that there can be room for a message at all: one that is larger than everything
    /// would wait in vain.
    ///
    /// @throws IOException if there never can be
    void requirePossible(int bytes) throws IOException {
        if (units(bytes) > all) {
            throw noRoom(bytes);
        }
    }

    /// Waits for room.
    ///
    /// @throws IOException if there was none in time
    void take(int bytes) throws IOException {
        try {
            if (units.tryAcquire(units(bytes), patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw noRoom(bytes);
    }

    private static IOException noRoom(int bytes) {
        return new IOException("no room for a message of " + bytes + " bytes");
    }

    /// Gives room back.
    void giveBack(int bytes) {
        units.release(units(bytes));
    }
}
