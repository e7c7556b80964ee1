package org.domcaps.host.topology;

import org.domcaps.host.system.HostRoot;
import org.domcaps.host.topology.NumaCell.Cache;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a [HostTopology] below a root. A file that is missing or is not as expected leaves out
/// what it would tell; nothing here fails.
public final class TopologyReader {

    private static final String CPUS = "/sys/devices/system/cpu";
    private static final String NODES = "/sys/devices/system/node";
    private static final String HUGE_PAGES = "hugepages-";
    private static final int SMALL_FILE = 4096;
    private static final int CPUINFO_LIMIT = 8 << 20;
    private static final int FIRST_SHARED_LEVEL = 2;
    private static final long USUAL_PAGE_KIB = 4;

    private final HostRoot root;
    private final long pageKib;

    private TopologyReader(HostRoot root) {
        this.root = root;
        this.pageKib = pageKib(root);
    }

    /// KiB of a usual page. Looks at `/proc/self/auxv` alone.
    public static long pageKib(HostRoot root) {
        return PageSize.read(root).orElse(USUAL_PAGE_KIB);
    }

    /// Looks at `/sys/devices/system/cpu` and `…/node`, `/sys/kernel/mm/hugepages`,
    /// `/proc/meminfo`, and where these tell no processors, at `/proc/cpuinfo`.
    public static HostTopology read(HostRoot root) {
        TopologyReader reader = new TopologyReader(root);
        List<LogicalCpu> cpus = reader.cpus();
        return new HostTopology(reader.cells(cpus), reader.caches(cpus), reader.pageSizes());
    }

    private List<LogicalCpu> cpus() {
        List<LogicalCpu> cpus = new ArrayList<>();
        for (int id : numbered(CPUS, "cpu")) {
            String topology = CPUS + "/cpu" + id + "/topology/";
            Optional<String> siblings = line(topology + "thread_siblings_list");
            // A processor that is switched off has no topology.
            if (siblings.isPresent()) {
                cpus.add(
                        new LogicalCpu(
                                id,
                                place(topology + "physical_package_id"),
                                place(topology + "die_id"),
                                place(topology + "cluster_id"),
                                place(topology + "core_id"),
                                siblings.get()));
            }
        }
        return cpus.isEmpty() ? plainCpus() : cpus;
    }

    /// Kernels without `/sys/devices/system/cpu` still count processors.
    private List<LogicalCpu> plainCpus() {
        List<LogicalCpu> cpus = new ArrayList<>();
        for (String line : root.readText("/proc/cpuinfo", CPUINFO_LIMIT).orEmpty().split("\n")) {
            if (line.startsWith("processor")) {
                int id = cpus.size();
                cpus.add(new LogicalCpu(id, 0, 0, 0, id, Integer.toString(id)));
            }
        }
        return cpus;
    }

    /// The kernel says -1 where it does not know; libvirt takes that for 0.
    private int place(String path) {
        return (int) Math.max(0, number(path).orElse(0L));
    }

    private List<NumaCell> cells(List<LogicalCpu> cpus) {
        List<NumaCell> cells = new ArrayList<>();
        for (int id : numbered(NODES, "node")) {
            String node = NODES + "/node" + id;
            long memory = memory(node + "/meminfo", "MemTotal:");
            List<LogicalCpu> own = new ArrayList<>();
            for (LogicalCpu cpu : cpus) {
                if (root.exists(node + "/cpu" + cpu.id())) {
                    own.add(cpu);
                }
            }
            cells.add(new NumaCell(id, memory, pages(node, memory), distances(node), own));
        }
        if (cells.isEmpty()) {
            long memory = memory("/proc/meminfo", "MemTotal:");
            cells.add(new NumaCell(0, memory, List.of(), List.of(), cpus));
        }
        return cells;
    }

