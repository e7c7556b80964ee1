package org.domcaps.qemu.probe;

import org.domcaps.host.system.Leash;
import org.domcaps.qemu.qmp.QmpChannel;
import org.domcaps.qemu.qmp.QmpSession;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
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
/// even by SIGKILL, the kernel kills it ([Leash]). There are no files to be left behind.
///
/// The leash is tied to the thread that started the process, so a process must be closed by the
/// thread that started it, and that must not be a virtual thread.
final class QemuProcess implements AutoCloseable {

    private static final int MAX_STDERR_BYTES = 8 << 10;
    private static final int MAX_WORDS = 400;

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
        if (Leash.isAvailable()) {
            refuseForeignFormat(binary);
        }
        command.add(binary.toString());
        command.addAll(List.of("-S", "-no-user-config", "-nodefaults", "-nographic"));
        command.addAll(List.of("-machine", "none,accel=" + accelerators, "-qmp", "stdio"));
        ProcessBuilder builder = new ProcessBuilder(Leash.before(command));
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(QemuProbe.PASSED_ON);
        environment.put("LC_ALL", "C");
        return new QemuProcess(builder.start(), deadline);
    }

    /// The shell in between would take a file that the kernel cannot run for a script of its own.
    private static void refuseForeignFormat(Path binary) throws IOException {
        byte[] start = new byte[4];
        int count;
        try (InputStream in = Files.newInputStream(binary)) {
            count = in.readNBytes(start, 0, start.length);
        } catch (AccessDeniedException _) {
            // Who may run a file need not be allowed to read it; then the kernel has to say.
            return;
        }
        boolean isElf = count == 4 && start[0] == 0x7f && start[1] == 'E' && start[2] == 'L';
        boolean isScript = count >= 2 && start[0] == '#' && start[1] == '!';
        if (!isElf && !isScript) {
            throw new IOException("Exec format error");
        }
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
