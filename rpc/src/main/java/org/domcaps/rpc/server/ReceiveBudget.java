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

    /// Waits for room.
    ///
    /// @throws IOException if there was none in time, or never can be
    void take(int bytes) throws IOException {
        int wanted = units(bytes);
        try {
            if (wanted <= all
                    && units.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("no room for a message of " + bytes + " bytes");
    }

    /// Gives room back.
    void giveBack(int bytes) {
        units.release(units(bytes));
    }
}
