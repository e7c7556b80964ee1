package org.domcaps.cpu;

import org.domcaps.document.Arch;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// Everything that the mode host-model of one accelerator depends on.
///
/// @param hostArch the architecture of the host
/// @param accelerated whether the virt type is one with hardware support, that is: not `qemu`
/// @param expansion what the emulator answered for this accelerator; absent if it had no data
/// @param definitions what the emulator listed for this accelerator; empty means that every model
///   is allowed
/// @param tellsUnavailable whether the emulator's `max` model has the property
///   `unavailable-features`
/// @param processor the host's own processor, if it could be read
/// @param physicalAddressBits the host's physical address size; absent or 0 if not known
public record HostModelInput(
        Arch hostArch,
        boolean accelerated,
        Optional<Expansion> expansion,
        List<SlotModel> definitions,
        boolean tellsUnavailable,
        Optional<HostProcessor> processor,
        OptionalInt physicalAddressBits) {

    /// Checks and copies.
    public HostModelInput {
        Objects.requireNonNull(hostArch, "hostArch");
        Objects.requireNonNull(expansion, "expansion");
        definitions = List.copyOf(definitions);
        Objects.requireNonNull(processor, "processor");
        Objects.requireNonNull(physicalAddressBits, "physicalAddressBits");
    }

    /// Whether the host's physical address size is known.
    public boolean knowsAddressBits() {
        return physicalAddressBits.orElse(0) > 0;
    }

    /// The address size that a host-model definition reports: the host's, only with hardware
    /// support.
    public OptionalInt reportedAddressBits() {
        return accelerated && knowsAddressBits() ? physicalAddressBits : OptionalInt.empty();
    }
}
