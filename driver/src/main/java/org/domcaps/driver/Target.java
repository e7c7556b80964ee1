package org.domcaps.driver;

import org.domcaps.document.Arch;
import org.domcaps.document.VirtType;

import java.util.Objects;
import java.util.Optional;

/// A request with everything decided: what the document is about.
///
/// @param emulator the emulator's path as it was asked for or found
/// @param arch the guest architecture
/// @param machine the canonical machine name; absent where the emulator has no default and none was
///   named
/// @param virtType the virt type
public record Target(String emulator, Arch arch, Optional<String> machine, VirtType virtType) {
    /// Checks.
    public Target {
        Objects.requireNonNull(emulator, "emulator");
        Objects.requireNonNull(arch, "arch");
        Objects.requireNonNull(machine, "machine");
        Objects.requireNonNull(virtType, "virtType");
    }
}
