package org.domcaps.qemu.probe;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.domcaps.qemu.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// An answer within the limit of one message can still take more memory than a command has.
@Tag("live")
class LargeAnswerTest {

    @TempDir Path folder;

    /// Probes one binary and prints what became of it.
    public static final class Prober {

        private Prober() {}

        /// The argument: the binary.
        public static void main(String[] arguments) {
            try {
                new QemuProbe(Duration.ofSeconds(60), true, HostAccelerators.KVM)
                        .probe(Path.of(arguments[0]));
            } catch (ProbeException e) {
                System.out.print(e.getMessage());
            }
        }
    }

    @Test
    void anAnswerThatFillsTheMemoryIsAFailedProbe() throws Exception {
        StandIn qemu =
                StandIn.script(
                        folder,
                        "qemu",
                        "printf '{\"return\": ['; yes 0, | head -c 10500000 | tr -d '\\n'; echo"
                                + " '0]}'\n"
                                + "exec sleep 60");
        Process prober =
                ChildJvm.start("-Xmx64m", Prober.class, Map.of(), qemu.program().toString());

        try (InputStream out = prober.getInputStream()) {
            assertThat(new String(out.readAllBytes(), UTF_8))
                    .isEqualTo(
                            "Failed to probe capabilities for "
                                    + qemu.program()
                                    + ": its answers take more memory than there is");
        }
        assertThat(prober.waitFor()).isZero();
        assertThat(Leftovers.withCommandLine(folder.toString())).isEmpty();
    }
}
