package org.domcaps.bhyve;

import org.domcaps.rule.Condition;

import java.util.List;

/// What the rows of [BhyveRules] depend on.
public enum BhyveCondition implements Condition {
    /// Nothing.
    ALWAYS,
    /// Firmware images.
    BOOTROM(BhyveCapability.LPC_BOOTROM),
    /// A frame buffer, or what libvirt takes for one.
    FRAME_BUFFER(BhyveCapability.FRAME_BUFFER, BhyveCapability.XHCI),
    /// A source of random numbers.
    RANDOM_NUMBERS(BhyveCapability.VIRTIO_RND);

    private final List<BhyveCapability> anyOf;

    BhyveCondition(BhyveCapability... anyOf) {
        this.anyOf = List.of(anyOf);
    }

    @Override
    public String words() {
        if (anyOf.isEmpty()) {
            return "always";
        }
        List<String> parts = anyOf.stream().map(BhyveCapability::evidence).toList();
        return String.join(" or ", parts);
    }

    /// Whether the facts fulfil it.
    ///
    /// @throws org.domcaps.driver.DriverException if the facts do not tell
    public boolean holds(BhyveFacts facts) {
        for (BhyveCapability capability : anyOf) {
            if (facts.has(capability)) {
                return true;
            }
        }
        return anyOf.isEmpty();
    }
}
