package org.domcaps.host;

import org.domcaps.cpu.CpuidKey;
import org.domcaps.cpu.CpuidRegs;

import java.util.Collections;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// The processor's own answers, needed where no emulator describes the host's CPU.
///
/// @param leaves CPUID answers by leaf and subleaf, ascending; empty on architectures other than
///   x86, and if CPUID could not be asked
/// @param archCapabilities register 0x10a from `/dev/cpu/0/msr`, else from `/dev/kvm`; empty if the
///   processor does not have it or neither node could be used
public record RawCpu(SequencedMap<CpuidKey, CpuidRegs> leaves, OptionalLong archCapabilities) {

    /// Copies the answers and puts them into their order.
    public RawCpu {
        SortedMap<CpuidKey, CpuidRegs> sorted = new TreeMap<>(leaves);
        leaves = Collections.unmodifiableSortedMap(sorted);
        Objects.requireNonNull(archCapabilities, "archCapabilities");
    }

    /// A processor of which nothing is known.
    public static RawCpu unknown() {
        return new RawCpu(new TreeMap<>(), OptionalLong.empty());
    }
}
