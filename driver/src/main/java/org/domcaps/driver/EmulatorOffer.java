package org.domcaps.driver;

import org.domcaps.document.Arch;
import org.domcaps.document.VirtType;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One emulator of this host and what can be asked about it.
///
/// @param path the emulator binary
/// @param version the emulator's version; absent: whoever offers it does not say
/// @param archs guest architectures it serves, its own first
/// @param defaultVirtType what a request without a virt type gets
/// @param isDefault whether a request for its first architecture that names no emulator gets this
///   one
/// @param slots per virt type, the best first, the machine types
public record EmulatorOffer(
        String path,
        Optional<String> version,
        List<Arch> archs,
        VirtType defaultVirtType,
        boolean isDefault,
        List<Slot> slots) {

    /// Checks and copies.
    public EmulatorOffer {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(version, "version");
        archs = List.copyOf(archs);
        Objects.requireNonNull(defaultVirtType, "defaultVirtType");
        slots = List.copyOf(slots);
    }

    /// An emulator whose version is known.
    public EmulatorOffer(
            String path,
            String version,
            List<Arch> archs,
            VirtType defaultVirtType,
            boolean isDefault,
            List<Slot> slots) {
        this(path, Optional.of(version), archs, defaultVirtType, isDefault, slots);
    }

    /// The machine types under one virt type; the default machine, if there is one, first.
    public record Slot(VirtType virtType, List<Machine> machines) {
        /// Checks and copies.
        public Slot {
            Objects.requireNonNull(virtType, "virtType");
            machines = List.copyOf(machines);
        }
    }

    /// One machine type.
    ///
    /// @param name the canonical name
    /// @param alias another name for it
    /// @param maxCpus most virtual CPUs; 0 if not told
    /// @param deprecated whether the emulator advises against it
    /// @param isDefault whether a request that names no machine gets this one
    public record Machine(
            String name,
            Optional<String> alias,
            long maxCpus,
            boolean deprecated,
            boolean isDefault) {
        /// Checks.
        public Machine {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(alias, "alias");
        }
    }
}
