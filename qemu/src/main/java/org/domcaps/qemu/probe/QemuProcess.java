package org.domcaps.qemu.probe;

import org.domcaps.qemu.qmp.QmpChannel;
import org.domcaps.qemu.qmp.QmpSession;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A QEMU started only to be asked: no machine, nothing running, its monitor on standard input and
/// output.
///
/// Its end is certain. Closing kills it; a deadline kills it; and if the Java virtual machine dies,
/// even by SIGKILL, the kernel kills it (`setpriv --pdeathsig`). Between the fork and that
/// arrangement the parent might already be gone, so a shell looks once more who its parent is
/// before it becomes QEMU. There are no files to be left behind.
///
/// The kernel ties that signal to the thread that started the process, so a process must be closed
/// by the thread that started it, and that must not be a virtual thread.
final class QemuProcess implements AutoCloseable {

    private static final int MAX_STDERR_BYTES = 8 << 10;
    private static final int MAX_WORDS = 400;
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final Path SHELL = Path.of("/bin/sh");
    private static final String ONLY_UNDER_PARENT = "[ \"$PPID\" = \"$0\" ] && exec \"$@\"";
    private static final List<String> PASSED_ON =
            List.of("LD_PRELOAD", "LD_LIBRARY_PATH", "PATH", "HOME", "USER", "LOGNAME", "TMPDIR");

    private final Process process;
    private final QmpSession session;
    private final StringBuilder stderr = new StringBuilder();
    private final Thread drain;
    private final Thread watchdog;
    private volatile boolean late;

    private QemuProcess(Process process, Duration deadline) {
        this.process = process;
        this.session = new QmpSession(process.getInputStream(), process.getOutputStream());
        this.drain = Thread.ofPlatform().daemon().name("qemu-stderr").start(this::drainStderr);
        this.watchdog =
                Thread.ofPlatform().daemon().name("qemu-deadline").start(() -> watch(deadline));
    }

    /// Starts a binary with that list of accelerators.
    ///
    /// @throws IOException if the operating system refuses
    static QemuProcess start(Path binary, String accelerators, Duration deadline)
            throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETPRIV)) {
            command.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "KILL"));
            if (Files.isExecutable(SHELL)) {
                command.addAll(List.of(SHELL.toString(), "-c", ONLY_UNDER_PARENT));
                command.add(Long.toString(ProcessHandle.current().pid()));
            }
        }
        command.add(binary.toString());
        command.addAll(List.of("-S", "-no-user-config", "-nodefaults", "-nographic"));
        command.addAll(List.of("-machine", "none,accel=" + accelerators, "-qmp", "stdio"));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(PASSED_ON);
        environment.put("LC_ALL", "C");
        return new QemuProcess(builder.start(), deadline);
    }

    /// The conversation with it.
    QmpChannel channel() {
        return session;
    }

    /// What went wrong, as far as the process itself shows it: the deadline, how it ended, what it
    /// wrote on standard error. To be asked when the conversation broke; waits a moment for the
    /// process to end.
    String lastWords() {
        try {
            if (!late && process.waitFor(1, TimeUnit.SECONDS)) {
                drain.join(TimeUnit.SECONDS.toMillis(1));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (late) {
            return "it did not finish within its deadline and was killed";
        }
        String words = oneLine();
        String end =
                process.isAlive()
                        ? "it is still running"
                        : "it ended with exit status " + process.exitValue();
        return words.isEmpty() ? end : end + " and said: " + words;
    }

    /// The beginning of what it wrote on standard error, without line ends and control characters.
    private String oneLine() {
        String text;
        synchronized (stderr) {
            text = stderr.toString().strip();
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length() && line.length() < MAX_WORDS; i++) {
            char c = text.charAt(i);
            boolean isPlain = !Character.isISOControl(c) && !Character.isWhitespace(c);
            if (isPlain) {
                line.append(c);
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.length() < MAX_WORDS ? line.toString().strip() : line.append('…').toString();
    }

    /// Whether the deadline has passed.
    boolean isLate() {
        return late;
    }

    private void watch(Duration deadline) {
        try {
            Thread.sleep(deadline);
            late = true;
            kill();
        } catch (InterruptedException _) {
            // Closed in time.
        }
    }

    private void drainStderr() {
        byte[] buffer = new byte[1024];
        try (InputStream in = process.getErrorStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                synchronized (stderr) {
                    if (stderr.length() < MAX_STDERR_BYTES) {
                        stderr.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
                    }
                }
            }
        } catch (IOException _) {
            // The process was killed while it wrote; what came is enough.
        }
    }

    /// Kills the process and whatever it started: a wrapper that only waits for QEMU would leave it
    /// behind.
    private void kill() {
        List<ProcessHandle> started = hasChildren() ? process.descendants().toList() : List.of();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }

    /// Whether there may be children. Looking for descendants means to look at every process there
    /// is.
    private boolean hasChildren() {
        String number = Long.toString(process.pid());
        try {
            return Files.readAllBytes(Path.of("/proc", number, "task", number, "children")).length
                    > 0;
        } catch (IOException _) {
            // Not every kernel has the file.
            return process.isAlive();
        }
    }

    /// Kills the process and waits until it is gone. QEMU has nothing to clean up, so it is not
    /// asked to.
    @Override
    public void close() {
        watchdog.interrupt();
        kill();
        boolean interrupted = false;
        while (true) {
            try {
                process.waitFor();
                break;
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        closeStreams();
    }

    private void closeStreams() {
        try {
            process.getOutputStream().close();
        } catch (IOException _) {
            // The other end is gone, so unsent bytes cannot matter.
        }
        try {
            process.getInputStream().close();
        } catch (IOException _) {
            // Likewise.
        }
    }
}
