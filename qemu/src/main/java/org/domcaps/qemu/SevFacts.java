package org.domcaps.qemu;

import java.util.Objects;
import java.util.Optional;

/// What `query-sev-capabilities` tells; the certificates are not kept.
///
/// @param cbitpos position of the C-bit
/// @param reducedPhysBits physical address bits that SEV costs
/// @param cpu0Id id of the first processor; absent if QEMU does not tell (before 7.1)
public record SevFacts(long cbitpos, long reducedPhysBits, Optional<String> cpu0Id) {
    /// Checks.
    public SevFacts {
        Objects.requireNonNull(cpu0Id, "cpu0Id");
    }
}
