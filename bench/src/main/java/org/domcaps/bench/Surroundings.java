package org.domcaps.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What a figure depends on besides the code: machine, kernel, versions. Names no host and no user.
final class Surroundings {

    private static final long KIB_PER_GB = 1_000_000_000 / 1024;
    private static final int SECONDS = 10;

    private Surroundings() {}

    /// Markdown, a line each.
    static String text(Path root, Path emulator, List<String> arguments) {
        List<String> lines = new ArrayList<>();
        lines.add("machine: " + machine());
        lines.add("system: " + system() + ", Linux " + System.getProperty("os.version"));
        lines.add("versions: " + String.join("; ", versions(root, emulator)));
        lines.add("command: `" + String.join(" ", command(arguments)) + "`");
        return "- " + String.join("\n- ", lines) + "\n";
    }

    private static List<String> command(List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("./bench/run"));
        for (String argument : arguments) {
            // Where a file lies is nobody's business.
            words.add(argument.substring(argument.lastIndexOf('/') + 1));
        }
        return words;
    }

    private static String machine() {
        String memory =
                field(Path.of("/proc/meminfo"), "MemTotal")
                        .map(text ->
                                Long.parseLong(text.replaceAll("\\D", "")) / KIB_PER_GB + " GB")
                        .orElse("unknown memory");
        String load =
                firstLine(Path.of("/proc/loadavg"))
                        .map(text -> text.split(" ")[0])
                        .orElse("unknown");
        return field(Path.of("/proc/cpuinfo"), "model name").orElse("unknown processor")
                + ", "
                + Runtime.getRuntime().availableProcessors()
                + " CPUs, "
                + memory
                + kvm()
                + ", load before the start "
                + load;
    }

    private static String kvm() {
        Path device = Path.of("/dev/kvm");
        if (!Files.exists(device)) {
            return ", no KVM";
        }
        return Files.isWritable(device) ? ", KVM" : ", KVM closed to this user";
    }

    private static String system() {
        return firstLine(Path.of("/etc/os-release"))
                .map(line -> line.substring(line.indexOf('=') + 1).replace("\"", ""))
                .orElse("unknown system");
    }

    private static List<String> versions(Path root, Path emulator) {
        List<String> versions = new ArrayList<>();
        said(List.of("git", "-C", root.toString(), "describe", "--always", "--dirty"))
                .ifPresent(commit -> versions.add("domcaps " + commit));
        versions.add(
                "JDK "
                        + System.getProperty("java.runtime.version")
                        + " "
                        + System.getProperty("java.vendor"));
        versions.add(said(List.of(emulator.toString(), "--version")).orElse("QEMU unknown"));
        versions.add(
                Programs.find("libvirtd")
                        .flatMap(daemon -> said(List.of(daemon.toString(), "--version")))
                        .orElse("no libvirtd"));
        return versions;
    }

    private static Optional<String> field(Path file, String name) {
        try {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith(name)) {
                    return Optional.of(line.substring(line.indexOf(':') + 1).strip());
                }
            }
        } catch (IOException _) {
            // Then it stays unknown.
        }
        return Optional.empty();
    }

    private static Optional<String> firstLine(Path file) {
        try {
            return Files.readAllLines(file).stream().findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// The first line that a program says; empty if it fails.
    private static Optional<String> said(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String text =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean fine = process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
            return fine ? text.lines().findFirst() : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new BenchException("interrupted", e);
        }
    }
}
