package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The command as a process of its own: what only real descriptors can show.
@Tag("live")
class ProcessTest {

    private static final byte[] DOCUMENT = Documents.OLD_FORM.getBytes(StandardCharsets.UTF_8);

    private static List<String> domcaps(String... words) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.domcaps.cli.Main"));
        command.addAll(List.of(words));
        return command;
    }

    private static Run finish(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), out, err);
    }

    private static void feed(Process process) throws IOException {
        try (OutputStream in = process.getOutputStream()) {
            in.write(DOCUMENT);
        }
    }

    @Test
    void aDocumentGoesThrough() throws Exception {
        Process process = new ProcessBuilder(domcaps("get", "--document", "-")).start();
        feed(process);
        assertThat(finish(process)).isEqualTo(new Run(0, Documents.OLD_FORM, ""));
    }

    @Test
    void nobodyReads() throws Exception {
        Process process = new ProcessBuilder(domcaps("get", "--document", "-")).start();
        process.getInputStream().close();
        feed(process);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(new Run(process.exitValue(), "", err)).isEqualTo(new Run(141, "", ""));
    }

    @Test
    void theDiskIsFull() throws Exception {
        Process process =
                new ProcessBuilder(domcaps("get", "--document", "-"))
                        .redirectOutput(Path.of("/dev/full").toFile())
                        .start();
        feed(process);
        assertThat(finish(process))
                .isEqualTo(
                        new Run(
                                3,
                                "",
                                "domcaps get: cannot write to standard output: No space left on"
                                        + " device\n"));
    }

    @Test
    void aTerminalHasColoursAndAPipeHasNone() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/usr/bin/script")), "script is not installed");
        Path file = Files.createTempFile("domcaps", ".xml");
        try {
            Files.write(file, DOCUMENT);
            List<String> words = domcaps("get", "--format", "text", "--document", file.toString());
            assertThat(finish(new ProcessBuilder(words).start()).out()).doesNotContain("\u001b");
            String line = String.join(" ", words);
            ProcessBuilder terminal = new ProcessBuilder("script", "-qec", line, "/dev/null");
            terminal.environment().put("TERM", "xterm");
            terminal.environment().remove("NO_COLOR");
            Process process = terminal.start();
            process.getOutputStream().close();
            assertThat(finish(process).out()).contains("\u001b[1m");
        } finally {
            Files.delete(file);
        }
    }
}
