package org.domcaps.cpu;

/// Family, model and stepping of an x86 processor. All zero means not known.
public record CpuSignature(int family, int model, int stepping) {

    /// Not known.
    public static final CpuSignature NONE = new CpuSignature(0, 0, 0);

    /// Bits of leaf 1 EAX that belong to the signature.
    private static final int MASK = 0x0fff3fff;

    /// Takes a signature word apart (CPUID leaf 1, register EAX); reserved bits are ignored.
    public static CpuSignature ofWord(int word) {
        int sig = word & MASK;
        return new CpuSignature(
                (sig >> 20 & 0xff) + (sig >> 8 & 0xf),
                (sig >> 12 & 0xf0) + (sig >> 4 & 0xf),
                sig & 0xf);
    }

    /// The signature word, as CPUID leaf 1 has it in EAX.
    public int word() {
        int extendedFamily = family > 15 ? family - 15 << 20 : 0;
        return extendedFamily
                | model >> 4 << 16
                | Math.min(family, 15) << 8
                | (model & 15) << 4
                | stepping & 15;
    }

    /// Whether the processor told no signature, or QEMU none for a model that is no real processor.
    public boolean isUnknown() {
        return word() == 0;
    }

    /// Four lines: the word in hexadecimal, then each part in decimal and hexadecimal.
    public String describe() {
        StringBuilder text = new StringBuilder(80);
        text.append(padded(Integer.toHexString(word()), 6, '0')).append('\n');
        line(text, "family:   ", family);
        line(text, "model:    ", model);
        line(text, "stepping: ", stepping);
        return text.toString();
    }

    private static void line(StringBuilder text, String label, int value) {
        text.append(label).append(padded(Integer.toString(value), 3, ' '));
        text.append(" (0x").append(padded(Integer.toHexString(value), 2, '0')).append(")\n");
    }

    private static String padded(String number, int width, char fill) {
        return String.valueOf(fill).repeat(Math.max(0, width - number.length())) + number;
    }
}
