package org.domcaps.host.firmware;

import java.util.Optional;

/// How code and variables of a flash firmware lie; `mapping.mode` in a descriptor.
public enum FlashMode {
    /// Code in one image, variables in another that is copied from a template. What a missing
    /// `mode` means.
    SPLIT("split"),
    /// Code and variables in one image.
    COMBINED("combined"),
    /// No variables.
    STATELESS("stateless");

    private final String wireName;

    FlashMode(String wireName) {
        this.wireName = wireName;
    }

    /// The name in descriptors.
    public String wireName() {
        return wireName;
    }

    /// The mode of that name.
    public static Optional<FlashMode> find(String wireName) {
        for (FlashMode mode : values()) {
            if (mode.wireName.equals(wireName)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
