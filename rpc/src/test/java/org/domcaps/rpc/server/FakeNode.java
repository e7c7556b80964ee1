package org.domcaps.rpc.server;

import org.domcaps.driver.ErrorDomain;
import org.domcaps.rpc.message.NodeArguments;
import org.domcaps.rpc.message.NodeResult;

import java.util.List;

/// A machine with two processors, one of them off, and a node.
final class FakeNode implements NodeAnswers {

    @Override
    public long freeMemory() {
        return 1L << 40;
    }

    @Override
    public List<Long> freeMemory(NodeArguments.FreeCells asked) {
        return List.of((long) asked.start(), (long) asked.most());
    }

    @Override
    public List<Long> freePages(NodeArguments.FreePages asked) {
        return asked.sizesKib().stream().map(size -> 10L * size).toList();
    }

    @Override
    public NodeResult.Figures cpuStatistics(NodeArguments.CpuStatistics asked) {
        throw new ArgumentException(
                ErrorDomain.NONE, "aFunction", "cpuNum", "Invalid cpuNum in aFunction");
    }

    @Override
    public NodeResult.Figures memoryStatistics(NodeArguments.MemoryStatistics asked) {
        return new NodeResult.Figures(
                List.of(new NodeResult.Figure("total", asked.cell())), asked.count());
    }

    @Override
    public NodeResult.CpuMap cpuMap(NodeArguments.CpuMap asked) {
        return new NodeResult.CpuMap(List.of((byte) 1), 1, 2);
    }
}
