package org.domcaps.qemu.driver;

import org.domcaps.document.Arch;
import org.domcaps.host.system.Programs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Finds QEMU binaries the way libvirt does: by their names, in `PATH`.
final class EmulatorFinder {

    private static final String PREFIX = "qemu-system-";
    // Where Red Hat's distributions keep the one binary for native guests.
    private static final String QEMU_KVM = "/usr/libexec/qemu-kvm";

    private final Programs programs;

    EmulatorFinder(Programs programs) {
        this.programs = programs;
    }

    /// The binary for guests of an architecture, absolute, symbolic links kept.
    Optional<String> find(Arch host, Arch guest) {
        for (String name : candidates(host, guest)) {
            Optional<String> found = programs.find(name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<String> candidates(Arch host, Arch guest) {
        List<String> names = new ArrayList<>();
        if (host == Arch.AARCH64 && guest == Arch.ARMV7L) {
            names.add(PREFIX + Arch.AARCH64.qemuName());
        }
        names.add(PREFIX + guest.qemuName());
        Arch target = guest.isNativeOn(host) ? host : guest;
        if (target.isPpc64()) {
            target = Arch.PPC64;
        }
        if (target != guest) {
            names.add(PREFIX + target.qemuName());
        }
        if (guest.isNativeOn(host)) {
            names.add(QEMU_KVM);
        }
        return names;
    }

    /// The architecture that a binary is named after; empty if its name is none of an architecture.
    static Optional<Arch> archOfName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.startsWith(PREFIX)
                ? Arch.fromQemu(name.substring(PREFIX.length()))
                : Optional.empty();
    }

    /// Every binary of a known name, ordered by path.
    List<String> findAll() {
        Set<String> found = new TreeSet<>();
        for (Arch arch : Arch.values()) {
            programs.find(PREFIX + arch.qemuName()).ifPresent(found::add);
        }
        programs.find(QEMU_KVM).ifPresent(found::add);
        return List.copyOf(found);
    }
}
