package org.domcaps.decide.cpu;

import org.domcaps.cpu.Comparison;
import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.CpuFamily;
import org.domcaps.cpu.CpuMode;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.HostCpu;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.document.Arch;
import org.domcaps.document.CpuModel;
import org.domcaps.document.Support;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells whether a host can run a CPU.
///
/// Where the features of models are known the verdict is the one of libvirt's
/// `hypervisor-cpu-compare`, except that libvirt calls a [CpuRelation#SUBSET] incompatible. On the
/// other architectures libvirt says "identical" to nearly everything, or refuses; here a model that
/// the host lists is one it can run, and what is not listed and not the same is not known.
public final class CpuComparer {

    private final boolean migratable;
    private final Arch usualArch;

    /// A comparer.
    ///
    /// @param migratable whether only those features of a host count that let a guest migrate
    /// @param usualArch the architecture of definitions that name none, on hosts that name none
    public CpuComparer(boolean migratable, Arch usualArch) {
        this.migratable = migratable;
        this.usualArch = usualArch;
    }

    /// Compares what a host offers with a CPU.
    public CpuComparison compare(CpuOffer host, CpuDefinition cpu) {
        Arch arch = host.arch().orElse(usualArch);
        if (cpu instanceof HostCpu other && other.arch().family() != arch.family()) {
            return CpuComparison.of(
                    CpuRelation.INCOMPATIBLE,
                    "the CPU is one of architecture "
                            + other.arch().xmlName()
                            + " and the host runs "
                            + arch.xmlName());
        }
        if (cpu instanceof GuestCpu guest) {
            Optional<CpuComparison> byMode = byMode(host, guest);
            if (byMode.isPresent()) {
                return byMode.get();
            }
        }
        Optional<CpuFamily> family = CpuFamilies.of(arch, CpuOffer.mapRelease());
        if (family.isEmpty() || !family.get().knowsModels()) {
            return new NamedCpus(family).compare(host, cpu);
        }
        if (host.cpu().isEmpty()) {
            return byList(host, cpu);
        }
        try {
            return byFeatures(family.get(), host.cpu().get(), cpu);
        } catch (UnknownCpuNameException e) {
            return CpuComparison.of(CpuRelation.UNKNOWN, e.getMessage());
        }
    }

    /// The modes that name no features: the document says whether the host has them.
    private static Optional<CpuComparison> byMode(CpuOffer host, GuestCpu guest) {
        return switch (guest.mode()) {
            case HOST_PASSTHROUGH -> Optional.of(supported(guest.mode(), host.passthrough()));
            case MAXIMUM -> Optional.of(supported(guest.mode(), host.maximum()));
            case HOST_MODEL ->
                    guest.features().isEmpty() && guest.modelName().isEmpty()
                            ? Optional.of(
                                    supported(
                                            guest.mode(),
                                            host.cpu().isPresent() ? Support.YES : Support.NO))
                            : Optional.empty();
            case CUSTOM ->
                    guest.features().isEmpty() && guest.modelName().isEmpty()
                            ? Optional.of(CpuComparison.of(CpuRelation.SUPERSET, ""))
                            : Optional.empty();
        };
    }

    private static CpuComparison supported(CpuMode mode, Support support) {
        return switch (support) {
            case YES -> CpuComparison.of(CpuRelation.IDENTICAL, "");
            case NO ->
                    CpuComparison.of(
                            CpuRelation.INCOMPATIBLE,
                            "the host does not support mode " + mode.xmlName());
            case NOT_REPORTED ->
                    CpuComparison.of(
                            CpuRelation.UNKNOWN, "the host does not report mode " + mode.xmlName());
        };
    }

    private CpuComparison byFeatures(CpuFamily family, CpuDefinition host, CpuDefinition cpu) {
        KnownNames have = KnownNames.of(family, host);
        KnownNames want = KnownNames.of(family, cpu);
        CpuDefinition counted = migratable ? withoutUnmigratable(family, have) : have.cpu();
        CpuDefinition wanted = want.cpu();
        if (wanted instanceof GuestCpu guest && guest.mode() == CpuMode.HOST_MODEL) {
            // The host's own model, changed by features: those must be there.
            wanted = family.operations().update(guest, counted);
        }
        Comparison found = family.operations().compare(counted, wanted);
        Set<String> unknown = new LinkedHashSet<>(have.unknown());
        unknown.addAll(want.unknown());
        List<String> missing = sorted(found.missing());
        List<String> doubtful = NamedCpus.notSpelledBy(host, cpu, want.unknown());
        if (!doubtful.isEmpty() && found.isCompatible()) {
            return new CpuComparison(
                    CpuRelation.UNKNOWN,
                    missing,
                    sorted(found.extra()),
                    sorted(found.forbidden()),
                    List.copyOf(unknown),
                    "the CPU names features that the CPU map does not know: "
                            + String.join(", ", doubtful));
        }
        return new CpuComparison(
                relation(found),
                missing,
                sorted(found.extra()),
                sorted(found.forbidden()),
                List.copyOf(unknown),
                found.reason());
    }

    private static CpuDefinition withoutUnmigratable(CpuFamily family, KnownNames host) {
        return family.operations().migratable(host.cpu());
    }

    private static CpuRelation relation(Comparison found) {
        return switch (found.verdict()) {
            case IDENTICAL -> CpuRelation.IDENTICAL;
            case SUPERSET -> CpuRelation.SUPERSET;
            case INCOMPATIBLE ->
                    !found.missing().isEmpty()
                                    && found.extra().isEmpty()
                                    && found.forbidden().isEmpty()
                            ? CpuRelation.SUBSET
                            : CpuRelation.INCOMPATIBLE;
        };
    }

    /// A host of which only the list of models is known.
    private static CpuComparison byList(CpuOffer host, CpuDefinition cpu) {
        Optional<CpuModel> listed = NamedCpus.listed(host, cpu);
        if (listed.isPresent() && listed.get().usable() == CpuModel.Usable.NO) {
            List<String> blockers = sorted(listed.get().blockers());
            return new CpuComparison(
                    CpuRelation.INCOMPATIBLE,
                    blockers,
                    List.of(),
                    List.of(),
                    List.of(),
                    "the host cannot run model "
                            + listed.get().name()
                            + (blockers.isEmpty()
                                    ? ""
                                    : ", it lacks: " + String.join(", ", blockers)));
        }
        if (listed.isPresent()
                && listed.get().usable() == CpuModel.Usable.YES
                && cpu.features().isEmpty()) {
            return CpuComparison.of(CpuRelation.SUPERSET, "");
        }
        return CpuComparison.of(
                CpuRelation.UNKNOWN,
                "the host reports no host-model, so its features are not known");
    }

    private static List<String> sorted(List<String> names) {
        List<String> sorted = new ArrayList<>(names);
        Collections.sort(sorted);
        return sorted;
    }
}
