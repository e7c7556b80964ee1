package org.domcaps.decide.cpu;

import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.Fallback;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.HostCpu;
import org.domcaps.cpu.ModelChoice;
import org.domcaps.document.Arch;
import org.domcaps.document.CpuModel;
import org.domcaps.document.Detail;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.Release;
import org.domcaps.document.Support;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// What a host offers a guest as a CPU, or a CPU that stands for a host.
///
/// @param arch the architecture; absent if nothing tells it, as with a bare guest `<cpu>`
/// @param cpu the definition of all that a guest can have: the host-model of a document, or the
///   definition itself; absent if the document has no host-model
/// @param addressBits the host's physical address size; absent if not reported
/// @param models the named models of mode custom, in document order; empty if none are reported
/// @param passthrough whether a guest may have the host's processor as it is
/// @param maximum whether a guest may have all that the emulator can do
public record CpuOffer(
        Optional<Arch> arch,
        Optional<CpuDefinition> cpu,
        OptionalInt addressBits,
        List<CpuModel> models,
        Support passthrough,
        Support maximum) {

    /// Checks and copies.
    public CpuOffer {
        Objects.requireNonNull(arch, "arch");
        Objects.requireNonNull(cpu, "cpu");
        Objects.requireNonNull(addressBits, "addressBits");
        models = List.copyOf(models);
        Objects.requireNonNull(passthrough, "passthrough");
        Objects.requireNonNull(maximum, "maximum");
    }

    /// What a document offers.
    public static CpuOffer of(DomainCapabilities document) {
        Optional<Detail.HostModel> model = document.hostModel();
        return new CpuOffer(
                document.arch().flatMap(Arch::find),
                model.map(CpuOffer::definition),
                model.flatMap(Detail.HostModel::maxPhysAddr)
                        .map(size -> OptionalInt.of(size.limit()))
                        .orElseGet(OptionalInt::empty),
                document.customModels(),
                document.support(Element.HOST_PASSTHROUGH),
                document.support(Element.MAXIMUM));
    }

    /// A definition that stands for a host. One of a guest names no architecture; it has that of
    /// what it came with.
    public static CpuOffer of(CpuDefinition cpu, Optional<Arch> arch) {
        return switch (cpu) {
            case HostCpu host -> plain(Optional.of(host.arch()), cpu, OptionalInt.empty());
            case GuestCpu guest ->
                    plain(
                            arch,
                            cpu,
                            guest.maxPhysAddr()
                                    .map(size ->
                                            size.bits().isPresent() ? size.bits() : size.limit())
                                    .orElseGet(OptionalInt::empty));
        };
    }

    private static CpuOffer plain(Optional<Arch> arch, CpuDefinition cpu, OptionalInt bits) {
        return new CpuOffer(
                arch,
                Optional.of(cpu),
                bits,
                List.of(),
                Support.NOT_REPORTED,
                Support.NOT_REPORTED);
    }

    /// The host-model of a document as the definition of a guest that gets it.
    public static GuestCpu definition(Detail.HostModel model) {
        List<CpuFeature> features = new ArrayList<>(model.features().size());
        for (org.domcaps.document.CpuFeature feature : model.features()) {
            features.add(CpuFeature.of(feature.name(), feature.policy()));
        }
        return GuestCpu.exact(
                ModelChoice.of(
                        model.model(), Fallback.find(model.fallback()).orElse(Fallback.ALLOW)),
                model.vendor(),
                features);
    }

    /// The same with another definition.
    public CpuOffer withCpu(CpuDefinition other) {
        return new CpuOffer(arch, Optional.of(other), addressBits, models, passthrough, maximum);
    }

    /// The same with another list of models.
    CpuOffer withModels(List<CpuModel> others) {
        return new CpuOffer(arch, cpu, addressBits, others, passthrough, maximum);
    }

    /// The release whose CPU map the names are looked up in: the newest, which knows every name
    /// that an older one has.
    public static Release mapRelease() {
        return Release.NEWEST;
    }
}
