package org.domcaps.cpu;

import java.util.List;
import java.util.Objects;

/// The answer to `query-cpu-model-expansion` for the model `host` or `max`.
///
/// @param model the name of the model that the emulator returned, for example `base` or
///   `gen15a-base`
/// @param properties in the order of the reply
public record Expansion(String model, List<ExpansionProperty> properties) {

    /// Checks and copies.
    public Expansion {
        Objects.requireNonNull(model, "model");
        properties = List.copyOf(properties);
    }
}
