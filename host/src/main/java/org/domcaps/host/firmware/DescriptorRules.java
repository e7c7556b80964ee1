package org.domcaps.host.firmware;

import org.domcaps.document.Release;

import java.util.Objects;

/// In what releases differ when they read descriptors.
///
/// @param release the release that reads
public record DescriptorRules(Release release) {

    /// Since this release a repeated key in an object no longer spoils the file; its last value
    /// counts. (The release moved to another JSON parser.)
    public static final Release REPEATED_KEYS = new Release(10, 8);

    /// Since this release a descriptor that maps a kernel is refused. (Seen accepted in 11.3 and
    /// refused in 12.1; 12.0 announced the change of firmware selection.)
    public static final Release NO_KERNEL_MAPPING = new Release(12, 0);

    /// Since this release a memory mapping can have a variable store, and two more features are
    /// known.
    public static final Release VARIABLE_STORES = new Release(12, 1);

    /// Checks that the release is given.
    public DescriptorRules {
        Objects.requireNonNull(release, "release");
    }

    /// Whether a repeated key is accepted.
    public boolean acceptsRepeatedKeys() {
        return release.isAtLeast(REPEATED_KEYS);
    }

    /// Whether mapping device `kernel` is accepted.
    public boolean acceptsKernelMapping() {
        return !release.isAtLeast(NO_KERNEL_MAPPING);
    }

    /// Whether `uefi-vars` of a memory mapping is looked at.
    public boolean readsVariableStores() {
        return release.isAtLeast(VARIABLE_STORES);
    }
}
