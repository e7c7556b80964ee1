package org.domcaps.host.system;

/// What one CPUID query left in the registers; each is an unsigned 32-bit number.
public record CpuidRegisters(int eax, int ebx, int ecx, int edx) {

    /// All registers zero: what a leaf without meaning gives.
    public static final CpuidRegisters ZERO = new CpuidRegisters(0, 0, 0, 0);
}
