package org.domcaps.cli;

import org.domcaps.library.ReadProgress;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// A line on standard error that counts while a person waits: from the second second on, a few
/// times a second, only on a terminal; gone when all is done.
final class Progress implements ReadProgress, AutoCloseable {

    private static final long QUIET_NANOS = 1_000_000_000L;
    private static final long STEP_NANOS = 200_000_000L;
    private static final String CLEAR = "\r\u001b[K";

    private final Shell shell;
    private final String text;
    private final boolean watched;
    private long next = System.nanoTime() + QUIET_NANOS;
    private boolean shown;

    /// @param text what is counted, before the numbers: `reading hosts`
    Progress(Context context, String text) {
        this.shell = context.shell();
        this.text = context.command() + ": " + text;
        this.watched = shell.errIsTerminal();
    }

    @Override
    public void read(int done, int total) {
        if (watched && System.nanoTime() >= next) {
            write(CLEAR + text + ", " + done + " of " + total);
            shown = true;
            next = System.nanoTime() + STEP_NANOS;
        }
    }

    /// Takes the line away.
    @Override
    public void close() {
        if (shown) {
            write(CLEAR);
            shown = false;
        }
    }

    private void write(String line) {
        try {
            shell.err().write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // Whoever watched is gone; the work goes on.
        }
    }
}
