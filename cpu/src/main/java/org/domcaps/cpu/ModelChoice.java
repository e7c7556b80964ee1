package org.domcaps.cpu;

import java.util.Objects;
import java.util.Optional;

/// The `<model>` of a guest definition.
///
/// @param name absent in modes that name no model
/// @param fallback whether another model may stand in
/// @param vendorId the vendor string of 12 characters that the guest shall see, if it is set by
///   hand
public record ModelChoice(Optional<String> name, Fallback fallback, Optional<String> vendorId) {

    /// No model.
    public static final ModelChoice NONE =
            new ModelChoice(Optional.empty(), Fallback.ALLOW, Optional.empty());

    /// Checks that all are there.
    public ModelChoice {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(fallback, "fallback");
        Objects.requireNonNull(vendorId, "vendorId");
    }

    /// A model by name.
    public static ModelChoice of(String name, Fallback fallback) {
        return new ModelChoice(Optional.of(name), fallback, Optional.empty());
    }

    /// Another model under the same conditions.
    public ModelChoice withName(Optional<String> other) {
        return new ModelChoice(other, fallback, vendorId);
    }
}
