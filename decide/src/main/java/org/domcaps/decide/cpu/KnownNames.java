package org.domcaps.decide.cpu;

import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuFamily;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.Fallback;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.HostCpu;
import org.domcaps.cpu.ModelChoice;
import org.domcaps.cpu.UnknownCpuNameException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A definition as far as the CPU map knows it, and its features.
///
/// A newer host can report features that the map does not have yet. They are left out, which makes
/// what the host offers smaller and never larger: no model of the map has them, so that switching
/// one off says nothing.
///
/// @param cpu the definition without features that the map does not know
/// @param features the names of all that it shows: the model's features and those that are switched
///   on, without those that are switched off; sorted
/// @param unknown features that were left out, in the order of the definition
public record KnownNames(CpuDefinition cpu, List<String> features, List<String> unknown) {

    /// Copies.
    public KnownNames {
        features = List.copyOf(features);
        unknown = List.copyOf(unknown);
    }

    /// Looks a definition up.
    ///
    /// @throws UnknownCpuNameException if the map does not have the model
    public static KnownNames of(CpuFamily family, CpuDefinition cpu) {
        CpuDefinition known = cpu;
        List<String> unknown = new ArrayList<>();
        while (true) {
            try {
                return new KnownNames(known, shown(family, known), unknown);
            } catch (UnknownCpuNameException e) {
                if (e.kind() != UnknownCpuNameException.Kind.FEATURE) {
                    throw e;
                }
                unknown.add(e.name());
                known = without(known, e.name());
            }
        }
    }

    /// The unknown features that a definition shows a guest.
    ///
    /// @param original the definition that was looked up
    public List<String> unknownShown(CpuDefinition original) {
        List<String> shown = new ArrayList<>();
        for (CpuFeature feature : original.features()) {
            if (feature.effectivePolicy().isShown() && unknown.contains(feature.name())) {
                shown.add(feature.name());
            }
        }
        return shown;
    }

    private static CpuDefinition without(CpuDefinition cpu, String feature) {
        List<CpuFeature> kept = new ArrayList<>(cpu.features());
        if (!kept.removeIf(candidate -> candidate.name().equals(feature))) {
            throw new IllegalStateException("the map misses " + feature + ", which nobody named");
        }
        return cpu.withFeatures(kept);
    }

    private static List<String> shown(CpuFamily family, CpuDefinition cpu) {
        List<String> shown = new ArrayList<>();
        // Expanding looks up the model only; this looks up every feature.
        family.operations().migratable(cpu);
        for (CpuFeature feature : family.operations().expand(asGuest(cpu)).features()) {
            if (feature.effectivePolicy().isShown()) {
                shown.add(feature.name());
            }
        }
        return shown;
    }

    /// A definition as one of a guest that requires everything in it.
    public static GuestCpu asGuest(CpuDefinition cpu) {
        return switch (cpu) {
            case GuestCpu guest -> guest;
            case HostCpu host ->
                    GuestCpu.exact(
                            new ModelChoice(host.modelName(), Fallback.ALLOW, Optional.empty()),
                            host.vendor(),
                            host.features());
        };
    }
}
