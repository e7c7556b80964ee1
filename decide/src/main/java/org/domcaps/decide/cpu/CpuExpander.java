package org.domcaps.decide.cpu;

import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.CpuFamily;
import org.domcaps.cpu.CpuOperations;
import org.domcaps.cpu.Fallback;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.ModelChoice;
import org.domcaps.document.Arch;
import org.domcaps.document.Release;

import java.util.List;
import java.util.Optional;

/// Spells out what a CPU definition means.
public final class CpuExpander {

    private final Arch arch;
    private final Release release;

    /// An expander for an architecture, with the CPU map of a release.
    public CpuExpander(Arch arch, Release release) {
        this.arch = arch;
        this.release = release;
    }

    /// Whether the features of the architecture's models are known.
    public boolean knowsModels() {
        return family().map(CpuFamily::knowsModels).orElse(false);
    }

    /// The same definition with every feature of its model listed, ordered by name.
    ///
    /// @param migratable whether features are left out that keep a guest from being migrated
    /// @return the definition as it is where the features of models are not known
    /// @throws org.domcaps.cpu.UnknownCpuNameException if the CPU map lacks a name
    public GuestCpu expand(CpuDefinition cpu, boolean migratable) {
        GuestCpu guest = KnownNames.asGuest(cpu);
        if (!knowsModels()) {
            return guest;
        }
        CpuOperations operations = family().orElseThrow().operations();
        // Looks up every feature, which expanding does not.
        CpuDefinition lasting = operations.migratable(guest);
        GuestCpu expanded = operations.expand(guest);
        return migratable
                ? KnownNames.asGuest(
                        operations.migratable(operations.expand(KnownNames.asGuest(lasting))))
                : expanded;
    }

    /// A definition that is nothing but a model.
    public static GuestCpu ofModel(String model) {
        return GuestCpu.exact(ModelChoice.of(model, Fallback.FORBID), Optional.empty(), List.of());
    }

    private Optional<CpuFamily> family() {
        return CpuFamilies.of(arch, release);
    }
}
