package org.domcaps.cpu.x86;

import org.domcaps.cpu.CpuidRegs;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// One vendor of the CPU map.
///
/// @param name libvirt's name, for example `Intel`
/// @param text the 12 ASCII characters that CPUID leaf 0 spells in EBX, EDX and ECX, for example
///   `GenuineIntel`
public record MapVendor(String name, String text) {

    /// How many bytes a vendor string has.
    public static final int TEXT_LENGTH = 12;

    /// Checks that the text has the right length.
    public MapVendor {
        Objects.requireNonNull(name, "name");
        if (text.length() != TEXT_LENGTH) {
            throw new IllegalArgumentException(
                    "vendor string '" + text + "' has not " + TEXT_LENGTH + " characters");
        }
    }

    /// The registers of CPUID leaf 0 that spell a vendor string; EAX is 0.
    ///
    /// @param text 12 bytes
    public static CpuidRegs registers(byte[] text) {
        return new CpuidRegs(0, word(text, 0), word(text, 8), word(text, 4));
    }

    private static int word(byte[] text, int at) {
        return text[at] & 0xff
                | (text[at + 1] & 0xff) << 8
                | (text[at + 2] & 0xff) << 16
                | text[at + 3] << 24;
    }

    /// Whether a processor is of this vendor: every bit of the vendor string is set in its CPUID
    /// leaf 0.
    public boolean isSetIn(CpuidRegs leaf0) {
        CpuidRegs own = registers(text.getBytes(StandardCharsets.US_ASCII));
        return (own.ebx() & ~leaf0.ebx()) == 0
                && (own.ecx() & ~leaf0.ecx()) == 0
                && (own.edx() & ~leaf0.edx()) == 0;
    }
}
