package org.domcaps.bench;

import org.domcaps.document.DocumentWriter;
import org.domcaps.document.Release;
import org.domcaps.driver.Request;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The parts that happen within a running JVM, each in a JVM of its own under JMH: facts to
/// document, and a document read and written.
final class DocumentBench {

    private static final String GARBAGE = "gc.alloc.rate.norm";
    private static final int WARM_UP = 4;
    private static final int ITERATIONS = 7;
    private static final String TEXT_AIM = "at most 0.2 of the peer";

    private final Path emulator;
    private final Optional<Path> document;

    /// @param document what is read and written; absent: the document of the emulator on this host
    DocumentBench(Path emulator, Optional<Path> document) {
        this.emulator = emulator;
        this.document = document;
    }

    /// Facts to the bytes of a document.
    Row factsToDocument() {
        Figure figure =
                run(
                        FactsToDocument.class,
                        "factsToDocument",
                        Map.of(FactsToDocument.EMULATOR, emulator));
        byte[] text = ownDocument();
        String note =
                String.format(
                        Locale.ROOT,
                        "JMH; resolving the request, all rules, and writing %d KB",
                        text.length / 1000);
        return new Row(
                "facts to document, warm JVM",
                Optional.of(figure),
                Optional.empty(),
                Optional.empty(),
                "at most 1 ms",
                List.of(note));
    }

    /// Facts to the bytes of the documents of all machine types under all virt types.
    Row allDocuments() {
        Figure figure =
                run(
                        FactsToDocument.class,
                        "allDocuments",
                        Map.of(FactsToDocument.EMULATOR, emulator));
        int count = FactsToDocument.requests(FactsToDocument.driver(emulator)).size();
        return new Row(
                "all machines and virt types of one QEMU",
                Optional.of(figure),
                Optional.empty(),
                Optional.empty(),
                "–",
                List.of(
                        String.format(
                                Locale.ROOT,
                                "JMH; %d documents from facts in memory, %.3f ms each",
                                count,
                                figure.median() / count)));
    }

    /// Reading, then writing.
    List<Row> text() {
        try (PrivateFolder folder = PrivateFolder.create()) {
            Path file = document.orElse(folder.resolve("document.xml"));
            if (document.isEmpty()) {
                Files.write(file, ownDocument());
            }
            return List.of(text(file, "read", "bindingRead"), text(file, "write", "bindingWrite"));
        } catch (IOException e) {
            throw new BenchException("cannot write the document to be read: " + e.getMessage(), e);
        }
    }

    private Row text(Path file, String method, String peerMethod) throws IOException {
        Figure ours = run(DocumentText.class, method, Map.of(DocumentText.FILE, file));
        Figure peer = run(DocumentText.class, peerMethod, Map.of(DocumentText.FILE, file));
        long size = Files.size(file);
        String note =
                String.format(
                        Locale.ROOT,
                        "JMH; %s, %d KB, at %.0f MB/s; the peer is Jackson's binding for XML with"
                                + " classes for most of the document",
                        document.map(path -> path.getFileName().toString())
                                .orElse("this host's document"),
                        size / 1000,
                        size / ours.median() / 1000);
        return new Row(
                "document: " + method,
                Optional.of(ours),
                Optional.of(peer),
                Optional.empty(),
                TEXT_AIM,
                List.of(note));
    }

    private byte[] ownDocument() {
        return DocumentWriter.write(
                FactsToDocument.driver(emulator).domainCapabilities(Request.defaults()),
                Release.NEWEST);
    }

    private static Figure run(Class<?> type, String method, Map<String, Path> properties) {
        String[] flags =
                properties.entrySet().stream()
                        .map(property -> "-D" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new);
        try {
            Collection<RunResult> results =
                    new Runner(
                                    new OptionsBuilder()
                                            .include(
                                                    type.getName().replace(".", "\\.")
                                                            + "\\."
                                                            + method
                                                            + "$")
                                            .forks(1)
                                            .warmupIterations(WARM_UP)
                                            .warmupTime(TimeValue.seconds(1))
                                            .measurementIterations(ITERATIONS)
                                            .measurementTime(TimeValue.seconds(1))
                                            .addProfiler(GCProfiler.class)
                                            .verbosity(VerboseMode.SILENT)
                                            .shouldFailOnError(true)
                                            .jvmArgsAppend(flags)
                                            .build())
                            .run();
            return figure(results.iterator().next());
        } catch (RunnerException e) {
            throw new BenchException("JMH failed: " + reason(e), e);
        }
    }

    /// What the measured code itself complained about; JMH only says that it did.
    private static String reason(RunnerException failure) {
        Throwable root = failure;
        while (root.getCause() != null || root.getSuppressed().length > 0) {
            root = root.getCause() != null ? root.getCause() : root.getSuppressed()[0];
        }
        return String.valueOf(root.getMessage());
    }

    private static Figure figure(RunResult result) {
        Result<?> time = result.getPrimaryResult();
        Optional<String> garbage =
                Optional.ofNullable(result.getSecondaryResults().get(GARBAGE))
                        .map(bytes -> Math.round(bytes.getScore() / 1000) + " KB");
        return new Figure(
                time.getStatistics().getPercentile(50), time.getStatistics().getMin(), garbage);
    }
}
