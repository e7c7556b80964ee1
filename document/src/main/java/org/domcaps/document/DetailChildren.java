package org.domcaps.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Which children a [Detail] is written as; what [BlockWriter] does, counted.
final class DetailChildren {

    private DetailChildren() {}

    /// Whether the children stand before the enums of the block.
    static boolean precedeEnums(Detail detail) {
        return !(detail instanceof Detail.HypervDefaults);
    }

    /// For each child in order: whether `release` writes it.
    static List<Boolean> kept(Detail detail, Release release) {
        return switch (detail) {
            case Detail.None _ -> List.of();
            case Detail.LoaderPaths(List<String> paths) -> all(paths.size());
            case Detail.HostModel cpu ->
                    all(
                            1
                                    + (cpu.vendor().isPresent() ? 1 : 0)
                                    + (cpu.maxPhysAddr().isPresent() ? 1 : 0)
                                    + cpu.features().size());
            case Detail.CustomModels(List<CpuModel> models) -> models(models, release);
            case Detail.Sev sev ->
                    all(
                            2
                                    + (sev.maxGuests().isPresent() ? 1 : 0)
                                    + (sev.maxEsGuests().isPresent() ? 1 : 0)
                                    + (sev.cpu0Id().isPresent() ? 1 : 0));
            case Detail.Sgx sgx -> all(sgx.sections().isEmpty() ? 4 : 5);
            case Detail.HypervDefaults defaults ->
                    defaults.isEmpty()
                            ? List.of()
                            : List.of(release.isAtLeast(Generations.HYPERV_DEFAULTS));
        };
    }

    private static List<Boolean> models(List<CpuModel> models, Release release) {
        List<Boolean> kept = new ArrayList<>();
        for (CpuModel model : models) {
            kept.add(true);
            if (!model.blockers().isEmpty()) {
                kept.add(release.isAtLeast(Generations.BLOCKERS));
            }
        }
        return kept;
    }

    private static List<Boolean> all(int count) {
        return Collections.nCopies(count, true);
    }
}
