package org.domcaps.qemu.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.domcaps.document.Arch;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.qmp.Recording;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The QEMU binaries of this machine.
@Tag("live")
class RealQemuTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    static List<Path> binaries() {
        List<Path> installed =
                List.of(Arch.values()).stream()
                        .map(arch -> Path.of("/usr/bin/qemu-system-" + arch.qemuName()))
                        .distinct()
                        .filter(Files::isExecutable)
                        .toList();
        assumeTrue(!installed.isEmpty(), "no QEMU is installed in /usr/bin");
        return installed;
    }

    private static QemuProbe probe(boolean hardwareLikely) {
        return new QemuProbe(DEADLINE, hardwareLikely, HostAccelerators.KVM);
    }

    /// The probe asks less, in another order and all at once; the recording is libvirt's own
    /// conversation.
    @ParameterizedTest
    @MethodSource("binaries")
    void aProbeFindsWhatARecordingTells(Path binary) {
        Recording recording = probe(true).record(binary);

        assertThat(probe(true).probe(binary)).isEqualTo(QemuProbe.replay(recording));
        assertThat(Recording.parse(recording.format())).isEqualTo(recording);
    }

    @ParameterizedTest
    @MethodSource("binaries")
    void theRunWithTcgAloneMayStartEarlyOrLate(Path binary) {
        assertThat(probe(false).probe(binary)).isEqualTo(probe(true).probe(binary));
    }

    @Test
    void theArchitectureIsThatOfTheName() {
        for (Path binary : binaries()) {
            QemuFacts facts = probe(true).probe(binary);

            assertThat(binary.toString()).endsWith("-" + facts.arch().qemuName());
            assertThat(facts.tcg() || facts.hardware().isPresent()).isTrue();
        }
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
    }
}
