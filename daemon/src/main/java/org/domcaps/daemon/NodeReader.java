package org.domcaps.daemon;

import org.domcaps.document.Arch;
import org.domcaps.host.system.FileText;
import org.domcaps.host.system.HostRoot;
import org.domcaps.rpc.message.Result;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Name, memory and processors of a machine, as `virsh hostname` and `virsh nodeinfo` show them.
///
/// Processors are counted as libvirt counts them: sockets and cores of the largest NUMA node,
/// threads of the largest core. Where nodes differ so much that the product is not the number of
/// processors, it is one node with one socket of that many cores.
final class NodeReader {

    private static final int SMALL = 4096;
    private static final int CPUINFO_LIMIT = 1 << 20;
    private static final String CPUS = "/sys/devices/system/cpu";

    private final HostRoot root;

    NodeReader(HostRoot root) {
        this.root = root;
    }

    /// The name of the host.
    String hostname() {
        return text("/proc/sys/kernel/hostname");
    }

    /// Processors and memory.
    Result.NodeInfo nodeInfo(Arch arch) {
        Map<Integer, Node> nodes = new HashMap<>();
        int present = 0;
        int online = 0;
        for (Path cpu : entries(CPUS, "cpu[0-9]*")) {
            String folder = CPUS + "/" + cpu.getFileName();
            present++;
            if (!text(folder + "/online").equals("0")) {
                online++;
                int node = node(folder);
                nodes.computeIfAbsent(node, _ -> new Node()).add(this, folder);
            }
        }
        int sockets = 1;
        int cores = 1;
        int threads = 1;
        for (Node node : nodes.values()) {
            sockets = Math.max(sockets, node.sockets.size());
            cores = Math.max(cores, node.mostCores());
            threads = Math.max(threads, node.mostThreads());
        }
        int nodeCount = Math.max(1, nodes.size());
        if (nodeCount * sockets * cores * threads != online || online != present) {
            nodeCount = 1;
            sockets = 1;
            cores = Math.max(1, online);
            threads = 1;
        }
        return new Result.NodeInfo(
                arch.xmlName(), memory(), online, mhz(), nodeCount, sockets, cores, threads);
    }

    private int node(String cpuFolder) {
        for (Path link : entries(cpuFolder, "node[0-9]*")) {
            return Integer.parseInt(link.getFileName().toString().substring("node".length()));
        }
        return 0;
    }

    private long memory() {
        return number(field("/proc/meminfo", "MemTotal").replace("kB", "").strip());
    }

    private int mhz() {
        String text = field("/proc/cpuinfo", "cpu MHz");
        int point = text.indexOf('.');
        return (int) number(point < 0 ? text : text.substring(0, point));
    }

    /// The value behind the first colon of the first line that begins with a name.
    private String field(String file, String name) {
        if (root.readText(file, CPUINFO_LIMIT) instanceof FileText.Text(String content)) {
            for (String line : content.lines().toList()) {
                int colon = line.indexOf(':');
                if (colon > 0 && line.substring(0, colon).strip().equals(name)) {
                    return line.substring(colon + 1).strip();
                }
            }
        }
        return "";
    }

    private String text(String file) {
        return root.readText(file, SMALL).orEmpty().strip();
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private Iterable<Path> entries(String folder, String pattern) {
        Set<Path> found = new HashSet<>();
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(root.resolve(folder), pattern)) {
            entries.forEach(found::add);
        } catch (IOException _) {
            // A kernel without the folder has one node, and as many processors as it says.
        }
        return found;
    }

    /// The processors of one NUMA node: socket, core, number of threads.
    private static final class Node {
        private final Map<String, Map<String, Integer>> sockets = new HashMap<>();

        private void add(NodeReader reader, String cpuFolder) {
            String socket = reader.text(cpuFolder + "/topology/physical_package_id");
            String die = reader.text(cpuFolder + "/topology/die_id");
            String core = die + ":" + reader.text(cpuFolder + "/topology/core_id");
            sockets.computeIfAbsent(socket, _ -> new HashMap<>()).merge(core, 1, Integer::sum);
        }

        private int mostCores() {
            int most = 0;
            for (Map<String, Integer> cores : sockets.values()) {
                most = Math.max(most, cores.size());
            }
            return most;
        }

        private int mostThreads() {
            int most = 0;
            for (Map<String, Integer> cores : sockets.values()) {
                for (int threads : cores.values()) {
                    most = Math.max(most, threads);
                }
            }
            return most;
        }
    }
}
