package org.domcaps.cpu.x86;

import java.util.Objects;

/// One feature of the CPU map.
///
/// @param place its place in the map's order, from 0
/// @param name libvirt's name
/// @param bit where a processor tells it
/// @param migratable whether a guest that sees the feature can be migrated
/// @param withheld whether libvirt never passes the feature to QEMU
public record MapFeature(
        int place, String name, FeaturePlace bit, boolean migratable, boolean withheld) {

    /// Checks that all are there.
    public MapFeature {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(bit, "bit");
    }

    /// Whether a processor tells the feature in a model specific register.
    public boolean isMsr() {
        return bit instanceof FeaturePlace.MsrBit;
    }
}
