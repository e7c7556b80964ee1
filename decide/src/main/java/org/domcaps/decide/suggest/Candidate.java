package org.domcaps.decide.suggest;

import org.domcaps.document.DomainCapabilities;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One combination of emulator, machine and virt type that every host of a set has.
///
/// @param arch the architecture
/// @param virtType the virt type
/// @param machine what a definition writes for the machine type; absent where hypervisors have none
/// @param emulator the emulator's path if it is the same on every host
/// @param documents what each host says about it, in the order of the hosts; at least one
record Candidate(
        String arch,
        String virtType,
        Optional<String> machine,
        Optional<String> emulator,
        List<DomainCapabilities> documents) {
    Candidate {
        Objects.requireNonNull(arch, "arch");
        Objects.requireNonNull(virtType, "virtType");
        Objects.requireNonNull(machine, "machine");
        Objects.requireNonNull(emulator, "emulator");
        documents = List.copyOf(documents);
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("a candidate without a document");
        }
    }

    /// How messages call it.
    String label() {
        return arch + ", " + virtType + machine.map(name -> ", " + name).orElse("");
    }
}
