package org.domcaps.driver;

import org.domcaps.document.Arch;

import java.util.List;
import java.util.Objects;

/// An emulator that is there and could not be asked what it serves, so that nothing is known of it:
/// neither that it serves something, nor that it does not.
///
/// @param subject the emulator binary; of a hypervisor without one its name, `Xen`
/// @param archs guest architectures that its name promises, its own first; empty: the name says
///   nothing
/// @param reason what went wrong, one line, as libvirt's clients would show it
public record EmulatorFault(String subject, List<Arch> archs, String reason) {
    /// Checks and copies.
    public EmulatorFault {
        Objects.requireNonNull(subject, "subject");
        archs = List.copyOf(archs);
        Objects.requireNonNull(reason, "reason");
    }
}
