package org.domcaps.driver.explain;

import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.CpuFamily;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.Fallback;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.ModelChoice;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.document.Arch;
import org.domcaps.document.Detail;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Release;
import org.domcaps.document.VirtType;

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

    private final Optional<CpuFamily> family;
    private final Optional<GuestCpu> host;
    private final boolean accelerated;

    private ComputedBlockers(
            Optional<CpuFamily> family, Optional<GuestCpu> host, boolean accelerated) {
        this.family = family;
        this.host = host;
        this.accelerated = accelerated;
    }

    /// For the models of a document.
    ///
    /// @param release the release whose CPU map counts
    public static ComputedBlockers of(DomainCapabilities document, Release release) {
        return new ComputedBlockers(
                document.arch().flatMap(Arch::find).flatMap(arch -> CpuFamilies.of(arch, release)),
                document.hostModel().map(ComputedBlockers::guest),
                document.domain().filter(VirtType.QEMU.xmlName()::equals).isEmpty());
    }

    private static GuestCpu guest(Detail.HostModel model) {
        List<CpuFeature> features = new ArrayList<>(model.features().size());
        for (org.domcaps.document.CpuFeature feature : model.features()) {
            features.add(CpuFeature.of(feature.name(), feature.policy()));
        }
        return GuestCpu.exact(
                ModelChoice.of(model.model(), Fallback.FORBID), model.vendor(), features);
    }

    /// The features that a model has and the host cannot give, in byte order. Absent if that cannot
    /// be told: the document has no host-model, or the CPU map lacks one of the names.
    public Optional<List<String>> of(String model) {
        if (family.isEmpty() || host.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(family.get().blockers(host.get(), model, accelerated));
        } catch (UnknownCpuNameException _) {
            return Optional.empty();
        }
    }
}
