package org.domcaps.rpc.server;

import org.domcaps.rpc.message.NodeArguments;
import org.domcaps.rpc.message.NodeResult;

import java.util.List;

/// Who knows how the machine is doing. Used by many threads at once. Every method may throw a
/// [org.domcaps.error.DomcapsException], which becomes the reply.
public interface NodeAnswers {

    /// Free memory of the whole machine, in bytes.
    long freeMemory();

    /// Free memory of some NUMA nodes, in bytes.
    List<Long> freeMemory(NodeArguments.FreeCells asked);

    /// Free pages of some NUMA nodes: for each node its numbers for the sizes that are asked for.
    List<Long> freePages(NodeArguments.FreePages asked);

    /// What processors have spent their time with.
    NodeResult.Figures cpuStatistics(NodeArguments.CpuStatistics asked);

    /// What memory is used for.
    NodeResult.Figures memoryStatistics(NodeArguments.MemoryStatistics asked);

    /// Which processors are on.
    NodeResult.CpuMap cpuMap(NodeArguments.CpuMap asked);
}
