package org.domcaps.host.firmware;

import java.util.Optional;

/// What a firmware offers its guest; the strings of `interface-types` in a descriptor.
public enum InterfaceType {
    /// The PC's traditional interface.
    BIOS("bios"),
    /// IEEE 1275.
    OPENFIRMWARE("openfirmware"),
    /// The boot loader of embedded boards.
    UBOOT("uboot"),
    /// UEFI; the document calls it `efi`.
    UEFI("uefi");

    private final String wireName;

    InterfaceType(String wireName) {
        this.wireName = wireName;
    }

    /// The name in descriptors.
    public String wireName() {
        return wireName;
    }

    /// The type of that name.
    public static Optional<InterfaceType> find(String wireName) {
        for (InterfaceType type : values()) {
            if (type.wireName.equals(wireName)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
