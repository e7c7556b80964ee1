package org.domcaps.host.firmware;

import java.util.Objects;

/// A descriptor file that does not count because a more specific folder has one of the same name.
/// The other one is often empty: that is how an administrator switches a descriptor off.
///
/// @param name the name of both
/// @param path the file that does not count
/// @param by the file that hides it
public record MaskedDescriptor(String name, String path, String by) {

    /// Checks that nothing is null.
    public MaskedDescriptor {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(by, "by");
    }
}
