package org.domcaps.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// Starts programs, and tells how long they took and how much memory they had.
///
/// This process becomes the parent of all orphans among its descendants and buries every dead child
/// at once. libvirtd needs that: it waits for the death of programs that are not its children, and
/// on a machine whose process 1 is slow to bury them it would look several times slower than it is.
///
/// A program is started by a small shell. It forks and ends, so that its fork becomes a child of
/// this process, which waits for a word and then becomes the program: the clock runs over exec and
/// the program alone. The detour keeps the memory figure honest: the kernel counts the memory of
/// whoever calls exec, and a JVM that starts a program by itself would lend it its own peak. The
/// word comes last because the shell would bury a program that is dead before it.
///
/// There is one launcher in a process. As soon as it exists, no other part of the process may wait
/// for children.
final class Launcher {

    private static final int SECONDS = 600;
    private static final String SHELL_LINES =
            """
            out=$1; shift; mkfifo "$out.go"; read -r known
            { read -r go <"$out.go"; exec "$@" </dev/null >"$out" 2>"$out.err"; } &
            echo $!
            """;

    private final Set<Long> shells = ConcurrentHashMap.newKeySet();
    private final Map<Integer, CompletableFuture<Death>> deaths = new ConcurrentHashMap<>();
    private final AtomicInteger buried = new AtomicInteger();
    private final AtomicInteger started = new AtomicInteger();

    private record Death(long nanos, LibC.Ended ended) {}

    /// A run from start to end.
    ///
    /// @param nanos from the moment before the exec to the death
    /// @param exit the exit code; negative: the signal that killed it
    /// @param peakKib the most memory that was resident at a time
    record Run(long nanos, int exit, long peakKib) {}

    /// Takes over the orphans.
    Launcher() {
        LibC.becomeSubreaper();
        Thread.ofPlatform().daemon().name("undertaker").start(this::buryForEver);
    }

    private void buryForEver() {
        while (true) {
            OptionalInt dead = LibC.nextDead();
            if (dead.isEmpty() || shells.contains((long) dead.getAsInt())) {
                // No child at all, or one that Java itself is about to bury.
                pause();
                continue;
            }
            long now = System.nanoTime();
            Optional<LibC.Ended> ended = LibC.bury(dead.getAsInt());
            if (ended.isPresent()) {
                buried.incrementAndGet();
                deaths.computeIfAbsent(dead.getAsInt(), _ -> new CompletableFuture<>())
                        .complete(new Death(now, ended.get()));
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MICROSECONDS.sleep(200);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// How many orphans were buried so far: dead children that were not started here.
    int orphans() {
        return buried.get() - started.get();
    }

    /// Starts a program with nothing on standard input.
    ///
    /// @param environment all its variables
    /// @param out the file that takes its standard output; standard error goes beside it, with
    ///   `.err` behind the name
    Child start(List<String> command, Map<String, String> environment, Path out) {
        List<String> shell = new ArrayList<>(List.of("/bin/sh", "-c", SHELL_LINES, "sh"));
        shell.add(out.toString());
        shell.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(shell).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            int pid = fork(builder.start());
            return go(pid, Path.of(out + ".go"));
        } catch (IOException e) {
            throw new BenchException(
                    "cannot start " + command.getFirst() + ": " + e.getMessage(), e);
        }
    }

    /// Has the shell fork and end; gives the number of the fork.
    private int fork(Process shell) throws IOException {
        shells.add(shell.pid());
        try (BufferedReader answer = shell.inputReader(StandardCharsets.UTF_8);
                OutputStream known = shell.getOutputStream()) {
            known.write('\n');
            known.flush();
            String pid = answer.readLine();
            shell.waitFor();
            if (pid == null || !pid.chars().allMatch(Character::isDigit)) {
                throw new IOException("the shell said: " + pid);
            }
            return Integer.parseInt(pid);
        } catch (InterruptedException e) {
            throw new BenchException("interrupted", e);
        } finally {
            shells.remove(shell.pid());
        }
    }

    /// Gives the fork its word.
    private Child go(int pid, Path fifo) throws IOException {
        started.incrementAndGet();
        try (OutputStream word = Files.newOutputStream(fifo, StandardOpenOption.WRITE)) {
            Files.delete(fifo);
            long begin = System.nanoTime();
            word.write('\n');
            return new Child(pid, begin);
        }
    }

    /// Runs a program to its end.
    Run run(List<String> command, Map<String, String> environment, Path out) {
        return start(command, environment, out).await();
    }

    /// A program that was started.
    final class Child {
        private final int pid;
        private final long begin;
        private final CompletableFuture<Death> end;

        private Child(int pid, long begin) {
            this.pid = pid;
            this.begin = begin;
            this.end =
                    deaths.compute(
                            pid,
                            (_, known) ->
                                    known != null && isOfThisRun(known)
                                            ? known
                                            : new CompletableFuture<>());
        }

        /// Whether that death is not an orphan's who had the number before.
        private boolean isOfThisRun(CompletableFuture<Death> death) {
            return !death.isDone() || death.join().nanos() - begin > 0;
        }

        int pid() {
            return pid;
        }

        /// Asks it to end; nothing happens if it has.
        void terminate() {
            if (isAlive()) {
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
            }
        }

        boolean isAlive() {
            return !end.isDone();
        }

        /// Waits for its end, ten minutes at most.
        Run await() {
            try {
                Death death = end.get(SECONDS, TimeUnit.SECONDS);
                // The number may be another process's one day.
                deaths.remove(pid, end);
                return new Run(
                        death.nanos() - begin, death.ended().exit(), death.ended().peakKib());
            } catch (TimeoutException e) {
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
                throw new BenchException(
                        "a measured program did not end within " + SECONDS + " s", e);
            } catch (InterruptedException | ExecutionException e) {
                throw new BenchException("interrupted", e);
            }
        }
    }
}
