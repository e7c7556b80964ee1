package org.domcaps.host.topology;

import java.util.Objects;

/// One processor that the kernel schedules on, from `/sys/devices/system/cpu/cpuN/topology`.
///
/// @param id its number N
/// @param socket `physical_package_id`
/// @param die `die_id`; 0 where the kernel does not tell
/// @param cluster `cluster_id`; 0 where the kernel does not tell, 65535 where it knows of none
/// @param core `core_id`
/// @param siblings the processors on the same core, itself included, as the list in
///   `thread_siblings_list`: `0,4` or `0-1`
public record LogicalCpu(int id, int socket, int die, int cluster, int core, String siblings) {
    /// Checks.
    public LogicalCpu {
        Objects.requireNonNull(siblings, "siblings");
    }
}
