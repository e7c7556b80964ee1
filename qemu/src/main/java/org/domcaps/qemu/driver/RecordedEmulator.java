package org.domcaps.qemu.driver;

import org.domcaps.qemu.qmp.Recording;

import java.util.Objects;

/// A binary on some machine, and the conversation that was recorded with it.
///
/// @param path the binary
/// @param recording the conversation
/// @param hvf whether the machine had Hypervisor.framework for it, which a QEMU before 10.2 does
///   not tell in the conversation
public record RecordedEmulator(String path, Recording recording, boolean hvf) {
    /// Checks.
    public RecordedEmulator {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(recording, "recording");
    }

    /// A binary on a machine without Hypervisor.framework.
    public RecordedEmulator(String path, Recording recording) {
        this(path, recording, false);
    }
}
