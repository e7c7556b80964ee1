package org.domcaps.cpu;

import java.util.Objects;

/// One property of an expanded CPU model, under QEMU's name.
///
/// @param migratable whether a guest that sees the property can be migrated
public record ExpansionProperty(String name, PropertyValue value, Migratable migratable) {

    /// Whether a property keeps a guest from being migrated.
    public enum Migratable {
        /// A guest with it can be migrated.
        YES,
        /// A guest with it can not be migrated.
        NO,
        /// The emulator did not tell.
        UNKNOWN
    }

    /// Checks that all are there.
    public ExpansionProperty {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(migratable, "migratable");
    }

    /// A property of which it is not told whether it can be migrated.
    public ExpansionProperty(String name, PropertyValue value) {
        this(name, value, Migratable.UNKNOWN);
    }
}
