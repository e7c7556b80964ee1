package org.domcaps.host;

import org.domcaps.cpu.HostProcessor;

import java.util.Objects;
import java.util.Optional;

/// The processor's own answers, needed where no emulator describes the host's CPU.
///
/// @param processor what could be read: CPUID and register 0x10a on x86, the version register on
///   64-bit POWER, identification and capabilities on 64-bit ARM; empty on other architectures, and
///   if nothing could be read
public record RawCpu(Optional<HostProcessor> processor) {

    /// Checks that the option is there.
    public RawCpu {
        Objects.requireNonNull(processor, "processor");
    }

    /// A processor of which this is known.
    public static RawCpu of(HostProcessor processor) {
        return new RawCpu(Optional.of(processor));
    }

    /// A processor of which nothing is known.
    public static RawCpu unknown() {
        return new RawCpu(Optional.empty());
    }
}
