package org.domcaps.qemu.probe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Looks for processes that should be gone.
final class Leftovers {

    private static final Path PROC = Path.of("/proc");

    private Leftovers() {}

    /// Command lines of the running processes that have the text in theirs; zombies have none.
    /// Waits for up to two seconds until there are none.
    static List<String> withCommandLine(String text) {
        return patiently(() -> commandLines(text));
    }

    /// The processes among these that still run.
    static List<Long> running(List<Long> numbers) {
        return patiently(() -> numbers.stream().filter(Leftovers::isRunning).toList());
    }

    private static <T> List<T> patiently(Supplier<List<T>> look) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        List<T> found = look.get();
        while (!found.isEmpty() && System.nanoTime() < end) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            found = look.get();
        }
        return found;
    }

    private static List<String> commandLines(String text) {
        List<String> found = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                String line = read(process.resolve("cmdline")).replace('\0', ' ');
                if (line.contains(text)) {
                    found.add(process.getFileName() + " " + line);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static boolean isRunning(long number) {
        return !read(PROC.resolve(number + "/cmdline")).isEmpty();
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException _) {
            // It ended in the meantime.
            return "";
        }
    }
}