    private List<NumaCell.Pages> pages(String node, long memory) {
        List<NumaCell.Pages> pages = new ArrayList<>();
        long left = memory;
        for (long size : hugePageSizes(node + "/hugepages")) {
            long count =
                    number(node + "/hugepages/" + HUGE_PAGES + size + "kB/nr_hugepages").orElse(0L);
            pages.add(new NumaCell.Pages(size, count));
            left -= size * count;
        }
        pages.addFirst(new NumaCell.Pages(pageKib, left / pageKib));
        return pages;
    }

    private List<NumaCell.Distance> distances(String node) {
        List<Integer> nodes = numbered(NODES, "node");
        String[] values = line(node + "/distance").orElse("").split(" +");
        List<NumaCell.Distance> distances = new ArrayList<>();
        for (int i = 0; i < Math.min(values.length, nodes.size()); i++) {
            long value = parse(values[i]).orElse(0L);
            if (value > 0) {
                distances.add(new NumaCell.Distance(nodes.get(i), (int) value));
            }
        }
        return distances;
    }

    private List<Long> pageSizes() {
        List<Long> sizes = new ArrayList<>();
        sizes.add(pageKib);
        sizes.addAll(hugePageSizes("/sys/kernel/mm/hugepages"));
        return sizes;
    }

    private List<Long> hugePageSizes(String folder) {
        List<Long> sizes = new ArrayList<>();
        for (String name : root.names(folder)) {
            if (name.startsWith(HUGE_PAGES) && name.endsWith("kB")) {
                parse(name.substring(HUGE_PAGES.length(), name.length() - 2)).ifPresent(sizes::add);
            }
        }
        sizes.sort(Comparator.naturalOrder());
        return sizes;
    }

    private List<Cache> caches(List<LogicalCpu> cpus) {
        Set<Cache> caches = new LinkedHashSet<>();
        for (LogicalCpu cpu : cpus) {
            String folder = CPUS + "/cpu" + cpu.id() + "/cache";
            for (int index : numbered(folder, "index")) {
                cache(folder + "/index" + index + "/").ifPresent(caches::add);
            }
        }
        List<Cache> sorted = new ArrayList<>(caches);
        sorted.sort(
                Comparator.comparingInt(Cache::level)
                        .thenComparing(Cache::type)
                        .thenComparingInt(Cache::id));
        return sorted;
    }

    private Optional<Cache> cache(String folder) {
        long level = number(folder + "level").orElse(0L);
        Optional<String> size = line(folder + "size");
        if (level < FIRST_SHARED_LEVEL || size.isEmpty()) {
            return Optional.empty();
        }
        String type =
                switch (line(folder + "type").orElse("")) {
                    case "Data" -> "data";
                    case "Instruction" -> "code";
                    default -> "both";
                };
        long kib = parse(size.get().replace("K", "")).orElse(0L);
        return Optional.of(
                new Cache(
                        (int) (long) number(folder + "id").orElse(0L),
                        (int) level,
                        type,
                        kib,
                        line(folder + "shared_cpu_list").orElse("")));
    }

    private long memory(String path, String key) {
        String text = root.readText(path, SMALL_FILE).orEmpty();
        int at = text.indexOf(key);
        if (at < 0) {
            return 0;
        }
        String[] words = text.substring(at + key.length()).strip().split("\\s+");
        return parse(words[0]).orElse(0L);
    }

    /// The numbers N of entries `prefixN`, ascending.
    private List<Integer> numbered(String folder, String prefix) {
        List<Integer> numbers = new ArrayList<>();
        for (String name : root.names(folder)) {
            if (name.startsWith(prefix)) {
                parse(name.substring(prefix.length()))
                        .ifPresent(number -> numbers.add((int) (long) number));
            }
        }
        numbers.sort(Comparator.naturalOrder());
        return numbers;
    }

    private Optional<String> line(String path) {
        String text = root.readText(path, SMALL_FILE).orEmpty().strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private Optional<Long> number(String path) {
        return line(path).flatMap(TopologyReader::parse);
    }

    private static Optional<Long> parse(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
