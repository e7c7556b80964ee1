package org.domcaps.host.firmware;

import org.domcaps.document.Arch;

import java.util.List;
import java.util.Objects;

/// An architecture and the machine types of it that a firmware is made for; an item of `targets`.
///
/// @param machines patterns of canonical machine names, see [MachinePattern]
public record Target(Arch arch, List<String> machines) {

    /// Copies the patterns.
    public Target {
        Objects.requireNonNull(arch, "arch");
        machines = List.copyOf(machines);
    }

    /// Whether this target covers a machine type, given by its canonical name, of a guest
    /// architecture.
    public boolean covers(Arch guest, String machine) {
        if (arch != guest) {
            return false;
        }
        for (String pattern : machines) {
            if (MachinePattern.matches(pattern, machine)) {
                return true;
            }
        }
        return false;
    }
}
