package org.domcaps.rpc.client;

import java.util.Optional;

/// What a daemon says of a CPU beside that of its host or hypervisor (`virCPUCompareResult` in
/// libvirt's public header).
public enum CpuComparison {
    /// The host lacks something of it.
    INCOMPATIBLE(0),
    /// The host has exactly that.
    IDENTICAL(1),
    /// The host has more.
    SUPERSET(2);

    private final int number;

    CpuComparison(int number) {
        this.number = number;
    }

    /// The number on the wire.
    public int number() {
        return number;
    }

    /// The result with that number.
    public static Optional<CpuComparison> find(int number) {
        for (CpuComparison result : values()) {
            if (result.number == number) {
                return Optional.of(result);
            }
        }
        return Optional.empty();
    }
}
