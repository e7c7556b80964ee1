package org.domcaps.qemu;

import java.util.Objects;
import java.util.Optional;

/// One machine type of a binary (`query-machines`).
///
/// @param name the canonical name
/// @param alias another name for it
/// @param maxCpus most virtual CPUs; 0 if not told
/// @param isDefault whether QEMU itself takes it where none is named
/// @param deprecated whether QEMU advises against it
public record Machine(
        String name, Optional<String> alias, long maxCpus, boolean isDefault, boolean deprecated) {
    /// Checks.
    public Machine {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(alias, "alias");
    }
}
