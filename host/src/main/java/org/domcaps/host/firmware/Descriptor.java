package org.domcaps.host.firmware;

import org.domcaps.document.Arch;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/// A valid firmware descriptor, as one release reads it.
///
/// @param interfaces what it offers the guest
/// @param mapping how it gets into the guest
/// @param targets what it is made for
/// @param features what it can do, as far as the release knows the names
public record Descriptor(
        Set<InterfaceType> interfaces,
        Mapping mapping,
        List<Target> targets,
        Set<FirmwareFeature> features) {

    /// Copies the collections.
    public Descriptor {
        interfaces = Set.copyOf(interfaces);
        Objects.requireNonNull(mapping, "mapping");
        targets = List.copyOf(targets);
        features = Set.copyOf(features);
    }

    /// Whether this firmware is made for a machine type, given by its canonical name, of a guest
    /// architecture.
    public boolean covers(Arch guest, String machine) {
        for (Target target : targets) {
            if (target.covers(guest, machine)) {
                return true;
            }
        }
        return false;
    }
}
