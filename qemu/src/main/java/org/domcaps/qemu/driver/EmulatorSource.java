package org.domcaps.qemu.driver;

import org.domcaps.document.Arch;
import org.domcaps.driver.EmulatorFault;
import org.domcaps.error.DomcapsException;
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
    /// @throws DomcapsException if there is no such binary, or it could not be found out what it
    ///   can do
    QemuFacts facts(String emulator);

    /// What is known of a binary that could not be asked.
    default EmulatorFault fault(String emulator, DomcapsException failure) {
        return new EmulatorFault(
                emulator,
                EmulatorFinder.archOfName(emulator).map(TargetResolver::guests).orElse(List.of()),
                failure.libvirtMessage());
    }

    /// Every binary there is, ordered by path.
    List<String> emulators();
}
