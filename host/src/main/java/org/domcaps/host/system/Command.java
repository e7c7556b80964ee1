package org.domcaps.host.system;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// A program to be run once, with a deadline, an environment of its own and nothing on its standard
/// input.
///
/// Whatever the outcome, the program is gone when [#run] returns; one that overran its deadline
/// takes along every process it started.
///
/// @param line the program's path and its arguments
/// @param variables all of its environment
/// @param deadline how long it may take
public record Command(List<String> line, Map<String, String> variables, Duration deadline) {

    /// How much of the output is kept; a program that prints more is not what we think it is.
    public static final int OUTPUT_LIMIT = 1 << 20;

    /// How much of what the program says on standard error is kept.
    public static final int ERROR_LIMIT = 1 << 14;

    private static final int CHUNK = 8192;
    private static final long DRAIN_MILLIS = 1000;

    /// Java reports a death by signal as this number plus the signal's.
    private static final int SIGNAL_BASE = 128;

    private static final int LAST_SIGNAL = 64;

    /// Copies the lists.
    public Command {
        line = List.copyOf(line);
        variables = Map.copyOf(variables);
        Objects.requireNonNull(deadline, "deadline");
    }

    /// Runs the program and waits for it.
    public CommandResult run() {
        Process process;
        try {
            process = start();
        } catch (IOException e) {
            return new CommandResult.NotStarted(String.valueOf(e.getMessage()));
        }
        Drain output = new Drain(process.getInputStream(), OUTPUT_LIMIT);
        Drain errors = new Drain(process.getErrorStream(), ERROR_LIMIT);
        boolean ended = false;
        try {
            ended = process.waitFor(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            end(process);
        }
        String complaint = new String(errors.collect(), StandardCharsets.UTF_8).strip();
        if (!ended) {
            return new CommandResult.TimedOut(deadline, complaint);
        }
        int status = process.exitValue();
        if (status > SIGNAL_BASE && status <= SIGNAL_BASE + LAST_SIGNAL) {
            return new CommandResult.Killed(status - SIGNAL_BASE, complaint);
        }
        return new CommandResult.Exited(
                status, output.collect(), complaint, output.overflowed() || errors.overflowed());
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().clear();
        builder.environment().putAll(variables);
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        return builder.start();
    }

    /// Kills what is left, children first: once their parent is gone nobody can find them any more.
    private static void end(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            // Through the handle, because the process itself would close its streams before they
            // are read.
            process.toHandle().destroyForcibly();
            try {
                process.waitFor();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Reads a stream to its end in a thread of its own, so that the program never blocks; keeps
    /// the first bytes.
    private static final class Drain implements Runnable {

        private final InputStream stream;
        private final byte[] kept;
        private int length;
        private boolean overflowed;
        private final Thread thread;

        Drain(InputStream stream, int limit) {
            this.stream = stream;
            this.kept = new byte[limit];
            this.thread = Thread.ofPlatform().daemon().name("drain").start(this);
        }

        @Override
        public void run() {
            byte[] chunk = new byte[CHUNK];
            try (stream) {
                for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
                    keep(chunk, count);
                }
            } catch (IOException _) {
                // The pipe broke with the program; its status tells what there is to tell.
            }
        }

        private synchronized void keep(byte[] chunk, int count) {
            int room = Math.min(count, kept.length - length);
            System.arraycopy(chunk, 0, kept, length, room);
            length += room;
            overflowed |= room < count;
        }

        /// Whether more came than was kept.
        synchronized boolean overflowed() {
            return overflowed;
        }

        /// What was read, all of it unless some escaped process still holds the pipe open.
        byte[] collect() {
            try {
                thread.join(DRAIN_MILLIS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            synchronized (this) {
                return Arrays.copyOf(kept, length);
            }
        }
    }
}
