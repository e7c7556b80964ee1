package org.domcaps.daemon;

import org.domcaps.driver.DriverException;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;
import org.domcaps.host.system.HostRoot;
import org.domcaps.rpc.message.NodeArguments;
import org.domcaps.rpc.message.NodeResult;
import org.domcaps.rpc.server.ArgumentException;
import org.domcaps.rpc.server.NodeAnswers;
import org.domcaps.rpc.server.UnsupportedFlagsException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a machine is doing, as libvirt counts it.
final class NodeState implements NodeAnswers {

    private static final int ALL = -1;
    private static final String CPU_STATS = "virHostCPUGetStats";
    private static final String CPU_STATS_LINUX = "virHostCPUGetStatsLinux";
    private static final String MEM_STATS = "virHostMemGetStats";

    private final NodeFiles files;

    NodeState(HostRoot root) {
        this.files = new NodeFiles(root);
    }

    @Override
    public long freeMemory() {
        return NodeFiles.KIB
                * files.cells().stream().mapToLong(cell -> files.memory(cell, "MemFree")).sum();
    }

    @Override
    public List<Long> freeMemory(NodeArguments.FreeCells asked) {
        return cells(asked.start(), asked.most()).stream()
                .map(cell -> NodeFiles.KIB * files.memory(cell, "MemFree"))
                .toList();
    }

    /// The nodes from one on.
    private List<Integer> cells(int start, int most) {
        List<Integer> cells = files.cells();
        int last = cells.getLast();
        if (start < 0 || start > last) {
            throw new DriverException(
                    ErrorCode.INTERNAL,
                    ErrorDomain.NONE,
                    "start cell " + start + " out of range (0-" + last + ")");
        }
        return cells.stream()
                .filter(cell -> cell >= start && (long) cell < (long) start + most)
                .toList();
    }

    @Override
    public List<Long> freePages(NodeArguments.FreePages asked) {
        requireNoFlags(asked.flags(), ErrorDomain.QEMU, "qemuNodeGetFreePages");
        List<Long> counts = new ArrayList<>();
        for (int cell : cells(asked.start(), asked.cells())) {
            for (int size : asked.sizesKib()) {
                counts.add(
                        files.freePages(cell, size)
                                .orElseThrow(() ->
                                        new DriverException(
                                                ErrorCode.OPERATION_FAILED,
                                                ErrorDomain.NONE,
                                                "page size "
                                                        + Integer.toUnsignedString(size)
                                                        + " is not available on node "
                                                        + cell)));
            }
        }
        return counts;
    }

    @Override
    public NodeResult.Figures cpuStatistics(NodeArguments.CpuStatistics asked) {
        requireNoFlags(asked.flags(), ErrorDomain.NONE, CPU_STATS);
        Optional<List<NodeResult.Figure>> figures = files.cpuTimes(asked.cpu());
        if (asked.cpu() < ALL || figures.isEmpty()) {
            throw refused(CPU_STATS_LINUX, "cpuNum", "Invalid cpuNum in " + CPU_STATS_LINUX);
        }
        return some(
                figures.get(),
                asked.count(),
                CPU_STATS_LINUX,
                "nparams in " + CPU_STATS_LINUX + " must be equal to " + figures.get().size());
    }

    @Override
    public NodeResult.Figures memoryStatistics(NodeArguments.MemoryStatistics asked) {
        requireNoFlags(asked.flags(), ErrorDomain.NONE, MEM_STATS);
        List<NodeResult.Figure> figures = new ArrayList<>();
        if (asked.cell() == ALL) {
            figures.add(memory(ALL, "total", "MemTotal"));
            figures.add(memory(ALL, "free", "MemFree"));
            figures.add(memory(ALL, "buffers", "Buffers"));
            figures.add(memory(ALL, "cached", "Cached"));
        } else {
            requireCell(asked.cell());
            figures.add(memory(asked.cell(), "total", "MemTotal"));
            figures.add(memory(asked.cell(), "free", "MemFree"));
        }
        return some(
                figures,
                asked.count(),
                MEM_STATS,
                "nparams in " + MEM_STATS + " must be " + figures.size());
    }

    private void requireCell(int cell) {
        int last = files.cells().getLast();
        if (cell < 0 || cell > last) {
            throw refused(
                    MEM_STATS,
                    "cellNum",
                    "cellNum in " + MEM_STATS + " must be less than or equal to " + last);
        }
    }

    private NodeResult.Figure memory(int cell, String name, String field) {
        return new NodeResult.Figure(name, files.memory(cell, field));
    }

    /// All figures, or their number if nobody wants any.
    private static NodeResult.Figures some(
            List<NodeResult.Figure> figures, int wanted, String function, String otherwise) {
        if (wanted == 0) {
            return new NodeResult.Figures(List.of(), figures.size());
        }
        if (wanted != figures.size()) {
            throw refused(function, "nparams", otherwise);
        }
        return new NodeResult.Figures(figures, figures.size());
    }

    @Override
    public NodeResult.CpuMap cpuMap(NodeArguments.CpuMap asked) {
        requireNoFlags(asked.flags(), ErrorDomain.NONE, "virHostCPUGetMap");
        List<Integer> present = files.cpus("present");
        List<Integer> online = files.cpus("online");
        int count = present.isEmpty() ? online.size() : present.getLast() + 1;
        byte[] map = new byte[(count + Byte.SIZE - 1) / Byte.SIZE];
        for (int cpu : online) {
            if (cpu < count) {
                map[cpu / Byte.SIZE] |= (byte) (1 << cpu % Byte.SIZE);
            }
        }
        List<Byte> bytes = new ArrayList<>();
        for (byte one : map) {
            bytes.add(one);
        }
        return new NodeResult.CpuMap(
                asked.needMap() ? bytes : List.of(), asked.needOnline() ? online.size() : 0, count);
    }

    private static void requireNoFlags(int flags, ErrorDomain domain, String function) {
        if (flags != 0) {
            throw new UnsupportedFlagsException(domain, function, flags);
        }
    }

    private static ArgumentException refused(String function, String argument, String message) {
        return new ArgumentException(ErrorDomain.NONE, function, argument, message);
    }
}
