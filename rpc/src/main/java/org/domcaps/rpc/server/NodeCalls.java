package org.domcaps.rpc.server;

import org.domcaps.rpc.message.NodeArguments;
import org.domcaps.rpc.message.NodeResult;
import org.domcaps.rpc.message.Payload;
import org.domcaps.rpc.message.Procedure;
import org.domcaps.rpc.xdr.XdrReader;

import java.util.function.Supplier;

/// Finds out what a call about the state of the machine wants.
final class NodeCalls {

    private NodeCalls() {}

    /// What a call wants; that it fails if it is none of those that are served.
    ///
    /// @throws org.domcaps.rpc.xdr.XdrException if the arguments cannot be read
    static Work prepare(Procedure procedure, XdrReader in, NodeAnswers node) {
        return switch (procedure) {
            case NODE_GET_FREE_MEMORY -> asked(() -> new NodeResult.Size(node.freeMemory()));
            case NODE_GET_CELLS_FREE_MEMORY -> {
                NodeArguments.FreeCells asked = NodeArguments.FreeCells.read(in);
                yield asked(() -> new NodeResult.Sizes(node.freeMemory(asked)));
            }
            case NODE_GET_FREE_PAGES -> {
                NodeArguments.FreePages asked = NodeArguments.FreePages.read(in);
                yield asked(() -> new NodeResult.Sizes(node.freePages(asked)));
            }
            case NODE_GET_CPU_STATS -> {
                NodeArguments.CpuStatistics asked = NodeArguments.CpuStatistics.read(in);
                yield asked(() -> node.cpuStatistics(asked));
            }
            case NODE_GET_MEMORY_STATS -> {
                NodeArguments.MemoryStatistics asked = NodeArguments.MemoryStatistics.read(in);
                yield asked(() -> node.memoryStatistics(asked));
            }
            case NODE_GET_CPU_MAP -> {
                NodeArguments.CpuMap asked = NodeArguments.CpuMap.read(in);
                yield asked(() -> node.cpuMap(asked));
            }
            default -> new Work.Failed(Refusals.notSupported(procedure));
        };
    }

    private static Work asked(Supplier<Payload> answer) {
        return Work.asked(answer, false, "");
    }
}
