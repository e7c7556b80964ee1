package org.domcaps.host.system;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A program to be run once, with a deadline, an environment of its own and nothing on its standard input.
///
/// Whatever the outcome, the program is gone when [#run] returns; one that overran its deadline takes along every
/// process it started.
///
/// @param line the program's path and its arguments
/// @param variables all of its environment
/// @param deadline how long it may take
public record Command(List<String> line, Map<String, String> variables, Duration deadline) {

    /// How much of the output is kept; a program that prints more is not what we think it is.
    public static final int OUTPUT_LIMIT = 1 << 20;

    private static final int ERROR_LIMIT = 4096;
    private static final long DRAIN_SECONDS = 1;
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
        FutureTask<byte[]> output = drain(process.getInputStream(), OUTPUT_LIMIT);
        FutureTask<byte[]> errors = drain(process.getErrorStream(), ERROR_LIMIT);
        boolean ended = false;
        try {
            ended = process.waitFor(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            end(process);
        }
        String complaint = new String(collect(errors), StandardCharsets.UTF_8).strip();
        if (!ended) {
            return new CommandResult.TimedOut(deadline, complaint);
        }
        int status = process.exitValue();
        if (status > SIGNAL_BASE && status <= SIGNAL_BASE + LAST_SIGNAL) {
            return new CommandResult.Killed(status - SIGNAL_BASE, complaint);
        }
        return new CommandResult.Exited(status, collect(output), complaint);
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
            process.destroyForcibly();
            try {
                process.waitFor();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Reads a stream to its end in a thread of its own, keeping the first bytes, so that the program never blocks.
    private static FutureTask<byte[]> drain(InputStream stream, int limit) {
        FutureTask<byte[]> task = new FutureTask<>(() -> {
            try (stream) {
                byte[] kept = stream.readNBytes(limit);
                stream.transferTo(OutputStream.nullOutputStream());
                return kept;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Thread.ofPlatform().daemon().name("drain").start(task);
        return task;
    }

    /// What was read; nothing if some escaped process still holds the pipe open.
    private static byte[] collect(FutureTask<byte[]> task) {
        try {
            return task.get(DRAIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException _) {
            // The pipe broke with the program; its status tells what there is to tell.
        }
        return new byte[0];
    }
}
