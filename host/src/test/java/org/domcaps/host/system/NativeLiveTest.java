package org.domcaps.host.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.domcaps.cpu.CpuidRegs;
import org.domcaps.host.system.KvmDevice.Opening;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

@Tag("live")
class NativeLiveTest {

    @TempDir private Path folder;

    @Test
    void kvmTellsHowManyVirtualCpusItGives() {
        assumeTrue(Files.isReadable(Path.of("/dev/kvm")), "no /dev/kvm here");
        Opening opening = new NativeKvm(HostRoot.THIS_MACHINE).open();
        assertThat(opening)
                .isInstanceOfSatisfying(
                        Opening.Opened.class,
                        opened -> {
                            try (KvmDevice.Handle handle = opened.handle()) {
                                assertThat(handle.checkExtension(66)).isPositive();
                                assertThat(handle.checkExtension(9))
                                        .isPositive()
                                        .isLessThanOrEqualTo(handle.checkExtension(66));
                                assertThat(handle.checkExtension(100_000)).isZero();
                            }
                        });
    }

    @Test
    void aMissingNodeIsMissingAndAFolderIsOpenedInVain() {
        HostRoot root = new HostRoot(folder);
        assertThat(new NativeKvm(root).open()).isEqualTo(new Opening.Missing());
        assertThat(new NativeKvm(new HostRoot(Path.of("/dev/null"))).open())
                .isEqualTo(new Opening.Refused("Not a directory"));
    }

    @Test
    void theCpuidInstructionNamesAVendor() {
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "not x86_64");
        CpuidRegs vendor = new NativeCpuid().read(0, 0).orElseThrow();
        StringBuilder name = new StringBuilder();
        for (int register : new int[] {vendor.ebx(), vendor.edx(), vendor.ecx()}) {
            for (int i = 0; i < 4; i++) {
                name.append((char) (register >> 8 * i & 0xff));
            }
        }
        String cpuInfo = HostRoot.THIS_MACHINE.readText("/proc/cpuinfo", 4096).orEmpty();
        assertThat(cpuInfo).contains(": " + name);
        assertThat(vendor.eax()).isPositive();
    }
}
