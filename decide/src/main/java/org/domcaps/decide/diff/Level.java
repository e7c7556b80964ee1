package org.domcaps.decide.diff;

import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.CpuFamily;
import org.domcaps.cpu.CpuOperationException;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.ModelChoice;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.document.Arch;
import org.domcaps.document.CpuModel;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.EnumKey;
import org.domcaps.document.EnumValue;
import org.domcaps.document.Generations;
import org.domcaps.document.Release;

import java.util.List;
import java.util.Optional;

/// What a document could report: the release that it is from, as far as it shows.
///
/// @param release the oldest release that explains what is there
/// @param family the CPU rules of that release, if the architecture has any
record Level(Release release, Optional<CpuFamily> family) {

    /// Since when CPU models are ordered by name.
    private static final Release SORTED = new Release(12, 5);

    private static final GuestCpu NO_MODEL =
            GuestCpu.exact(ModelChoice.NONE, Optional.empty(), List.of());

    static Level of(DomainCapabilities document) {
        Release release = Generations.detect(document);
        if (release.isAtLeast(new Release(12, 1)) && isSorted(document.customModels())) {
            release = SORTED;
        }
        Release known = release;
        Optional<Arch> arch = document.arch().flatMap(Arch::find);
        return new Level(release, arch.flatMap(name -> CpuFamilies.of(name, known)));
    }

    private static boolean isSorted(List<CpuModel> models) {
        for (int i = 1; i < models.size(); i++) {
            if (models.get(i - 1).name().compareTo(models.get(i).name()) > 0) {
                return false;
            }
        }
        return models.size() > 1;
    }

    /// Whether a document of the release can hold a value; a value beyond the known format can be
    /// anywhere.
    boolean canReport(Optional<EnumKey> key, String value) {
        if (key.isEmpty()) {
            return true;
        }
        Optional<EnumValue> row = key.get().value(value);
        return row.isEmpty() || row.get().isKnownTo(release);
    }

    /// Whether the release's CPU map has a model; yes where there is no map.
    boolean knowsModel(String name) {
        return family.isEmpty() || !family.get().knowsModels() || family.get().lists(name);
    }

    /// Whether the release's CPU map has a feature; yes where there is no map.
    boolean knowsFeature(String name) {
        if (family.isEmpty() || !family.get().knowsModels()) {
            return true;
        }
        try {
            family.get().operations().hasFeature(NO_MODEL, name);
            return true;
        } catch (UnknownCpuNameException | CpuOperationException _) {
            return false;
        }
    }
}
