package org.domcaps.host;

import org.domcaps.cpu.CpuidRegs;
import org.domcaps.host.system.CpuidSource;

import java.util.Objects;
import java.util.Optional;

/// How many SEV guests the processor can hold at a time, from CPUID leaf 0x8000001F.
public sealed interface SevGuests {

    /// The leaf, subleaf 0: ECX has the highest guest number, EDX the lowest that plain SEV may
    /// use.
    int LEAF = 0x8000001f;

    /// The numbers as the document prints them; both 0 on a processor without SEV.
    ///
    /// @param maxGuests guests with encrypted memory
    /// @param maxEsGuests guests with encrypted registers too
    record Counted(long maxGuests, long maxEsGuests) implements SevGuests {
        /// Checks the numbers.
        public Counted {
            if (maxGuests < 0 || maxEsGuests < 0) {
                throw new IllegalArgumentException("negative number of SEV guests");
            }
        }
    }

    /// CPUID could not be asked.
    record Unknown(String cause) implements SevGuests {
        /// Checks that the cause is given.
        public Unknown {
            Objects.requireNonNull(cause, "cause");
        }
    }

    /// A processor without SEV.
    static Counted none() {
        return new Counted(0, 0);
    }

    /// Asks a processor.
    static SevGuests read(CpuidSource cpuid) {
        Optional<CpuidRegs> registers = cpuid.read(LEAF, 0);
        if (registers.isEmpty()) {
            return new Unknown(
                    "CPUID could be read neither from /dev/cpu/0/cpuid nor by native code");
        }
        long highest = Integer.toUnsignedLong(registers.get().ecx());
        long lowest = Integer.toUnsignedLong(registers.get().edx());
        if (highest == 0 || lowest == 0) {
            return none();
        }
        // Unsigned 32-bit arithmetic, as the field is; only nonsense wraps around.
        return new Counted(highest - lowest + 1 & 0xffff_ffffL, lowest - 1);
    }
}
