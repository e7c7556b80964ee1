package org.domcaps.host.topology;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Processors, memory and caches of a machine.
///
/// @param cells the NUMA nodes by number; at least one
/// @param caches those above the first level, by level, type and number
/// @param pageSizesKib the sizes of pages, the smallest first
public record HostTopology(
        List<NumaCell> cells, List<NumaCell.Cache> caches, List<Long> pageSizesKib) {

    /// Checks and copies.
    public HostTopology {
        cells = List.copyOf(cells);
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("a machine has at least one cell");
        }
        caches = List.copyOf(caches);
        pageSizesKib = List.copyOf(pageSizesKib);
    }

    /// How many sockets a node has, dies a socket, clusters a die, cores a cluster and threads a
    /// core.
    ///
    /// Where these do not multiply to the processors that are there (because some are switched off,
    /// or the parts differ) they are told as libvirt does: one socket of as many cores as there are
    /// processors.
    public CpuCounts counts() {
        int total = 0;
        CpuCounts most = new CpuCounts(cells.size(), 0, 0, 0, 0, 0);
        for (NumaCell cell : cells) {
            total += cell.cpus().size();
            if (!cell.cpus().isEmpty()) {
                most = most.or(CpuCounts.of(cells.size(), cell.cpus()));
            }
        }
        return most.product() == total ? most : new CpuCounts(1, 1, 1, 1, Math.max(total, 1), 1);
    }

    /// See [#counts].
    ///
    /// @param nodes of the machine
    /// @param sockets of a node
    /// @param dies of a socket
    /// @param clusters of a die
    /// @param cores of a cluster
    /// @param threads of a core
    public record CpuCounts(
            int nodes, int sockets, int dies, int clusters, int cores, int threads) {

        private static CpuCounts of(int nodes, List<LogicalCpu> cpus) {
            Set<Integer> sockets = new HashSet<>();
            int dies = 1;
            int clusters = 1;
            int cores = 1;
            int threads = 1;
            for (LogicalCpu one : cpus) {
                Set<Integer> diesHere = new HashSet<>();
                Set<Integer> clustersHere = new HashSet<>();
                Set<Integer> coresHere = new HashSet<>();
                int threadsHere = 0;
                sockets.add(one.socket());
                for (LogicalCpu other : cpus) {
                    if (other.socket() != one.socket()) {
                        continue;
                    }
                    diesHere.add(other.die());
                    if (other.die() != one.die()) {
                        continue;
                    }
                    clustersHere.add(other.cluster());
                    if (other.cluster() == one.cluster()) {
                        coresHere.add(other.core());
                        threadsHere += other.core() == one.core() ? 1 : 0;
                    }
                }
                dies = Math.max(dies, diesHere.size());
                clusters = Math.max(clusters, clustersHere.size());
                cores = Math.max(cores, coresHere.size());
                threads = Math.max(threads, threadsHere);
            }
            return new CpuCounts(nodes, sockets.size(), dies, clusters, cores, threads);
        }

        private CpuCounts or(CpuCounts other) {
            return new CpuCounts(
                    nodes,
                    Math.max(sockets, other.sockets),
                    Math.max(dies, other.dies),
                    Math.max(clusters, other.clusters),
                    Math.max(cores, other.cores),
                    Math.max(threads, other.threads));
        }

        private long product() {
            return (long) nodes * sockets * dies * clusters * cores * threads;
        }
    }
}
