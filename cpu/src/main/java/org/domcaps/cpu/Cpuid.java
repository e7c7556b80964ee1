package org.domcaps.cpu;

/// A processor's CPUID instruction: real hardware (`/dev/cpu/0/cpuid`), a recording, or a table of
/// a test.
@FunctionalInterface
public interface Cpuid {

    /// Asks one leaf and subleaf. A leaf that the processor does not have answers [CpuidRegs#ZERO].
    CpuidRegs read(CpuidKey key);
}
