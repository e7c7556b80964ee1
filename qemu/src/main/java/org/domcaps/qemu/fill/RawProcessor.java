package org.domcaps.qemu.fill;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.domcaps.cpu.CpuidDump;
import org.domcaps.cpu.HostProcessor;
import org.domcaps.host.HostFacts;

/// The host's processor as the CPU rules take it.
final class RawProcessor {

    private RawProcessor() {}

    static Optional<HostProcessor> of(HostFacts host) {
        return Optional.empty();
    }
}
