package org.domcaps.rpc.client;

import java.util.Set;

/// Flags of the calls about CPUs. Each says for which of them it is.
public enum CpuOption {
    /// Baseline: spell out every feature instead of leaving those to the model.
    EXPAND_FEATURES(1, false),
    /// Baseline: only features that do not keep a guest from being migrated.
    MIGRATABLE(2, false),
    /// Comparison: an incompatible CPU is an error that says what is missing.
    FAIL_INCOMPATIBLE(1, true),
    /// Comparison: the definition must be one that the hypervisor accepts.
    VALIDATE_XML(2, true);

    private final int bit;
    private final boolean comparison;

    CpuOption(int bit, boolean comparison) {
        this.bit = bit;
        this.comparison = comparison;
    }

    /// The sum of the bits.
    ///
    /// @throws IllegalArgumentException if an option is for the other call
    static int bits(Set<CpuOption> options, boolean comparison) {
        int bits = 0;
        for (CpuOption option : options) {
            if (option.comparison != comparison) {
                throw new IllegalArgumentException(option + " is not for this call");
            }
            bits |= option.bit;
        }
        return bits;
    }
}
