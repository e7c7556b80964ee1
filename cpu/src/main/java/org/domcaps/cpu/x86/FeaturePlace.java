package org.domcaps.cpu.x86;

import org.domcaps.cpu.CpuidDump;
import org.domcaps.cpu.CpuidKey;
import org.domcaps.cpu.CpuidRegister;

import java.util.Objects;

/// The one bit by which a processor tells that it has a feature.
public sealed interface FeaturePlace {

    /// Whether the bit is set in what was read from a processor.
    boolean isSetIn(CpuidDump dump);

    /// A bit of a CPUID answer.
    ///
    /// @param bit 0 to 31
    record CpuidBit(CpuidKey key, CpuidRegister register, int bit) implements FeaturePlace {
        /// Checks the range.
        public CpuidBit {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(register, "register");
            Objects.checkIndex(bit, 32);
        }

        @Override
        public boolean isSetIn(CpuidDump dump) {
            return (dump.read(key).read(register) >>> bit & 1) != 0;
        }
    }

    /// A bit of a model specific register.
    ///
    /// @param bit 0 to 63; the CPU map calls the low half `eax` and the high half `edx`
    record MsrBit(int index, int bit) implements FeaturePlace {
        /// Checks the range.
        public MsrBit {
            Objects.checkIndex(bit, 64);
        }

        @Override
        public boolean isSetIn(CpuidDump dump) {
            return isSetIn(dump.readMsr(index));
        }

        /// Whether the bit is set in a value of the register.
        public boolean isSetIn(long value) {
            return (value >>> bit & 1) != 0;
        }
    }
}
