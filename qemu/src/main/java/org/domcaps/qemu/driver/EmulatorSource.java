package org.domcaps.qemu.driver;

import org.domcaps.document.Arch;
import org.domcaps.qemu.QemuFacts;

import java.util.List;
import java.util.Optional;

/// Where facts of QEMU binaries come from.
public interface EmulatorSource {

    /// The binary that serves guests of an architecture if the caller names none.
    Optional<String> defaultEmulator(Arch host, Arch guest);

    /// The guest architecture that a request without one is about.
    default Arch defaultArch(Arch host) {
        return host;
    }

    /// The facts of a binary.
    ///
    /// @throws org.domcaps.error.DomcapsException if there is no such binary, or it could not be
    ///   found out what it can do
    QemuFacts facts(String emulator);

    /// Every binary there is, ordered by path.
    List<String> emulators();
}
