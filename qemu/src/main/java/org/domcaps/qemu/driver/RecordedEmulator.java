package org.domcaps.qemu.driver;

import org.domcaps.qemu.qmp.Recording;

import java.util.Objects;

/// A binary on some machine, and the conversation that was recorded with it.
public record RecordedEmulator(String path, Recording recording) {
    /// Checks.
    public RecordedEmulator {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(recording, "recording");
    }
}
