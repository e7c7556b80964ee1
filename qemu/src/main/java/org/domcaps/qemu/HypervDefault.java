package org.domcaps.qemu;

import java.util.Objects;
import java.util.Optional;

/// What the Hyper-V enlightenments of mode host-model set by default, each from one property of the
/// full expansion of `host` with `hv-passthrough`.
public enum HypervDefault {
    /// Retries before the guest yields.
    SPINLOCKS("hv-spinlocks", ""),
    /// Timers that interrupt without a message.
    STIMER_DIRECT("hv-stimer-direct", "stimer"),
    /// Flushes by a hypercall of a nested guest.
    TLBFLUSH_DIRECT("hv-tlbflush-direct", "tlbflush"),
    /// Flushes of single ranges.
    TLBFLUSH_EXTENDED("hv-tlbflush-ext", "tlbflush"),
    /// The vendor that guests see.
    VENDOR_ID("hv-vendor-id", "");

    private final String property;
    private final String owner;

    HypervDefault(String property, String owner) {
        this.property = Objects.requireNonNull(property, "property");
        this.owner = Objects.requireNonNull(owner, "owner");
    }

    /// QEMU's name of it.
    public String property() {
        return property;
    }

    /// The enlightenment that must be there for it to be told; absent if it stands for itself.
    public Optional<String> owner() {
        return owner.isEmpty() ? Optional.empty() : Optional.of(owner);
    }
}
