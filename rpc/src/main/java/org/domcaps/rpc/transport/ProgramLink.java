package org.domcaps.rpc.transport;

import org.domcaps.host.system.HostEnvironment;
import org.domcaps.host.system.Leash;
import org.domcaps.host.system.Programs;
import org.domcaps.rpc.uri.ClientEnvironment;
import org.domcaps.rpc.uri.Route;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A link through the standard streams of a program: `ssh`, or whatever `ext` names.
///
/// The program is started by a thread of its own, which lives as long as the program: [Leash] wants
/// that. Closing ends its input, gives it a moment to go by itself, and kills it and what it
/// started.
final class ProgramLink implements Link {

    private static final int WORDS_LIMIT = 4096;
    private static final int LINE_LIMIT = 400;
    private static final long GRACE_MILLIS = 500;
    private static final long LAST_WORDS_MILLIS = 1000;

    private final List<String> command;
    private final ClientEnvironment environment;
    private final String peer;
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);

    /// Open until standard error has been read to its end.
    private final CountDownLatch heard = new CountDownLatch(1);

    private final StringBuilder words = new StringBuilder();
    private volatile Process process;
    private volatile IOException refusal;

    private ProgramLink(List<String> command, ClientEnvironment environment, String peer) {
        this.command = command;
        this.environment = environment;
        this.peer = peer;
    }

    static ProgramLink start(Route.Program route, ClientEnvironment environment, Deadline deadline)
            throws IOException {
        List<String> command = new ArrayList<>(route.command());
        command.set(0, find(command.getFirst(), environment));
        ProgramLink link = new ProgramLink(command, environment, route.peer());
        Thread.ofPlatform().daemon().name("rpc-program").start(link::own);
        link.awaitStart();
        deadline.guard(link);
        return link;
    }

    private static String find(String program, ClientEnvironment environment) throws IOException {
        HostEnvironment seen =
                HostEnvironment.of(
                        environment.variables(),
                        System.getProperty("user.dir"),
                        environment.privileged());
        return new Programs(environment.root(), seen)
                .find(program)
                .orElseThrow(
                        () -> new IOException("there is no program '" + program + "' to be run"));
    }

    /// What the owning thread does.
    private void own() {
        try {
            ProcessBuilder builder = new ProcessBuilder(Leash.before(command));
            builder.environment().clear();
            builder.environment().putAll(environment.variables());
            process = builder.start();
            Thread.ofPlatform().daemon().name("rpc-program-words").start(this::listen);
        } catch (IOException e) {
            refusal = e;
            gone.countDown();
            return;
        } finally {
            started.countDown();
        }
        await(closing);
        end();
        gone.countDown();
    }

    private void end() {
        // Once their parent is gone nobody can find the children any more.
        List<ProcessHandle> children = process.descendants().toList();
        try {
            process.getOutputStream().close();
        } catch (IOException _) {
            // A pipe that broke already is as good as closed.
        }
        try {
            if (!process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                process.waitFor();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private void awaitStart() throws IOException {
        await(started);
        if (refusal != null) {
            throw refusal;
        }
    }

    private static void await(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Keeps the end of what the program says on standard error.
    private void listen() {
        byte[] buffer = new byte[1024];
        try (InputStream in = process.getErrorStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                synchronized (words) {
                    words.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
                    if (words.length() > WORDS_LIMIT) {
                        words.delete(0, words.length() - WORDS_LIMIT);
                    }
                }
            }
        } catch (IOException _) {
            // The program was killed while it wrote; what came is enough.
        } finally {
            heard.countDown();
        }
    }

    @Override
    public InputStream input() {
        return process.getInputStream();
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        OutputStream out = process.getOutputStream();
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            // Java has closed the pipe of a program that is gone, and would just say so.
            throw process.isAlive() ? e : new IOException("the program ended", e);
        }
    }

    @Override
    public String peer() {
        return peer;
    }

    @Override
    public boolean isConfidential() {
        return true;
    }

    @Override
    public String lastWords() {
        int status = -1;
        try {
            if (process.waitFor(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS)) {
                status = process.exitValue();
                // What it said last may still be on its way; a child of it may keep the pipe open.
                boolean _ = heard.await(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        String said;
        synchronized (words) {
            said = words.toString().strip();
        }
        String line = said.replaceAll("[\\s\\p{Cntrl}]+", " ");
        String shown =
                line.length() <= LINE_LIMIT
                        ? line
                        : "…" + line.substring(line.length() - LINE_LIMIT);
        if (status < 0) {
            return shown;
        }
        String end = "it ended with exit status " + status;
        return shown.isEmpty() ? end : end + " and said: " + shown;
    }

    /// Waits until the program is gone.
    @Override
    public void close() {
        closing.countDown();
        await(gone);
        try {
            process.getInputStream().close();
        } catch (IOException _) {
            // The other end is gone.
        }
    }
}
