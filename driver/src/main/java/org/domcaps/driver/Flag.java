package org.domcaps.driver;

import org.domcaps.document.Release;

import java.util.EnumSet;
import java.util.Set;

/// Flags of `virConnectGetDomainCapabilities`.
public enum Flag {
    /// Switch off, in the host model, every feature that the emulator calls deprecated (since
    /// 11.0).
    DISABLE_DEPRECATED_FEATURES(1, new Release(11, 0)),
    /// Spell out every feature of the host model, not just the differences to the named model
    /// (since 12.2).
    EXPAND_CPU_FEATURES(2, new Release(12, 2)),
    /// Add features that a guest can have although the emulator does not switch them on by itself
    /// (since 12.5).
    SUPPORTED_CPU_FEATURES(4, new Release(12, 5));

    private final int bit;
    private final Release since;

    Flag(int bit, Release since) {
        this.bit = bit;
        this.since = since;
    }

    /// The bit on the wire.
    public int bit() {
        return bit;
    }

    /// The first release that accepts the flag; older ones refuse it.
    public Release since() {
        return since;
    }

    /// The sum of the bits.
    public static int bits(Set<Flag> flags) {
        int bits = 0;
        for (Flag flag : flags) {
            bits |= flag.bit;
        }
        return bits;
    }

    /// The flags that a release accepts.
    public static Set<Flag> knownTo(Release release) {
        Set<Flag> known = EnumSet.noneOf(Flag.class);
        for (Flag flag : values()) {
            if (release.isAtLeast(flag.since)) {
                known.add(flag);
            }
        }
        return known;
    }
}
