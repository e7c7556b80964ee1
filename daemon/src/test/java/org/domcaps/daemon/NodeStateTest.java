package org.domcaps.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.host.system.HostRoot;
import org.domcaps.rpc.message.NodeArguments;
import org.domcaps.rpc.message.NodeResult;
import org.domcaps.rpc.server.ArgumentException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The state of a made-up machine with two nodes.
class NodeStateTest {

    private static final int ALL = -1;

    @TempDir Path root;
    private NodeState node;

    @BeforeEach
    void machine() throws IOException {
        write("proc/meminfo", "MemTotal: 100 kB\nMemFree: 60 kB\nBuffers: 3 kB\nCached: 4 kB\n");
        write("proc/stat", "cpu  1 2 3 4 5 6 7 8 9 0\ncpu0 1 0 0 0 0\ncpu10 9 9 9 9 9\nintr 3\n");
        write("sys/devices/system/cpu/present", "0-8\n");
        write("sys/devices/system/cpu/online", "0,3-4,8\n");
        write("sys/devices/system/node/online", "0-1\n");
        write("sys/devices/system/node/node0/meminfo", memory(0, 60, 40));
        write("sys/devices/system/node/node1/meminfo", memory(1, 40, 20));
        write("sys/devices/system/node/node1/hugepages/hugepages-2048kB/free_hugepages", "7\n");
        node = new NodeState(new HostRoot(root));
    }

    private static String memory(int node, int total, int free) {
        return "Node "
                + node
                + " MemTotal:  "
                + total
                + " kB\nNode "
                + node
                + " MemFree:  "
                + free
                + " kB\n";
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void freeMemoryIsToldInAllAndByNode() {
        assertThat(node.freeMemory()).isEqualTo(60 * 1024);
        assertThat(node.freeMemory(new NodeArguments.FreeCells(0, 9)))
                .containsExactly(40 * 1024L, 20 * 1024L);
        assertThat(node.freeMemory(new NodeArguments.FreeCells(1, Integer.MAX_VALUE)))
                .containsExactly(20 * 1024L);
        assertThatThrownBy(() -> node.freeMemory(new NodeArguments.FreeCells(9, 1)))
                .hasMessage("start cell 9 out of range (0-1)");
    }

    @Test
    void withoutNodesThereIsOne() throws IOException {
        Path bare = Files.createDirectory(root.resolve("bare"));
        Files.createDirectory(bare.resolve("proc"));
        Files.writeString(bare.resolve("proc/meminfo"), "MemFree: 8 kB\n");
        NodeState one = new NodeState(new HostRoot(bare));
        assertThat(one.freeMemory()).isEqualTo(8 * 1024);
        assertThat(one.freeMemory(new NodeArguments.FreeCells(0, 1))).containsExactly(8 * 1024L);
    }

    @Test
    void pagesAreToldByNodeAndSize() {
        assertThat(node.freePages(new NodeArguments.FreePages(List.of(4, 2048), 1, 1, 0)))
                .containsExactly(5L, 7L);
        assertThatThrownBy(
                        () -> node.freePages(new NodeArguments.FreePages(List.of(2048), 0, 2, 0)))
                .hasMessage("page size 2048 is not available on node 0");
        assertThatThrownBy(() -> node.freePages(new NodeArguments.FreePages(List.of(4), 0, 1, 1)))
                .hasMessage("unsupported flags (0x1) in function qemuNodeGetFreePages");
    }

    private static NodeResult.Figure figure(String name, long value) {
        return new NodeResult.Figure(name, value);
    }

    @Test
    void processorsTellTheirTimes() {
        assertThat(node.cpuStatistics(new NodeArguments.CpuStatistics(ALL, 4, 0)).figures())
                .containsExactly(
                        figure("kernel", 160_000_000),
                        figure("user", 30_000_000),
                        figure("idle", 40_000_000),
                        figure("iowait", 50_000_000));
        assertThat(node.cpuStatistics(new NodeArguments.CpuStatistics(0, 0, 0)))
                .isEqualTo(new NodeResult.Figures(List.of(), 4));
        for (int cpu : new int[] {1, -2}) {
            assertThatThrownBy(() -> node.cpuStatistics(new NodeArguments.CpuStatistics(cpu, 0, 0)))
                    .isInstanceOfSatisfying(
                            ArgumentException.class,
                            e -> assertThat(e.argument()).isEqualTo("cpuNum"))
                    .hasMessage("Invalid cpuNum in virHostCPUGetStatsLinux");
        }
        assertThatThrownBy(() -> node.cpuStatistics(new NodeArguments.CpuStatistics(0, 3, 0)))
                .hasMessage("nparams in virHostCPUGetStatsLinux must be equal to 4");
    }

    @Test
    void memoryTellsItsUse() {
        assertThat(node.memoryStatistics(new NodeArguments.MemoryStatistics(4, ALL, 0)).figures())
                .containsExactly(
                        figure("total", 100),
                        figure("free", 60),
                        figure("buffers", 3),
                        figure("cached", 4));
        assertThat(node.memoryStatistics(new NodeArguments.MemoryStatistics(2, 1, 0)).figures())
                .containsExactly(figure("total", 40), figure("free", 20));
        assertThatThrownBy(() -> node.memoryStatistics(new NodeArguments.MemoryStatistics(0, 9, 0)))
                .hasMessage("cellNum in virHostMemGetStats must be less than or equal to 1");
    }

    @Test
    void theMapHasABitForEachProcessorThatIsOn() {
        assertThat(node.cpuMap(new NodeArguments.CpuMap(true, true, 0)))
                .isEqualTo(new NodeResult.CpuMap(List.of((byte) 0b11001, (byte) 1), 4, 9));
        assertThat(node.cpuMap(new NodeArguments.CpuMap(false, false, 0)))
                .isEqualTo(new NodeResult.CpuMap(List.of(), 0, 9));
    }
}
