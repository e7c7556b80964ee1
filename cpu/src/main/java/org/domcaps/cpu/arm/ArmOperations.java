package org.domcaps.cpu.arm;

import org.domcaps.cpu.BaselineOptions;
import org.domcaps.cpu.BasicOperations;
import org.domcaps.cpu.Comparison;
import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.CpuMode;
import org.domcaps.cpu.CpuOperationException;
import org.domcaps.cpu.Fallback;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.HostCpu;
import org.domcaps.cpu.ModelChoice;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.document.Arch;
import org.domcaps.document.Release;

import java.util.List;
import java.util.Optional;

/// Judging and changing ARM CPU definitions.
public final class ArmOperations extends BasicOperations {

    private final Release release;

    /// Operations for an architecture at a release.
    public ArmOperations(Arch arch, Release release) {
        super(arch);
        this.release = release;
    }

    /// Only hosts are compared with hosts, by vendor and model; any guest passes for identical.
    @Override
    public Comparison compare(CpuDefinition host, CpuDefinition cpu) {
        return switch (cpu) {
            case GuestCpu _ -> Comparison.identical();
            case HostCpu other ->
                    other.vendor().equals(host.vendor())
                                    && other.modelName().equals(host.modelName())
                            ? Comparison.identical()
                            : Comparison.incompatible(
                                    "the host is " + name(host) + " and not " + name(other));
        };
    }

    private static String name(CpuDefinition cpu) {
        return cpu.modelName().orElse("of an unknown model")
                + cpu.vendor().map(vendor -> " of " + vendor).orElse(" of no vendor");
    }

    /// The model of the first CPU, which libvirt does not hold against the others.
    @Override
    public GuestCpu baseline(List<? extends CpuDefinition> cpus, BaselineOptions options) {
        if (cpus.isEmpty()) {
            throw new IllegalArgumentException("no CPUs to find a baseline of");
        }
        String model =
                cpus.getFirst()
                        .modelName()
                        .orElseThrow(() ->
                                CpuOperationException.refused(
                                        "a baseline needs the model of every CPU"));
        return GuestCpu.exact(ModelChoice.of(model, Fallback.ALLOW), Optional.empty(), List.of());
    }

    /// Mode host-model becomes the host's model and features, whatever the guest's own are; nothing
    /// else changes.
    @Override
    public GuestCpu update(GuestCpu guest, CpuDefinition host) {
        return guest.mode() == CpuMode.HOST_MODEL ? withHostModel(guest, host) : guest;
    }

    @Override
    public void checkFeatures(CpuDefinition cpu) {
        ArmMap map = ArmMap.forRelease(release);
        for (CpuFeature feature : cpu.features()) {
            if (!map.hasFeature(feature.name())) {
                throw new UnknownCpuNameException(
                        UnknownCpuNameException.Kind.FEATURE, feature.name());
            }
        }
    }
}
