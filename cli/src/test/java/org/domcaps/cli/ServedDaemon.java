package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `domcaps serve` as a process, with a cache of its own.
record ServedDaemon(Process process, Path folder, Path log) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static List<String> command(String... words) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.domcaps.cli.Main"));
        command.addAll(List.of(words));
        return command;
    }

    static ServedDaemon start(Path folder, String... options) throws Exception {
        return start(folder, Map.of(), options);
    }

    /// A daemon with some other variables of the environment.
    static ServedDaemon start(Path folder, Map<String, String> variables, String... options)
            throws Exception {
        List<String> words = new ArrayList<>(List.of("serve", "--socket", folder + "/sock"));
        words.addAll(List.of(options));
        Path log = folder.resolve("log");
        ProcessBuilder builder =
                new ProcessBuilder(command(words.toArray(new String[0])))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().remove("JOURNAL_STREAM");
        builder.environment().putAll(variables);
        ServedDaemon daemon = new ServedDaemon(builder.start(), folder, log);
        daemon.awaitLog("event=started");
        return daemon;
    }

    void awaitLog(String text) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(log).contains(text)) {
            assertThat(System.nanoTime()).as("log: %s", Files.readString(log)).isLessThan(end);
            Thread.sleep(20);
        }
    }

    String unixUri() {
        return "qemu+unix:///system?socket=" + folder + "/sock";
    }

    /// The port that the system chose for a transport.
    int port(String transport) throws IOException {
        Matcher label =
                Pattern.compile(transport + ":[^ \"]*:(\\d+)").matcher(Files.readString(log));
        assertThat(label.find()).isTrue();
        return Integer.parseInt(label.group(1));
    }

    /// Runs a program to its end; its output and its errors together.
    static Run run(Path folder, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().put("LC_ALL", "C");
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("%s ends", List.of(command))
                .isTrue();
        return new Run(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    Run virsh(String... words) throws Exception {
        return virshOver(unixUri(), words);
    }

    Run virshOver(String uri, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("virsh", "-q", "-c", uri));
        command.addAll(List.of(words));
        return run(folder, command.toArray(new String[0]));
    }

    void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
