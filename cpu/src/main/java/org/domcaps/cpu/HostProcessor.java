package org.domcaps.cpu;

import java.util.Objects;

/// What is known of the host's processor without asking an emulator; each family of architectures
/// understands its own kind and the simulated one.
public sealed interface HostProcessor
        permits CpuidDump,
                HostProcessor.PowerVersion,
                HostProcessor.ArmRegisters,
                HostProcessor.Simulated {

    /// The processor version register of a POWER host.
    ///
    /// @param pvr the 32 bits of the register; on Linux also in `/proc/cpuinfo`
    record PowerVersion(int pvr) implements HostProcessor {}

    /// What a 64-bit ARM processor and its kernel tell.
    ///
    /// @param midr the main identification register `MIDR_EL1`: implementer in bits 31 to 24, part
    ///   number in bits 15 to 4
    /// @param hwcap what the kernel says the processor can do: `AT_HWCAP` of the auxiliary vector
    record ArmRegisters(long midr, long hwcap) implements HostProcessor {}

    /// A processor that is known by its model only, without vendor and features: what replayed
    /// conversations use.
    record Simulated(String model) implements HostProcessor {
        /// Checks that the name is there.
        public Simulated {
            Objects.requireNonNull(model, "model");
        }
    }
}
