package org.domcaps.qemu.fill;

import org.domcaps.cpu.CpuidDump;
import org.domcaps.cpu.HostProcessor;
import org.domcaps.host.Kvm;
import org.domcaps.host.RawCpu;

import java.util.LinkedHashMap;
import java.util.Optional;

/// The host's processor in the form that the CPU rules take.
final class RawProcessor {

    private RawProcessor() {}

    /// The processor; empty if nothing could be read of it.
    static Optional<HostProcessor> of(RawCpu cpu) {
        if (cpu.leaves().isEmpty()) {
            return Optional.empty();
        }
        LinkedHashMap<Integer, Long> msrs = new LinkedHashMap<>();
        cpu.archCapabilities().ifPresent(value -> msrs.put(Kvm.ARCH_CAPABILITIES_MSR, value));
        return Optional.of(new CpuidDump(cpu.leaves(), msrs));
    }
}
