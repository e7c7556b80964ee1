package org.domcaps.library;

import java.nio.file.Path;
import java.util.Objects;

/// One file of a facts bundle that was written.
///
/// @param file the file
/// @param what what it holds, in a few words: `/usr/bin/qemu-system-x86_64`
public record RecordedFile(Path file, String what) {
    /// Checks.
    public RecordedFile {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(what, "what");
    }
}
