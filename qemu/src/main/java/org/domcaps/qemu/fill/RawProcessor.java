package org.domcaps.qemu.fill;

import java.util.LinkedHashMap;
import java.util.Optional;
import org.domcaps.cpu.CpuidDump;
import org.domcaps.cpu.CpuidKey;
import org.domcaps.cpu.CpuidRegs;
import org.domcaps.cpu.HostProcessor;
import org.domcaps.host.RawCpu;

/// The host's processor in the form that the CPU rules take.
final class RawProcessor {

    private static final int ARCH_CAPABILITIES_MSR = 0x10a;

    private RawProcessor() {}

    /// The processor; empty if nothing could be read of it.
    static Optional<HostProcessor> of(RawCpu cpu) {
        if (cpu.leaves().isEmpty()) {
            return Optional.empty();
        }
        LinkedHashMap<CpuidKey, CpuidRegs> leaves = new LinkedHashMap<>();
        cpu.leaves().forEach((leaf, registers) -> leaves.put(
                new CpuidKey(leaf.leaf(), leaf.subleaf()),
                new CpuidRegs(registers.eax(), registers.ebx(), registers.ecx(), registers.edx())));
        LinkedHashMap<Integer, Long> msrs = new LinkedHashMap<>();
        cpu.archCapabilities().ifPresent(value -> msrs.put(ARCH_CAPABILITIES_MSR, value));
        return Optional.of(new CpuidDump(leaves, msrs));
    }
}
