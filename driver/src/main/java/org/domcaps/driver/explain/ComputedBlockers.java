package org.domcaps.driver.explain;

import org.domcaps.cpu.Comparison;
import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.CpuFamily;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.CpuOperations;
import org.domcaps.cpu.Fallback;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.ModelChoice;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.document.Arch;
import org.domcaps.document.Detail;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What keeps a named CPU model from running on the host of a document, where the document does not
/// list it: the features of the model in the CPU map without those of mode host-model.
///
/// An estimate: QEMU's models differ here and there from those of libvirt's map, and host-model
/// leaves out what would keep a guest from being migrated. `docs/explain.md` says how often it
/// equals what QEMU lists.
public final class ComputedBlockers {

    private final Optional<CpuOperations> operations;
    private final Optional<GuestCpu> host;

    private ComputedBlockers(Optional<CpuOperations> operations, Optional<GuestCpu> host) {
        this.operations = operations;
        this.host = host;
    }

    /// For the models of a document.
    ///
    /// @param release the release whose CPU map counts
    public static ComputedBlockers of(DomainCapabilities document, Release release) {
        Optional<CpuOperations> operations =
                document.arch()
                        .flatMap(Arch::find)
                        .flatMap(arch -> CpuFamilies.of(arch, release))
                        .map(CpuFamily::operations);
        return new ComputedBlockers(operations, document.hostModel().map(ComputedBlockers::guest));
    }

    private static GuestCpu guest(Detail.HostModel model) {
        List<CpuFeature> features = new ArrayList<>(model.features().size());
        for (org.domcaps.document.CpuFeature feature : model.features()) {
            features.add(CpuFeature.of(feature.name(), feature.policy()));
        }
        return GuestCpu.exact(
                ModelChoice.of(model.model(), Fallback.FORBID), Optional.empty(), features);
    }

    /// The features that a model has and the host cannot give, in byte order. Absent if that cannot
    /// be told: the document has no host-model, or the CPU map lacks one of the names.
    public Optional<List<String>> of(String model) {
        if (operations.isEmpty() || host.isEmpty()) {
            return Optional.empty();
        }
        GuestCpu wanted =
                GuestCpu.exact(ModelChoice.of(model, Fallback.FORBID), Optional.empty(), List.of());
        try {
            Comparison comparison = operations.get().compare(host.get(), wanted);
            return Optional.of(comparison.missing().stream().sorted().distinct().toList());
        } catch (UnknownCpuNameException _) {
            return Optional.empty();
        }
    }
}
