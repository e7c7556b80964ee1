package org.domcaps.qemu.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.domcaps.qemu.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A virtual machine that is killed by SIGKILL while it probes leaves no QEMU and no file behind.
@Tag("live")
class KilledProbeTest {

    private static final Path QEMU = Path.of("/usr/bin/qemu-system-x86_64");
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    @TempDir Path folder;

    /// Probes one binary again and again; says when it begins.
    public static final class Prober {

        private Prober() {}

        /// The argument: the binary.
        public static void main(String[] arguments) {
            QemuProbe probe = new QemuProbe(Duration.ofSeconds(60), true, HostAccelerators.KVM);
            System.out.println("ready");
            while (true) {
                probe.probe(Path.of(arguments[0]));
            }
        }
    }

    /// A link to QEMU whose path shows in its command line, so that nothing else is taken for it.
    private Path linkedQemu() throws IOException {
        assumeTrue(Files.isExecutable(QEMU), QEMU + " is not installed");
        assumeTrue(Files.isExecutable(SETPRIV), SETPRIV + " (util-linux) is not installed");
        return Files.createSymbolicLink(folder.resolve("qemu-system-x86_64"), QEMU);
    }

    private void killAfter(Path binary, long millis) throws Exception {
        Process prober =
                ChildJvm.start(
                        Prober.class, Map.of("TMPDIR", folder.toString()), binary.toString());
        try (BufferedReader out = prober.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("ready");
            Thread.sleep(millis);
        } finally {
            prober.destroyForcibly().waitFor();
        }
    }

    private void assertNothingIsLeft(String... expected) throws IOException {
        assertThat(Leftovers.withCommandLine(folder.toString())).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsOnly(expected);
        }
    }

    @ParameterizedTest(name = "after {0} ms")
    @ValueSource(longs = {0, 2, 5, 9, 14, 20, 30, 50, 80, 130, 250})
    void noQemuSurvives(long millis) throws Exception {
        killAfter(linkedQemu(), millis);

        assertNothingIsLeft("qemu-system-x86_64");
    }

    @ParameterizedTest(name = "after {0} ms")
    @ValueSource(longs = {20, 200})
    void noHangingProgramSurvives(long millis) throws Exception {
        assumeTrue(Files.isExecutable(SETPRIV), SETPRIV + " (util-linux) is not installed");
        Path hanging = folder.resolve("hanging");
        Files.writeString(
                hanging, "#!/bin/sh\ntrap '' TERM HUP INT PIPE\nexec cat '" + folder + "/fifo'\n");
        Files.setPosixFilePermissions(hanging, PosixFilePermissions.fromString("rwxr-xr-x"));
        new ProcessBuilder(List.of("mkfifo", folder + "/fifo")).start().waitFor();

        killAfter(hanging, millis);

        assertNothingIsLeft("hanging", "fifo");
    }
}
