package org.domcaps.qemu.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.document.Arch;
import org.domcaps.document.Release;
import org.domcaps.document.VirtType;
import org.domcaps.qemu.Accelerator;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.qmp.Recording;
import org.domcaps.testkit.Corpus;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class HostAcceleratorsTest {

    private static HostAccelerators on(String system, boolean mshv, boolean hvf) {
        return HostAccelerators.on(system, Arch.AARCH64, () -> mshv, () -> hvf);
    }

    @Test
    void linuxOffersKvmAndMicrosoftsHypervisorWhereItIs() {
        assertThat(on("Linux", false, true).list()).isEqualTo("kvm:tcg");
        assertThat(on("Linux", true, true).list()).isEqualTo("kvm:mshv:tcg");
        assertThat(on("Linux", true, true).hvf()).isEmpty();
    }

    @Test
    void macOsOffersHypervisorFrameworkForItsOwnArchitecture() {
        HostAccelerators mac = on("Mac OS X", true, true);
        assertThat(mac.list()).isEqualTo("hvf:tcg");
        assertThat(mac.runsHvf(Arch.AARCH64)).isTrue();
        assertThat(mac.runsHvf(Arch.ARMV7L)).isFalse();
        assertThat(mac.runsHvf(Arch.X86_64)).isFalse();
        assertThat(on("Mac OS X", true, false).list()).isEqualTo("hvf:tcg");
        assertThat(on("Mac OS X", true, false).hvf()).isEmpty();
    }

    @Test
    void otherSystemsOfferNothing() {
        assertThat(on("FreeBSD", true, true)).isEqualTo(HostAccelerators.NONE);
    }

    @Test
    void theAcceleratorsOfAReleaseAreThoseItKnows() {
        Release before = new Release(11, 9);
        Release since = new Release(11, 10);
        assertThat(Accelerator.of(VirtType.HYPERV, before)).isEqualTo(Accelerator.TCG);
        assertThat(Accelerator.of(VirtType.HYPERV, since)).isEqualTo(Accelerator.MSHV);
        assertThat(Accelerator.of(VirtType.HVF, Release.OLDEST)).isEqualTo(Accelerator.HVF);
    }

    @Test
    void aRealRecordingOfMacOsIsReadAsOne() throws IOException {
        Optional<Path> file =
                Corpus.find("corpus/tests/qemucapabilitiesdata/caps_7.0.0_aarch64+hvf.replies");
        Assumptions.assumeTrue(file.isPresent(), Corpus.MISSING);
        Recording recording = Recording.parse(Files.readAllBytes(file.get()));

        QemuFacts facts = QemuProbe.replay(recording, true);

        assertThat(facts.hardware()).contains(Accelerator.HVF);
        assertThat(facts.slots()).containsOnlyKeys(Accelerator.HVF, Accelerator.TCG);
        assertThat(facts.slot(VirtType.HVF).machines().list()).isNotEmpty();
        assertThat(facts.offers(VirtType.KVM)).isFalse();
        assertThat(QemuProbe.replay(recording).hardware()).isEmpty();
    }
}
