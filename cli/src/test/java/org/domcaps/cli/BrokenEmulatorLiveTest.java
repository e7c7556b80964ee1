package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A host where one emulator works, one ends at once and one hangs.
@Tag("live")
class BrokenEmulatorLiveTest {

    private static final String GOOD = "/usr/bin/qemu-system-x86_64";

    @TempDir private Path folder;

    /// Seconds that the emulator that works has as well, on a machine that may be busy.
    private static final String PATIENCE = "6";

    private Path bin;

    @BeforeEach
    void install() throws Exception {
        assumeTrue(Files.exists(Path.of(GOOD)), GOOD + " is missing");
        bin = Files.createDirectories(folder.resolve("bin"));
        script("qemu-system-x86_64", "exec " + GOOD + " \"$@\"");
        script("qemu-system-sparc", "exit 127");
        script("qemu-system-mips", "exec /bin/sleep 100");
    }

    private void script(String name, String line) throws Exception {
        Path script = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Run domcaps(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("/usr/bin/env", "PATH=" + bin));
        command.addAll(ServedDaemon.command(words));
        return ServedDaemon.run(folder, command.toArray(new String[0]));
    }

    private String fault(String command, String name, String why) {
        String path = bin.resolve(name).toString();
        return "domcaps "
                + command
                + ": "
                + path
                + " is left out: internal error: Failed to probe capabilities for "
                + path
                + ": "
                + why
                + "\n";
    }

    private String faults(String command) {
        return fault(command, "qemu-system-mips", "no complete answer within " + PATIENCE + " s")
                + fault(
                        command,
                        "qemu-system-sparc",
                        "QEMU ended the conversation before it replied to 'qmp_capabilities' (it"
                                + " ended with exit status 127)");
    }

    @Test
    void theListHasTheOthers() throws Exception {
        assertThat(domcaps("list", "--names", "emulators", "--probe-timeout", PATIENCE))
                .isEqualTo(new Run(3, bin.resolve("qemu-system-x86_64") + "\n", faults("list")));
    }

    @Test
    void aBundleHasTheOthersUnlessABrokenOneIsNamed() throws Exception {
        Path bundle = folder.resolve("bundle");
        Run run = domcaps("record", bundle.toString(), "--probe-timeout", PATIENCE);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).isEqualTo(faults("record"));
        assertThat(run.out()).hasLineCount(3);
        assertThat(domcaps("get", "--replay", bundle.toString()).code()).isZero();

        Path none = folder.resolve("none");
        Run named =
                domcaps(
                        "record",
                        none.toString(),
                        "--emulatorbin",
                        GOOD,
                        "--emulatorbin",
                        bin + "/qemu-system-sparc");
        assertThat(named.code()).isEqualTo(3);
        assertThat(named.err()).hasLineCount(1).contains("exit status 127");
        assertThat(none).doesNotExist();
    }

    @Test
    void theOverviewIsThatOfTheDefaultEmulator() throws Exception {
        Run run = domcaps("explain");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("What " + bin + "/qemu-system-x86_64 cannot give guests here\n");
    }

    @Test
    void anEmulatorMayBeListedThatIsNotFoundByItself() throws Exception {
        Path other = Files.copy(bin.resolve("qemu-system-x86_64"), folder.resolve("other"));
        Run run = domcaps("list", "--names", "emulators", "--emulatorbin", other.toString());
        assertThat(run).isEqualTo(new Run(0, other + "\n", ""));
    }

    @Test
    void theDaemonLeavesItOutOfTheHostsCapabilitiesAndAsksItAgainNextTime() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/virsh")), "virsh is missing");
        Files.delete(bin.resolve("qemu-system-mips"));
        ServedDaemon daemon = ServedDaemon.start(folder, Map.of("PATH", bin.toString()));
        try {
            Run first = daemon.virsh("capabilities");
            assertThat(first.err()).isEmpty();
            assertThat(first.out()).contains("<arch name='x86_64'>").doesNotContain("sparc");
            daemon.awaitLog("event=emulator-left-out emulator=\"" + bin + "/qemu-system-sparc\"");

            assertThat(daemon.virsh("capabilities").out()).isEqualTo(first.out());
            assertThat(
                            Files.readAllLines(daemon.log()).stream()
                                    .filter(line -> line.contains("event=emulator-left-out")))
                    .as("it is asked each time")
                    .hasSize(2);
        } finally {
            daemon.close();
        }
    }
}
