package org.domcaps.daemon;

import org.domcaps.host.system.FileText;
import org.domcaps.host.system.HostRoot;
import org.domcaps.host.topology.TopologyReader;
import org.domcaps.rpc.message.NodeResult;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the kernel tells of memory and processors at this moment, in `/proc/meminfo`, `/proc/stat`,
/// `/sys/devices/system/cpu` and `/sys/devices/system/node`. What is missing counts as 0.
final class NodeFiles {

    /// Bytes of a KiB.
    static final long KIB = 1024;

    private static final String CPUS = "/sys/devices/system/cpu/";
    private static final String NODES = "/sys/devices/system/node";
    private static final int LIMIT = 1 << 20;
    private static final int SMALL = 4096;

    /// Most processors that a list of the kernel is taken to name.
    private static final int MOST_CPUS = 1 << 14;

    /// Nanoseconds of the unit of `/proc/stat`, which is the same on every architecture of today.
    private static final long TICK = 10_000_000;

    private static final int USER = 1;
    private static final int NICE = 2;
    private static final int SYSTEM = 3;
    private static final int IDLE = 4;
    private static final int WAITING = 5;
    private static final int INTERRUPTS = 6;
    private static final int SOFT_INTERRUPTS = 7;

    private final HostRoot root;
    private final long pageKib;

    NodeFiles(HostRoot root) {
        this.root = root;
        this.pageKib = TopologyReader.pageKib(root);
    }

    /// The numbers of the NUMA nodes, ordered; 0 where the kernel knows none.
    List<Integer> cells() {
        List<Integer> cells = list(text(NODES + "/online"));
        return cells.isEmpty() ? List.of(0) : cells;
    }

    /// A field of the memory of a node, in KiB.
    ///
    /// @param cell number of the node; negative for the whole machine
    long memory(int cell, String field) {
        String file = NODES + "/node" + cell + "/meminfo";
        if (cell < 0 || !root.exists(file)) {
            return kib(text("/proc/meminfo"), field + ":");
        }
        return kib(text(file), "Node " + cell + " " + field + ":");
    }

    private static long kib(String text, String start) {
        for (String line : text.lines().toList()) {
            if (line.startsWith(start)) {
                return number(line.substring(start.length()).replace("kB", "").strip());
            }
        }
        return 0;
    }

    /// The numbers of the processors in one of the kernel's lists, `present` or `online`.
    List<Integer> cpus(String file) {
        return list(text(CPUS + file));
    }

    /// How many pages of a size a node has free.
    ///
    /// @return empty if it has none of that size at all
    Optional<Long> freePages(int cell, int sizeKib) {
        if (sizeKib > 0 && sizeKib == pageKib) {
            return Optional.of(memory(cell, "MemFree") / sizeKib);
        }
        String pages = "/hugepages/hugepages-" + sizeKib + "kB/free_hugepages";
        String file = NODES + "/node" + cell + pages;
        if (root.readText(file, SMALL) instanceof FileText.Text(String content)) {
            return Optional.of(number(content.strip()));
        }
        return Optional.empty();
    }

    /// What a processor has spent its time with, in nanoseconds.
    ///
    /// @param cpu its number, -1 for all together
    /// @return empty if there is none of that number
    Optional<List<NodeResult.Figure>> cpuTimes(int cpu) {
        String start = cpu < 0 ? "cpu" : "cpu" + cpu;
        for (String line : text("/proc/stat").lines().toList()) {
            String[] words = line.split(" +");
            if (words[0].equals(start) && words.length > WAITING) {
                return Optional.of(
                        List.of(
                                time("kernel", words, SYSTEM, INTERRUPTS, SOFT_INTERRUPTS),
                                time("user", words, USER, NICE),
                                time("idle", words, IDLE),
                                time("iowait", words, WAITING)));
            }
        }
        return Optional.empty();
    }

    private static NodeResult.Figure time(String name, String[] words, int... places) {
        long ticks = 0;
        for (int place : places) {
            ticks += place < words.length ? number(words[place]) : 0;
        }
        return new NodeResult.Figure(name, ticks * TICK);
    }

    private String text(String file) {
        return root.readText(file, LIMIT).orEmpty();
    }

    /// The numbers of a list such as `0-3,8`.
    private static List<Integer> list(String text) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : text.strip().split(",")) {
            int dash = part.indexOf('-');
            String first = dash < 0 ? part : part.substring(0, dash);
            if (!first.isEmpty()) {
                long last = number(part.substring(dash + 1));
                for (long n = number(first); n <= last && numbers.size() < MOST_CPUS; n++) {
                    numbers.add((int) n);
                }
            }
        }
        return numbers;
    }

    /// A number of the kernel; 0 if it is none.
    static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
