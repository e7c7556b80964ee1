package org.domcaps.conformance;

import org.domcaps.bhyve.BhyveCapability;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What a bhyve can do in a case of libvirt's document test. The file of the case does not say it;
/// each label stands for all that came before it and one thing more.
enum BhyveLabel {
    /// Nothing that counts.
    BASIC("basic", EnumSet.noneOf(BhyveCapability.class)),
    /// Firmware images.
    UEFI("uefi", EnumSet.of(BhyveCapability.LPC_BOOTROM)),
    /// A frame buffer as well.
    FBUF("fbuf", EnumSet.of(BhyveCapability.LPC_BOOTROM, BhyveCapability.FRAME_BUFFER));

    private final String label;
    private final Set<BhyveCapability> capabilities;

    BhyveLabel(String label, Set<BhyveCapability> capabilities) {
        this.label = label;
        this.capabilities = Collections.unmodifiableSet(capabilities);
    }

    /// What the bhyve can do.
    Set<BhyveCapability> capabilities() {
        return capabilities;
    }

    static Optional<BhyveLabel> find(String label) {
        for (BhyveLabel known : values()) {
            if (known.label.equals(label)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }
}
