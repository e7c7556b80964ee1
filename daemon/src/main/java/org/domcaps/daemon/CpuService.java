package org.domcaps.daemon;

import org.domcaps.cpu.BaselineOptions;
import org.domcaps.cpu.Comparison;
import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuDefinitionWriter;
import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.CpuFamily;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.CpuOperations;
import org.domcaps.cpu.Fallback;
import org.domcaps.cpu.FeatureList;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.HostCpu;
import org.domcaps.cpu.MaxPhysAddr;
import org.domcaps.cpu.ModelChoice;
import org.domcaps.cpu.SlotModel;
import org.domcaps.document.Arch;
import org.domcaps.document.CpuModel;
import org.domcaps.document.Detail;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.FeaturePolicy;
import org.domcaps.document.Release;
import org.domcaps.driver.DriverException;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// CPU questions of the wire protocol. What the hypervisor can offer is read from its domain
/// capabilities: the host-model and the named models.
final class CpuService {

    private final Release release;

    CpuService(Release release) {
        this.release = release;
    }

    /// Compares a CPU with what a document offers.
    ///
    /// @param failIncompatible whether an incompatible CPU is an error that says why
    Comparison.Verdict compare(DomainCapabilities document, String cpu, boolean failIncompatible) {
        CpuOperations operations = family(arch(document), "comparing with").operations();
        CpuDefinition wanted = CpuTexts.read(cpu);
        Optional<GuestCpu> offered = document.hostModel().map(CpuService::offered);
        Comparison comparison =
                offered.isPresent()
                        ? operations.compare(offered.get(), wanted)
                        : Comparison.incompatible("unknown host CPU");
        return CpuTexts.verdict(comparison, arch(document), offered, wanted, failIncompatible);
    }

    /// The largest CPU that several hosts have and a document offers.
    ///
    /// @param known the features that the emulator has a switch for, and if the baseline shall be
    ///   migratable, can migrate: its word counts then, and the map's does not; absent: any
    /// @param expand whether every feature is spelled out
    /// @param migratable whether features are left out that keep a guest from being migrated
    String baseline(
            DomainCapabilities document,
            Optional<List<String>> known,
            List<String> cpus,
            boolean expand,
            boolean migratable) {
        CpuOperations operations = family(arch(document), "computing baseline").operations();
        List<CpuDefinition> definitions = new ArrayList<>();
        Optional<Set<String>> offered = known.map(HashSet::new);
        for (CpuDefinition cpu : readAll(cpus)) {
            definitions.add(offered.isPresent() ? limited(operations, cpu, offered.get()) : cpu);
        }
        List<SlotModel> models = new ArrayList<>();
        for (CpuModel model : document.customModels()) {
            models.add(slotModel(model));
        }
        GuestCpu baseline =
                operations.baseline(
                        definitions,
                        new BaselineOptions(migratable && known.isEmpty(), Optional.of(models)));
        GuestCpu fixed =
                new GuestCpu(
                        baseline.mode(),
                        baseline.match(),
                        baseline.check(),
                        new ModelChoice(
                                baseline.modelName(), Fallback.FORBID, baseline.model().vendorId()),
                        baseline.vendor(),
                        baseline.topology(),
                        smallest(definitions),
                        baseline.features());
        return CpuDefinitionWriter.write(expand ? operations.expand(fixed) : fixed);
    }

    /// The address size that suits everybody, if everybody says that it is the host's: the smallest
    /// limit.
    private static Optional<MaxPhysAddr> smallest(List<CpuDefinition> cpus) {
        OptionalInt limit = OptionalInt.empty();
        for (CpuDefinition cpu : cpus) {
            if (!(cpu instanceof GuestCpu guest)
                    || guest.maxPhysAddr().isEmpty()
                    || guest.maxPhysAddr().get().mode() != MaxPhysAddr.Mode.PASSTHROUGH) {
                return Optional.empty();
            }
            OptionalInt own = guest.maxPhysAddr().get().limit();
            if (own.isPresent() && own.getAsInt() < limit.orElse(Integer.MAX_VALUE)) {
                limit = own;
            }
        }
        return Optional.of(
                new MaxPhysAddr(MaxPhysAddr.Mode.PASSTHROUGH, OptionalInt.empty(), limit));
    }

    private static Arch arch(DomainCapabilities document) {
        return document.arch()
                .flatMap(Arch::find)
                .orElseThrow(() -> new IllegalStateException("a document without architecture"));
    }

    private CpuFamily family(Arch arch, String what) {
        return CpuFamilies.of(arch, release)
                .orElseThrow(() ->
                        new DriverException(
                                ErrorCode.OPERATION_UNSUPPORTED,
                                ErrorDomain.QEMU,
                                what
                                        + " hypervisor CPU is not supported for arch "
                                        + arch.xmlName()));
    }

    private static List<CpuDefinition> readAll(List<String> cpus) {
        CpuTexts.requireSome(cpus);
        List<CpuDefinition> definitions = new ArrayList<>();
        for (String cpu : cpus) {
            CpuDefinition definition = CpuTexts.read(cpu);
            if (definition.modelName().isEmpty()) {
                throw new DriverException(
                        ErrorCode.INVALID_ARGUMENT,
                        ErrorDomain.CPU,
                        "no CPU model specified at index " + definitions.size());
            }
            definitions.add(definition);
        }
        return definitions;
    }

    private static GuestCpu offered(Detail.HostModel model) {
        List<CpuFeature> features = new ArrayList<>();
        for (org.domcaps.document.CpuFeature feature : model.features()) {
            features.add(CpuFeature.of(feature.name(), feature.policy()));
        }
        return GuestCpu.exact(
                ModelChoice.of(model.model(), Fallback.FORBID), model.vendor(), features);
    }

    /// The features that a guest with a CPU sees.
    private static Set<String> names(GuestCpu expanded) {
        Set<String> names = new HashSet<>();
        for (CpuFeature feature : expanded.features()) {
            switch (feature.effectivePolicy()) {
                case FORCE, REQUIRE -> names.add(feature.name());
                case OPTIONAL, DISABLE, FORBID -> {
                    // Not there, or not for sure.
                }
            }
        }
        return names;
    }

    /// A CPU without the features that the emulator does not know.
    private static CpuDefinition limited(
            CpuOperations operations, CpuDefinition cpu, Set<String> offered) {
        GuestCpu guest =
                switch (cpu) {
                    case GuestCpu as -> as;
                    case HostCpu host -> guest(host);
                };
        FeatureList features = new FeatureList(guest.features());
        for (String name : names(operations.expand(guest))) {
            if (!offered.contains(name)) {
                features.set(CpuFeature.of(name, FeaturePolicy.DISABLE));
            }
        }
        return guest.withFeatures(features.toList());
    }

    private static GuestCpu guest(HostCpu host) {
        List<CpuFeature> features = new ArrayList<>();
        for (CpuFeature feature : host.features()) {
            features.add(CpuFeature.of(feature.name(), FeaturePolicy.REQUIRE));
        }
        return GuestCpu.exact(
                new ModelChoice(host.modelName(), Fallback.ALLOW, Optional.empty()),
                host.vendor(),
                features);
    }

    private static SlotModel slotModel(CpuModel model) {
        Optional<List<String>> blockers =
                switch (model.usable()) {
                    case UNKNOWN -> Optional.empty();
                    case YES, NO -> Optional.of(model.blockers());
                };
        return new SlotModel(model.name(), Optional.empty(), blockers, false);
    }
}
