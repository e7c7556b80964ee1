package org.domcaps.qemu;

import java.util.List;
import java.util.Optional;

/// The machine types of a binary under one accelerator; the first is the one that libvirt prefers.
public record Machines(List<Machine> list) {
    /// Copies.
    public Machines {
        list = List.copyOf(list);
    }

    /// The machine that a request without one gets; empty if the binary has none.
    public Optional<Machine> preferred() {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.getFirst());
    }

    /// The canonical name behind a name or alias; a name that no machine has is given back as it
    /// is.
    public String canonical(String nameOrAlias) {
        for (Machine machine : list) {
            if (machine.alias().isPresent() && machine.alias().get().equals(nameOrAlias)) {
                return machine.name();
            }
        }
        return nameOrAlias;
    }

    /// The machine of that canonical name; aliases do not count.
    public Optional<Machine> find(String canonicalName) {
        for (Machine machine : list) {
            if (machine.name().equals(canonicalName)) {
                return Optional.of(machine);
            }
        }
        return Optional.empty();
    }

    /// Most virtual CPUs of a machine; 0 if not told.
    public long maxCpus(String canonicalName) {
        for (Machine machine : list) {
            if (machine.name().equals(canonicalName) && machine.maxCpus() != 0) {
                return machine.maxCpus();
            }
        }
        return 0;
    }
}
