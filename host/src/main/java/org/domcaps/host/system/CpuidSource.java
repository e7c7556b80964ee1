package org.domcaps.host.system;

import org.domcaps.cpu.CpuidRegs;

import java.util.Optional;

/// Answers CPUID queries about the processor of this machine.
@FunctionalInterface
public interface CpuidSource {

    /// The registers for a leaf and a subleaf, both unsigned; empty if this source cannot answer at
    /// all.
    Optional<CpuidRegs> read(int leaf, int subleaf);

    /// A source that asks `other` where this one cannot answer.
    default CpuidSource or(CpuidSource other) {
        return (leaf, subleaf) -> read(leaf, subleaf).or(() -> other.read(leaf, subleaf));
    }

    /// A source that never answers.
    static CpuidSource none() {
        return (_, _) -> Optional.empty();
    }
}
