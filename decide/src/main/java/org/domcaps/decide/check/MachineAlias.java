package org.domcaps.decide.check;

import java.util.Set;

/// Names of machine types that stand for the newest version of a kind.
final class MachineAlias {

    private static final Set<String> ALIASES =
            Set.of("pc", "q35", "virt", "pseries", "s390-ccw-virtio");

    private MachineAlias() {}

    /// Whether a name is such an alias in every QEMU.
    static boolean isAlias(String machine) {
        return ALIASES.contains(machine);
    }
}
