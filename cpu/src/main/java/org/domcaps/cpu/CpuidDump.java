package org.domcaps.cpu;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Everything that was read from one x86 processor, and the content of a `<cpudata arch='x86'>`
/// element.
///
/// @param leaves CPUID answers in the order they were read; a leaf that is missing counts as all
///   zero
/// @param msrs 64-bit values of model specific registers by index, in the order they were read; a
///   register that is missing was not readable and counts as all zero
public record CpuidDump(SequencedMap<CpuidKey, CpuidRegs> leaves, SequencedMap<Integer, Long> msrs)
        implements Cpuid, HostProcessor {

    /// Copies, keeping the order.
    public CpuidDump {
        leaves = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(leaves));
        msrs = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(msrs));
    }

    @Override
    public CpuidRegs read(CpuidKey key) {
        return leaves.getOrDefault(key, CpuidRegs.ZERO);
    }

    /// The value of a model specific register, 0 if it was not read.
    public long readMsr(int index) {
        return msrs.getOrDefault(index, 0L);
    }

    /// The same with one more model specific register.
    public CpuidDump withMsr(int index, long value) {
        LinkedHashMap<Integer, Long> more = new LinkedHashMap<>(msrs);
        more.put(index, value);
        return new CpuidDump(leaves, more);
    }
}
