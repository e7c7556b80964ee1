package org.domcaps.cpu;

import org.domcaps.document.CpuModel.Usable;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One entry of `query-cpu-definitions`, for one accelerator.
///
/// @param name the model's name
/// @param typename the QOM type, absent if not told or empty
/// @param blockers what keeps the model from running here, under QEMU's names, in the order of the
///   reply and with its repetitions; absent if the emulator does not tell, empty if nothing does
/// @param deprecated whether the emulator advises against the model
public record SlotModel(
        String name,
        Optional<String> typename,
        Optional<List<String>> blockers,
        boolean deprecated) {

    /// Checks and copies.
    public SlotModel {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(typename, "typename");
        if (blockers.isPresent()) {
            blockers = Optional.of(List.copyOf(blockers.get()));
        }
    }

    /// A model of which only the name is known.
    public static SlotModel of(String name) {
        return new SlotModel(name, Optional.empty(), Optional.empty(), false);
    }

    /// Whether the model can be used.
    public Usable usable() {
        if (blockers.isEmpty()) {
            return Usable.UNKNOWN;
        }
        return blockers.get().isEmpty() ? Usable.YES : Usable.NO;
    }

    /// The same under another name.
    public SlotModel withName(String other) {
        return new SlotModel(other, typename, blockers, deprecated);
    }
}
