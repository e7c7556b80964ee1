package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// A daemon whose emulator is replaced while it runs.
@Tag("live")
class ServedChangesLiveTest {

    /// More than what a look at the host counts for.
    private static final int PAUSE_MILLIS = 200;

    @TempDir Path folder;
    private Path emulator;
    private ServedDaemon daemon;

    @BeforeEach
    void start() throws Exception {
        for (String program : List.of("virsh", "qemu-system-x86_64", "qemu-system-i386")) {
            assumeTrue(Files.exists(Path.of("/usr/bin/" + program)), program + " is missing");
        }
        emulator = folder.resolve("emulator");
        install("qemu-system-x86_64");
        daemon = ServedDaemon.start(folder, "--log-level", "debug");
    }

    @AfterEach
    void stop() throws Exception {
        if (daemon != null) {
            daemon.close();
        }
    }

    /// Puts a program in the emulator's place in one step, as package managers do.
    private void install(String program) throws Exception {
        Path next = folder.resolve("emulator.new");
        Files.writeString(next, "#!/bin/sh\nexec /usr/bin/" + program + " \"$@\"\n");
        Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(next, emulator, StandardCopyOption.REPLACE_EXISTING);
    }

    private Run ask() throws Exception {
        return daemon.virsh(
                "domcapabilities", "--emulatorbin", emulator.toString(), "--virttype", "qemu");
    }

    private String document() throws Exception {
        Run run = ask();
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    /// Where the answers to questions for the document came from, in order.
    private List<String> sources() throws Exception {
        return Files.readAllLines(daemon.log()).stream()
                .filter(line -> line.contains("api=virConnectGetDomainCapabilities"))
                .map(line -> line.replaceAll(".* from=([a-z-]+) .*", "$1"))
                .toList();
    }

    @Test
    void aReplacedEmulatorIsNoticedAndNothingElseIsWorkedOutAgain() throws Exception {
        String first = document();
        assertThat(first).contains("<arch>x86_64</arch>");
        Thread.sleep(PAUSE_MILLIS);
        assertThat(document()).isEqualTo(first);
        assertThat(sources()).containsExactly("worked-out", "kept");

        install("qemu-system-i386");
        Thread.sleep(PAUSE_MILLIS);
        // It is asked for the host's own architecture, and has that no more.
        assertThat(ask().err()).contains("does not support arch 'x86_64'");

        install("qemu-system-x86_64");
        Thread.sleep(PAUSE_MILLIS);
        assertThat(document()).isEqualTo(first);
        assertThat(sources()).containsExactly("worked-out", "kept", "worked-out", "worked-out");
    }

    @Test
    void anEmulatorThatIsTakenAwayIsRefusedFromThenOn() throws Exception {
        String first = document();
        Files.delete(emulator);
        Thread.sleep(PAUSE_MILLIS);
        assertThat(daemon.virsh("domcapabilities", "--emulatorbin", emulator.toString()).err())
                .contains("Cannot check QEMU binary " + emulator + ": No such file or directory");
        install("qemu-system-x86_64");
        Thread.sleep(PAUSE_MILLIS);
        assertThat(document()).isEqualTo(first);
    }
}
