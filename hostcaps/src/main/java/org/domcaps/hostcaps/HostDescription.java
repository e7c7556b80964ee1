package org.domcaps.hostcaps;

import org.domcaps.cpu.HostCpu;
import org.domcaps.host.Machine;
import org.domcaps.host.topology.HostTopology;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What a host is, apart from its emulators.
///
/// @param uuid names the host
/// @param machine architecture, microcode and address size
/// @param cpu the processor as model and features; absent if it is not known
/// @param topology processors, memory and caches
/// @param iommu whether the kernel has put devices into IOMMU groups
/// @param sleep how the host can be put to sleep
public record HostDescription(
        UUID uuid,
        Machine machine,
        Optional<HostCpu> cpu,
        HostTopology topology,
        boolean iommu,
        Set<Sleep> sleep) {

    /// Checks and copies.
    public HostDescription {
        Objects.requireNonNull(uuid, "uuid");
        Objects.requireNonNull(machine, "machine");
        Objects.requireNonNull(cpu, "cpu");
        Objects.requireNonNull(topology, "topology");
        EnumSet<Sleep> copy = EnumSet.noneOf(Sleep.class);
        copy.addAll(sleep);
        sleep = Collections.unmodifiableSet(copy);
    }

    /// A way of putting a host to sleep, in document order.
    public enum Sleep {
        /// To memory.
        MEMORY("suspend_mem"),
        /// To disk.
        DISK("suspend_disk"),
        /// To disk, and staying in memory while there is power.
        HYBRID("suspend_hybrid");

        private final String xmlName;

        Sleep(String xmlName) {
            this.xmlName = xmlName;
        }

        /// The name in the document.
        public String xmlName() {
            return xmlName;
        }
    }
}
