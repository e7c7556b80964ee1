package org.domcaps.qemu;

import java.util.List;
import java.util.Objects;

/// What `query-cpu-model-expansion` made of the model `host` (or `max` under TCG).
///
/// @param model the model that QEMU named in its reply
/// @param properties in reply order
/// @param migratabilityKnown whether the expansion was also asked without regard to migration
public record CpuExpansion(String model, List<CpuProperty> properties, boolean migratabilityKnown) {
    /// Checks and copies.
    public CpuExpansion {
        Objects.requireNonNull(model, "model");
        properties = List.copyOf(properties);
    }
}
