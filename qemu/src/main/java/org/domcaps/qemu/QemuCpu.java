package org.domcaps.qemu;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One entry of `query-cpu-definitions`, under QEMU's own names.
///
/// @param name the model
/// @param typename its QOM type; absent if not told or empty
/// @param unavailable features that keep the host from running it, as QEMU listed them; absent if QEMU does not tell,
///     empty if there are none
/// @param deprecated whether QEMU advises against it
public record QemuCpu(
        String name, Optional<String> typename, Optional<List<String>> unavailable, boolean deprecated) {
    /// Checks and copies.
    public QemuCpu {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(typename, "typename");
        unavailable = unavailable.map(List::copyOf);
    }
}
