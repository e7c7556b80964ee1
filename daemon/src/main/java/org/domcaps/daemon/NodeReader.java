package org.domcaps.daemon;

import org.domcaps.document.Arch;
import org.domcaps.host.system.FileText;
import org.domcaps.host.system.HostRoot;
import org.domcaps.host.topology.HostTopology;
import org.domcaps.host.topology.NumaCell;
import org.domcaps.host.topology.TopologyReader;
import org.domcaps.rpc.message.Result;

/// Name, memory and processors of a machine, as `virsh hostname` and `virsh nodeinfo` show them.
final class NodeReader {

    private static final int SMALL = 4096;
    private static final int LIMIT = 1 << 20;

    private static final int WHOLE_MACHINE = -1;

    private final HostRoot root;
    private final NodeFiles files;

    NodeReader(HostRoot root) {
        this.root = root;
        this.files = new NodeFiles(root);
    }

    /// The name of the host.
    String hostname() {
        return root.readText("/proc/sys/kernel/hostname", SMALL).orEmpty().strip();
    }

    /// Processors and memory. Dies and clusters count as more cores, as libvirt counts here; where
    /// the parts do not multiply to the processors that are there, it is one node with one socket
    /// of that many cores.
    Result.NodeInfo nodeInfo(Arch arch) {
        HostTopology topology = TopologyReader.read(root);
        int total = 0;
        for (NumaCell cell : topology.cells()) {
            total += cell.cpus().size();
        }
        HostTopology.CpuCounts counts = topology.counts();
        int cores = counts.cores() * counts.clusters() * counts.dies();
        return new Result.NodeInfo(
                arch.xmlName(),
                files.memory(WHOLE_MACHINE, "MemTotal"),
                total,
                mhz(),
                counts.nodes(),
                counts.sockets(),
                cores,
                counts.threads());
    }

    private int mhz() {
        String text = field("/proc/cpuinfo", "cpu MHz");
        int point = text.indexOf('.');
        return (int) NodeFiles.number(point < 0 ? text : text.substring(0, point));
    }

    /// The value behind the first colon of the first line that begins with a name.
    private String field(String file, String name) {
        if (root.readText(file, LIMIT) instanceof FileText.Text(String content)) {
            for (String line : content.lines().toList()) {
                int colon = line.indexOf(':');
                if (colon > 0 && line.substring(0, colon).strip().equals(name)) {
                    return line.substring(colon + 1).strip();
                }
            }
        }
        return "";
    }
}
