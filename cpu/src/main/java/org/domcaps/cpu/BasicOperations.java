package org.domcaps.cpu;

import org.domcaps.document.Arch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What libvirt does with CPU definitions of architectures whose features it does not know by name:
/// it keeps what is written, and refuses what it could only guess.
public abstract class BasicOperations implements CpuOperations {

    private final Arch arch;

    /// Operations for an architecture.
    protected BasicOperations(Arch arch) {
        this.arch = Objects.requireNonNull(arch, "arch");
    }

    /// Always identical: nothing is known that could differ.
    @Override
    public Comparison compare(CpuDefinition host, CpuDefinition cpu) {
        return Comparison.identical();
    }

    @Override
    public GuestCpu baseline(List<? extends CpuDefinition> cpus, BaselineOptions options) {
        throw CpuOperationException.unsupported("compute a baseline of CPUs", arch);
    }

    /// No feature of a model is known, so nothing is added; the features are ordered.
    @Override
    public GuestCpu expand(GuestCpu cpu) {
        return cpu.withFeatures(FeatureList.sorted(cpu.features()));
    }

    @Override
    public CpuDefinition migratable(CpuDefinition cpu) {
        return cpu;
    }

    @Override
    public GuestCpu translate(GuestCpu guest, Optional<List<String>> models) {
        Optional<String> model = guest.modelName();
        if (guest.mode() != CpuMode.CUSTOM
                || model.isEmpty()
                || models.isEmpty()
                || models.get().contains(model.get())) {
            return guest;
        }
        if (guest.model().fallback() == Fallback.FORBID) {
            throw new IncompatibleCpuException(
                    "the emulator does not know the CPU model "
                            + model.get()
                            + ", and the definition forbids another one");
        }
        throw CpuOperationException.unsupported(
                "find a model that can stand in for " + model.get(), arch);
    }

    @Override
    public GuestCpu forGuest(CpuDefinition host, GuestCpu guest, Optional<List<String>> models) {
        Comparison comparison = compare(host, guest);
        if (!comparison.isCompatible()) {
            throw new IncompatibleCpuException(comparison.reason());
        }
        return translate(update(guest, host), models);
    }

    @Override
    public boolean hasFeature(CpuDefinition cpu, String feature) {
        throw CpuOperationException.unsupported("tell the features of a CPU model", arch);
    }

    @Override
    public void checkFeatures(CpuDefinition cpu) {
        // No names are known that a feature could miss.
    }

    /// The guest with model, vendor and features of the host in place of its own, in mode custom.
    protected static GuestCpu withHostModel(GuestCpu guest, CpuDefinition host) {
        List<CpuFeature> features = new ArrayList<>(host.features().size());
        for (CpuFeature feature : host.features()) {
            features.add(CpuFeature.of(feature.name(), feature.effectivePolicy()));
        }
        return guest.withModelName(host.modelName())
                .withVendor(host.vendor())
                .withFeatures(features)
                .asExact();
    }
}
