package org.domcaps.host.topology;

import java.util.List;
import java.util.Objects;

/// One NUMA node; a machine without NUMA has one with all its memory and processors.
///
/// @param id the node's number
/// @param memoryKib its memory in KiB
/// @param pages its pages by size, the smallest first; empty where the kernel does not tell
/// @param distances to every node that has one, by number; empty where the kernel does not tell
/// @param cpus its processors by number
public record NumaCell(
        int id,
        long memoryKib,
        List<Pages> pages,
        List<Distance> distances,
        List<LogicalCpu> cpus) {

    /// Checks and copies.
    public NumaCell {
        pages = List.copyOf(pages);
        distances = List.copyOf(distances);
        cpus = List.copyOf(cpus);
    }

    /// The pages of one size.
    ///
    /// @param sizeKib the size in KiB
    /// @param count how many there are; of the usual size those that are not part of larger ones
    public record Pages(long sizeKib, long count) {}

    /// How far another node is.
    ///
    /// @param id the other node
    /// @param value 10 for the node itself
    public record Distance(int id, int value) {}

    /// A cache that some processors share, from `/sys/devices/system/cpu/cpuN/cache/indexM`.
    ///
    /// @param id the number that the kernel gives it among those of its level and type
    /// @param level 2 for the second level
    /// @param type `both`, `code` or `data`
    /// @param sizeKib its size in KiB
    /// @param cpus the processors that share it, as a list: `0-3`
    public record Cache(int id, int level, String type, long sizeKib, String cpus) {
        /// Checks.
        public Cache {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(cpus, "cpus");
        }
    }
}
