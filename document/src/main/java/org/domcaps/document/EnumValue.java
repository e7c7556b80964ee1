package org.domcaps.document;

import java.util.Objects;
import java.util.Optional;

/// One value that an `<enum>` of the format can hold.
///
/// @param name the text of `<value>`
/// @param since the first release that can print it; [Release#OLDEST] means "that release or an
///   earlier one"
/// @param until the first release that no longer prints it; empty if it is still printed
public record EnumValue(String name, Release since, Optional<Release> until) {
    /// Checks that all is there.
    public EnumValue {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(until, "until");
    }

    /// Whether documents of that release can hold the value.
    public boolean isKnownTo(Release release) {
        return release.isAtLeast(since) && until.map(end -> !release.isAtLeast(end)).orElse(true);
    }
}
