package org.domcaps.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.document.Arch;
import org.domcaps.host.system.HostRoot;
import org.domcaps.rpc.message.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What `virsh hostname` and `virsh nodeinfo` show of a machine in a folder.
class NodeReaderTest {

    @TempDir Path folder;
    private NodeReader node;

    @BeforeEach
    void twoCoresOfTwoThreads() throws IOException {
        node = new NodeReader(new HostRoot(folder));
        write("/proc/sys/kernel/hostname", "somewhere\n");
        write("/proc/meminfo", "MemTotal:        5728468 kB\nMemFree:  1 kB\n");
        write("/proc/cpuinfo", "processor\t: 0\ncpu MHz\t\t: 2596.118\ncpu MHz\t\t: 1.0\n");
        write("/sys/devices/system/cpu/online", "0-3\n");
        write("/sys/devices/system/cpu/present", "0-3\n");
        for (int cpu = 0; cpu < 4; cpu++) {
            String topology = "/sys/devices/system/cpu/cpu" + cpu + "/topology/";
            write(topology + "physical_package_id", "0\n");
            write(topology + "core_id", cpu / 2 + "\n");
            write(topology + "thread_siblings_list", cpu / 2 * 2 + "-" + (cpu / 2 * 2 + 1) + "\n");
        }
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path.substring(1));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void theNameIsTheKernels() {
        assertThat(node.hostname()).isEqualTo("somewhere");
    }

    @Test
    void memoryClockAndProcessorsAreCounted() {
        assertThat(node.nodeInfo(Arch.X86_64))
                .isEqualTo(new Result.NodeInfo("x86_64", 5_728_468, 4, 2596, 1, 1, 2, 2));
    }

    @Test
    void whatTheKernelDoesNotTellIsNought() throws IOException {
        write("/proc/meminfo", "MemTotal: many kB\n");
        Files.delete(folder.resolve("proc/cpuinfo"));
        Result.NodeInfo info = node.nodeInfo(Arch.AARCH64);
        assertThat(info.mhz()).isZero();
        assertThat(info.memory()).isZero();
        assertThat(info.cpus()).isEqualTo(4);
    }

    @Test
    void whatIsReadIsTheMachineAsItIsNow() throws IOException {
        assertThat(node.nodeInfo(Arch.X86_64).memory()).isEqualTo(5_728_468);
        write("/proc/meminfo", "MemTotal: 7 kB\n");
        assertThat(node.nodeInfo(Arch.X86_64).memory()).isEqualTo(7);
    }
}
