package org.domcaps.driver;

import org.domcaps.document.Release;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What a caller asks: the arguments of `virConnectGetDomainCapabilities`, and the release to
/// answer as.
///
/// Names stay as the caller wrote them, because errors quote them.
///
/// @param emulator path of the emulator binary; absent: the driver's default for the architecture
/// @param arch guest architecture; absent: the host's
/// @param machine machine type or alias; absent: the emulator's default
/// @param virtType virt type; absent: the best that the emulator offers on this host
/// @param flags flags of the call
/// @param release the libvirt release whose answer is wanted
public record Request(
        Optional<String> emulator,
        Optional<String> arch,
        Optional<String> machine,
        Optional<String> virtType,
        Set<Flag> flags,
        Release release) {

    /// Checks and copies.
    public Request {
        Objects.requireNonNull(emulator, "emulator");
        Objects.requireNonNull(arch, "arch");
        Objects.requireNonNull(machine, "machine");
        Objects.requireNonNull(virtType, "virtType");
        EnumSet<Flag> copy = EnumSet.noneOf(Flag.class);
        copy.addAll(flags);
        flags = Collections.unmodifiableSet(copy);
        Objects.requireNonNull(release, "release");
    }

    /// Everything left to the driver, in the newest form.
    public static Request defaults() {
        return new Request(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                EnumSet.noneOf(Flag.class),
                Release.NEWEST);
    }

    /// The same with another emulator.
    public Request withEmulator(String path) {
        return new Request(Optional.of(path), arch, machine, virtType, flags, release);
    }

    /// The same with another architecture.
    public Request withArch(String name) {
        return new Request(emulator, Optional.of(name), machine, virtType, flags, release);
    }

    /// The same with another machine type.
    public Request withMachine(String name) {
        return new Request(emulator, arch, Optional.of(name), virtType, flags, release);
    }

    /// The same with another virt type.
    public Request withVirtType(String name) {
        return new Request(emulator, arch, machine, Optional.of(name), flags, release);
    }

    /// The same with other flags.
    public Request withFlags(Set<Flag> newFlags) {
        return new Request(emulator, arch, machine, virtType, newFlags, release);
    }

    /// The same, to be answered as another release.
    public Request withRelease(Release newRelease) {
        return new Request(emulator, arch, machine, virtType, flags, newRelease);
    }
}
