package org.domcaps.library;

import java.nio.file.Path;
import java.util.Objects;

/// One file of a facts bundle that was written.
///
/// @param file the file
/// @param kind what kind of facts it holds
/// @param subject whose: the path of an emulator, the name of a hypervisor; empty for the host and
///   for the list of emulators
public record RecordedFile(Path file, Kind kind, String subject) {

    /// What kind of facts a file holds.
    public enum Kind {
        /// The conversation with an emulator.
        EMULATOR("emulator"),
        /// The facts of a hypervisor that is not QEMU.
        HYPERVISOR("hypervisor"),
        /// The facts of the host.
        HOST("host"),
        /// The list of everything in the bundle.
        INDEX("index");

        private final String jsonName;

        Kind(String jsonName) {
            this.jsonName = jsonName;
        }

        /// The name in JSON.
        public String jsonName() {
            return jsonName;
        }
    }

    /// Checks.
    public RecordedFile {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
    }

    /// What the file holds, in a few words: `/usr/bin/qemu-system-x86_64`.
    public String what() {
        return switch (kind) {
            case EMULATOR -> subject;
            case HYPERVISOR -> "facts of " + subject;
            case HOST -> "facts of the host";
            case INDEX -> "the list of emulators";
        };
    }
}
