package org.domcaps.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// The least that a client of QEMU can do: starts it, asks what it is told to ask, all at once,
/// waits for as many lines as there must be, and kills it. It looks at no reply. This is the floor
/// under a probe.
final class BareClient {

    /// The greeting comes before the replies.
    private static final int GREETINGS = 1;

    private final Path emulator;
    private final List<Conversation> conversations;

    BareClient(Path emulator, List<Conversation> conversations) {
        this.emulator = emulator;
        this.conversations = List.copyOf(conversations);
    }

    /// Makes sure that a line is a reply: an event would be taken for one, and the last reply would
    /// be missing.
    ///
    /// @throws BenchException if lines do not tell when all replies have come
    void check() {
        for (Conversation conversation : conversations) {
            ByteArrayOutputStream replies = new ByteArrayOutputStream();
            try {
                hold(conversation, replies);
            } catch (IOException e) {
                throw new BenchException("the bare client failed: " + e.getMessage(), e);
            }
            String last = "\"libvirt-" + conversation.count() + '"';
            if (!replies.toString(StandardCharsets.UTF_8).contains(last)) {
                throw new BenchException(
                        "QEMU says more than replies, so the bare client would stop too early");
            }
        }
    }

    /// Holds all conversations at the same time; gives how many bytes were replied.
    long ask() {
        List<CompletableFuture<Long>> runs = new ArrayList<>();
        for (Conversation conversation : conversations) {
            CompletableFuture<Long> run = new CompletableFuture<>();
            Thread.ofPlatform()
                    .daemon()
                    .start(() -> {
                        try {
                            run.complete(hold(conversation, OutputStream.nullOutputStream()));
                        } catch (IOException | RuntimeException e) {
                            run.completeExceptionally(e);
                        }
                    });
            runs.add(run);
        }
        try {
            long bytes = 0;
            for (CompletableFuture<Long> run : runs) {
                bytes += run.join();
            }
            return bytes;
        } catch (CompletionException e) {
            throw new BenchException("the bare client failed: " + e.getCause().getMessage(), e);
        }
    }

    private long hold(Conversation conversation, OutputStream copy) throws IOException {
        List<String> command = new ArrayList<>(List.of(emulator.toString()));
        command.addAll(conversation.arguments());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.put("LC_ALL", "C");
        Process qemu = builder.start();
        try {
            OutputStream out = qemu.getOutputStream();
            out.write(conversation.requests());
            out.flush();
            return readLines(qemu.getInputStream(), conversation.count(), copy);
        } finally {
            qemu.destroyForcibly();
            awaitEnd(qemu);
        }
    }

    /// Reads until that many lines have come after the greeting, and passes on what it reads.
    private static long readLines(InputStream in, int replies, OutputStream copy)
            throws IOException {
        byte[] buffer = new byte[64 << 10];
        long bytes = 0;
        int missing = replies + GREETINGS;
        while (missing > 0) {
            int count = in.read(buffer);
            if (count < 0) {
                throw new IOException("QEMU ended with " + missing + " replies missing");
            }
            copy.write(buffer, 0, count);
            bytes += count;
            for (int i = 0; i < count; i++) {
                if (buffer[i] == '\n') {
                    missing--;
                }
            }
        }
        return bytes;
    }

    private static void awaitEnd(Process process) {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new BenchException("interrupted", e);
        }
    }
}
