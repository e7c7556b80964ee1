package org.domcaps.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.host.HostProbe;
import org.domcaps.host.system.CpuidSource;
import org.domcaps.host.system.HostEnvironment;
import org.domcaps.host.system.HostRoot;
import org.domcaps.host.system.KvmDevice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// What of a machine is noticed when it changes.
class HostWatchTest {

    private static final String DESCRIPTOR = "/usr/share/qemu/firmware/50-plain.json";

    @TempDir Path folder;
    private HostWatch watch;
    private long changesOfEmulators;

    @BeforeEach
    void aMachine() throws IOException {
        write("/proc/sys/kernel/arch", "x86_64\n");
        write("/proc/sys/kernel/osrelease", "6.1.0\n");
        write("/proc/sys/kernel/version", "#1 SMP\n");
        write("/proc/cpuinfo", "vendor_id\t: AuthenticAMD\nmicrocode\t: 0x1\n");
        write("/proc/self/status", "Uid:\t0\t0\t0\t0\nGid:\t0\t0\t0\t0\nGroups:\t0\n");
        write("/sys/module/kvm_amd/parameters/nested", "0\n");
        write("/dev/kvm", "");
        write(DESCRIPTOR, "{}");
        write("/etc/libvirt/qemu.conf", "");
        Files.createDirectories(folder.resolve("bin"));
        String path = folder.resolve("bin").toString();
        HostEnvironment environment =
                new HostEnvironment(path, "/", Optional.empty(), Optional.empty(), true);
        KvmDevice none = KvmDevice.Opening.Missing::new;
        watch =
                new HostWatch(
                        new HostProbe(new HostRoot(folder), environment, none, CpuidSource.none()),
                        path);
        watch.watch(_ -> changesOfEmulators);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path.substring(1));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /// The stamp of a look that is not the last one.
    private Object later() throws InterruptedException {
        Thread.sleep(HostWatch.WINDOW.multipliedBy(2));
        return watch.stamp();
    }

    @Test
    void theStampStaysWhileNothingChanges() throws Exception {
        Object first = watch.stamp();
        assertThat(later()).isSameAs(first);
        assertThat(later()).isSameAs(first);
    }

    @ParameterizedTest
    @CsvSource({
        "/proc/sys/kernel/osrelease, 6.1.1",
        "/proc/sys/kernel/version, #2 SMP",
        "/proc/cpuinfo, 'vendor_id\t: AuthenticAMD\nmicrocode\t: 0x2\n'",
        "/proc/self/status, 'Uid:\t1\t1\t1\t1\nGid:\t0\t0\t0\t0\nGroups:\t0\n'",
        "/sys/module/kvm_amd/parameters/nested, 1",
        "/sys/module/kvm_intel/parameters/tdx, Y",
        "/usr/share/qemu/firmware/60-another.json, {}",
        "/etc/qemu/firmware/50-plain.json, ''",
        "/etc/libvirt/qemu.conf, 'nvram = [\"/a:/b\"]'",
        "/dev/vfio/vfio, ''",
        "/bin/qemu-system-sparc, ''"
    })
    void aChangedFileOfTheMachineIsNoticed(String path, String text) throws Exception {
        Object first = watch.stamp();
        write(path, text);
        assertThat(later()).isNotSameAs(first);
        assertThat(later()).isSameAs(watch.stamp());
    }

    @Test
    void aRemovedDescriptorIsNoticed() throws Exception {
        Object first = watch.stamp();
        Files.delete(folder.resolve(DESCRIPTOR.substring(1)));
        assertThat(later()).isNotSameAs(first);
    }

    @Test
    void otherPermissionsOfTheNodeOfKvmAreNoticed() throws Exception {
        Object first = watch.stamp();
        Path node = folder.resolve("dev/kvm");
        Files.setPosixFilePermissions(node, PosixFilePermissions.fromString("---------"));
        assertThat(later()).isNotSameAs(first);
        Object second = watch.stamp();
        Files.delete(node);
        assertThat(later()).isNotSameAs(second);
    }

    @Test
    void aChangedEmulatorIsNoticed() throws Exception {
        Object first = watch.stamp();
        changesOfEmulators = 1;
        assertThat(later()).isNotSameAs(first);
    }

    @Test
    void theStateIsTheOneOfTheSameLook() throws Exception {
        assertThat(watch.state().machine().kernel()).contains("6.1.0 #1 SMP");
        write("/proc/sys/kernel/osrelease", "6.1.1");
        later();
        assertThat(watch.state().machine().kernel()).contains("6.1.1 #1 SMP");
    }
}
