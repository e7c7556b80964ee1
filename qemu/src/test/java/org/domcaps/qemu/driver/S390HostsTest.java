package org.domcaps.qemu.driver;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.domcaps.document.Arch;
import org.domcaps.document.DocumentWriter;
import org.domcaps.document.Release;
import org.domcaps.document.VirtType;
import org.domcaps.driver.Flag;
import org.domcaps.driver.Target;
import org.domcaps.qemu.DocumentParts;
import org.domcaps.qemu.EditedRecording;
import org.domcaps.qemu.HostTree;
import org.domcaps.qemu.fill.DocumentFiller;
import org.domcaps.qemu.fill.QemuSituation;
import org.domcaps.qemu.probe.QemuProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// An s390x host with protected virtualisation, and hosts that lack a part of it.
class S390HostsTest {

    private static final String NONE_MACHINE = "{'typename': 'none-machine'}";
    private static final String ON = "root=/dev/sda1 prot_virt=1\n";

    @TempDir Path folder;

    private final EditedRecording qemu =
            EditedRecording.minimal("s390x")
                    .reply(
                            "query-machines",
                            "[{'name': 's390-ccw-virtio-9.1', 'alias': 's390-ccw-virtio',"
                                    + " 'cpu-max': 248}]")
                    .reply(
                            "qom-list-properties",
                            NONE_MACHINE,
                            "[{'name': 'confidential-guest-support', 'type': 'link'}]")
                    .types("s390-pv-guest", "tcg-accel", "pvpanic-pci");
    private HostTree host;
    private Release release = Release.NEWEST;

    @BeforeEach
    void anS390Host() {
        host = new HostTree(folder, "s390x").folder("/sys/firmware/uv").file("/proc/cmdline", ON);
    }

    private String document() {
        Target target =
                new Target(
                        "/usr/bin/qemu-system-s390x",
                        Arch.S390X,
                        Optional.of("s390-ccw-virtio-9.1"),
                        VirtType.KVM);
        QemuSituation situation =
                new QemuSituation(
                        QemuProbe.replay(qemu.recording()),
                        host.facts(),
                        target,
                        EnumSet.noneOf(Flag.class),
                        release);
        return new String(DocumentWriter.write(DocumentFiller.fill(situation), release), UTF_8);
    }

    private String state() {
        return DocumentParts.element(document(), "s390-pv");
    }

    private String security() {
        return DocumentParts.values(document(), "launchSecurity", "sectype");
    }

    @Test
    void everythingIsThere() {
        for (Release one : List.of(Release.OLDEST, new Release(12, 0), Release.NEWEST)) {
            release = one;
            assertThat(state()).isEqualTo("<s390-pv supported='yes'/>");
            assertThat(security()).isEqualTo("s390-pv");
        }
    }

    @Test
    void theKernelsSwitchCountsForTheElementAlone() {
        host.file("/proc/cmdline", "prot_virt=0\n");
        assertThat(state()).isEqualTo("<s390-pv supported='no'/>");
        assertThat(security()).isEqualTo("s390-pv");

        host.file("/proc/cmdline", "quiet \"prot-virt=on\"\n");
        assertThat(state()).isEqualTo("<s390-pv supported='yes'/>");
    }

    @Test
    void withoutTheFirmwareInterfaceTheSwitchDoesNotMatter() {
        host = new HostTree(folder.resolve("other"), "s390x").file("/proc/cmdline", ON);
        assertThat(state()).isEqualTo("<s390-pv supported='no'/>");
    }

    @Test
    void typeAndMachinePropertyAreNeededForBoth() {
        qemu.without("s390-pv-guest");
        assertThat(state()).isEqualTo("<s390-pv supported='no'/>");
        assertThat(security()).isEqualTo("no enum");

        qemu.types("s390-pv-guest").reply("qom-list-properties", NONE_MACHINE, "[]");
        assertThat(state()).isEqualTo("<s390-pv supported='no'/>");
        assertThat(security()).isEqualTo("no enum");
    }

    @Test
    void withoutKvmTheHostIsNotAsked() {
        qemu.reply("query-kvm", "{'present': true, 'enabled': false}");
        assertThat(state()).isEqualTo("<s390-pv supported='no'/>");
        assertThat(security()).isEqualTo("s390-pv");
    }

    @Test
    void panicNotifierOfTheArchitecture() {
        assertThat(DocumentParts.values(document(), "panic", "model")).isEqualTo("s390 pvpanic");
    }
}
