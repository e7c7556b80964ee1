package org.domcaps.hostcaps;

import org.domcaps.cpu.HostCpu;
import org.domcaps.host.Machine;
import org.domcaps.host.system.HostRoot;
import org.domcaps.host.topology.TopologyReader;
import org.domcaps.hostcaps.HostDescription.Sleep;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Looks at a host for its [HostDescription].
public final class DescriptionReader {

    private static final int SMALL_FILE = 4096;
    private static final int UUID_DIGITS = 32;

    private DescriptionReader() {}

    /// Reads below a root: the topology, `/sys/kernel/iommu_groups`, `/sys/power`, and a UUID from
    /// `/sys/class/dmi/id/product_uuid`, which only root may read, or `/etc/machine-id`.
    ///
    /// @param machine the machine as it was gathered already
    /// @param cpu its processor as it was described already
    public static HostDescription read(HostRoot root, Machine machine, Optional<HostCpu> cpu) {
        return new HostDescription(
                uuid(root),
                machine,
                cpu,
                TopologyReader.read(root),
                root.hasEntries("/sys/kernel/iommu_groups"),
                sleep(root));
    }

    /// The firmware's UUID, unless it is one that makers leave in place of one; else the system's
    /// own number. A host with neither gets one that follows from its name, so that it stays the
    /// same.
    private static UUID uuid(HostRoot root) {
        for (String file : List.of("/sys/class/dmi/id/product_uuid", "/etc/machine-id")) {
            Optional<UUID> uuid = parse(line(root, file));
            if (uuid.isPresent()) {
                return uuid.get();
            }
        }
        String name = line(root, "/proc/sys/kernel/hostname");
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /// A UUID, with or without dashes; empty if it is none or all its digits are the same.
    static Optional<UUID> parse(String text) {
        String digits = text.replace("-", "");
        if (digits.length() != UUID_DIGITS || digits.chars().distinct().count() == 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new UUID(
                            Long.parseUnsignedLong(digits, 0, 16, 16),
                            Long.parseUnsignedLong(digits, 16, UUID_DIGITS, 16)));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// Libvirt asks logind, which looks at these files; without logind nobody puts the host to
    /// sleep.
    private static Set<Sleep> sleep(HostRoot root) {
        Set<Sleep> ways = EnumSet.noneOf(Sleep.class);
        if (!root.exists("/run/systemd/seats")) {
            return ways;
        }
        List<String> states = List.of(line(root, "/sys/power/state").split(" "));
        String disk = line(root, "/sys/power/disk");
        if (states.contains("mem")) {
            ways.add(Sleep.MEMORY);
        }
        if (states.contains("disk") && !disk.contains("[disabled]")) {
            ways.add(Sleep.DISK);
            if (disk.contains("suspend")) {
                ways.add(Sleep.HYBRID);
            }
        }
        return ways;
    }

    private static String line(HostRoot root, String path) {
        return root.readText(path, SMALL_FILE).orEmpty().strip();
    }
}
