package org.domcaps.cpu;

import java.util.List;
import java.util.Optional;

/// Conditions of a baseline.
///
/// @param migratable whether features are left out that keep a guest from being migrated
/// @param models the models that may be chosen; absent means all
public record BaselineOptions(boolean migratable, Optional<List<SlotModel>> models) {

    /// All models, all features.
    public static final BaselineOptions NONE = new BaselineOptions(false, Optional.empty());

    /// Copies.
    public BaselineOptions {
        models = models.map(List::copyOf);
    }
}
