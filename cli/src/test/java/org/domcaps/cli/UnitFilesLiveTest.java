package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The units that are shipped, as systemd reads them.
@Tag("live")
class UnitFilesLiveTest {

    private static final Path SHIPPED = Path.of("../packaging/systemd");
    private static final String PROGRAM = "/usr/bin/domcaps";

    @TempDir Path folder;

    /// Copies the units. What they start need not be installed where tests run.
    private void copy(String wrong, String in) throws Exception {
        for (String name : List.of("domcaps.service", "domcaps.socket")) {
            String text = Files.readString(SHIPPED.resolve(name));
            Files.writeString(
                    folder.resolve(name), text.replace(PROGRAM, "/bin/true").replace(wrong, in));
        }
    }

    private Run verify() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/systemd-analyze")), "systemd-analyze is missing");
        return ServedDaemon.run(
                folder,
                "systemd-analyze",
                "verify",
                "--man=no",
                folder + "/domcaps.service",
                folder + "/domcaps.socket");
    }

    @Test
    void systemdFindsNothingToSayAboutThem() throws Exception {
        copy("", "");
        assertThat(verify()).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void systemdWouldSaySo() throws Exception {
        copy("Accept=", "Acept=");
        assertThat(verify().err()).contains("Acept");
    }

    @Test
    void theSocketIsWhereTheCommandExpectsIt() throws Exception {
        assertThat(Files.readString(SHIPPED.resolve("domcaps.socket")))
                .contains("\nListenStream=/run/domcaps/domcaps-sock\n");
        assertThat(Files.readString(SHIPPED.resolve("domcaps.service")))
                .contains("\nExecStart=" + PROGRAM + " serve\n")
                .contains("\nStandardInput=socket\n");
    }
}
