package org.domcaps.cpu;

/// What the CPUID instruction answers: 32 bits in each of four registers.
public record CpuidRegs(int eax, int ebx, int ecx, int edx) {

    /// All bits clear, which is also how a leaf that does not exist reads.
    public static final CpuidRegs ZERO = new CpuidRegs(0, 0, 0, 0);

    /// The content of one register.
    public int read(CpuidRegister register) {
        return switch (register) {
            case EAX -> eax;
            case EBX -> ebx;
            case ECX -> ecx;
            case EDX -> edx;
        };
    }
}
