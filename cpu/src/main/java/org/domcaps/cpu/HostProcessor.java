package org.domcaps.cpu;

import java.util.Objects;

/// What is known of the host's processor without asking an emulator; each family of architectures
/// understands its own kind and the simulated one.
public sealed interface HostProcessor
        permits CpuidDump, HostProcessor.PowerVersion, HostProcessor.Simulated {

    /// The processor version register of a POWER host.
    ///
    /// @param pvr the 32 bits of the register; on Linux also in `/proc/cpuinfo`
    record PowerVersion(int pvr) implements HostProcessor {}

    /// A processor that is known by its model only, without vendor and features: what replayed
    /// conversations use.
    record Simulated(String model) implements HostProcessor {
        /// Checks that the name is there.
        public Simulated {
            Objects.requireNonNull(model, "model");
        }
    }
}
