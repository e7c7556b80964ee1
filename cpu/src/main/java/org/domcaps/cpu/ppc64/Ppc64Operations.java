package org.domcaps.cpu.ppc64;

import org.domcaps.cpu.BaselineOptions;
import org.domcaps.cpu.BasicOperations;
import org.domcaps.cpu.Comparison;
import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuMode;
import org.domcaps.cpu.CpuOperationException;
import org.domcaps.cpu.Fallback;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.HostCpu;
import org.domcaps.cpu.IncompatibleCpuException;
import org.domcaps.cpu.ModelChoice;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.document.Arch;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Judging and changing POWER CPU definitions with the CPU map of one release.
public final class Ppc64Operations extends BasicOperations {

    /// What the names of compatibility modes begin with; the generation follows.
    static final String MODE_PREFIX = "power";

    private final PpcMap map;

    /// Operations with a map.
    public Ppc64Operations(Arch arch, PpcMap map) {
        super(arch);
        this.map = map;
    }

    /// Identical or incompatible: no POWER CPU is part of another. Names of older guest definitions
    /// count as those of their models.
    @Override
    public Comparison compare(CpuDefinition host, CpuDefinition cpu) {
        if (cpu instanceof HostCpu other && !other.arch().isPpc64()) {
            return Comparison.incompatible(
                    "CPU architecture " + other.arch().xmlName() + " is not 64-bit POWER");
        }
        Optional<String> vendor = cpu.vendor();
        if (vendor.isPresent() && !vendor.equals(host.vendor())) {
            return Comparison.incompatible(
                    "the CPU is one of vendor "
                            + vendor.get()
                            + " and the host's vendor is "
                            + host.vendor().orElse("not known"));
        }
        PpcModel hostModel = modelOf(host);
        return cpu instanceof GuestCpu guest && guest.mode() != CpuMode.CUSTOM
                ? judgeMode(hostModel, guest)
                : judgeModel(hostModel, cpu);
    }

    private PpcModel modelOf(CpuDefinition cpu) {
        return map.requireModel(
                cpu.modelName()
                        .orElseThrow(() ->
                                CpuOperationException.refused(
                                        "a POWER CPU cannot be judged without its model")));
    }

    private Comparison judgeModel(PpcModel host, CpuDefinition cpu) {
        CpuDefinition modern = cpu instanceof GuestCpu guest ? modernized(guest) : cpu;
        PpcModel model = modelOf(modern);
        return model.name().equals(host.name())
                ? Comparison.identical()
                : Comparison.incompatible(
                        "the host's model is " + host.name() + " and not " + model.name());
    }

    /// The modes in which the guest has the host's own model; it may be asked to behave like an
    /// older one.
    private Comparison judgeMode(PpcModel host, GuestCpu guest) {
        if (guest.mode() != CpuMode.HOST_MODEL || guest.modelName().isEmpty()) {
            return Comparison.identical();
        }
        OptionalInt own = host.generation();
        if (own.isEmpty()) {
            throw CpuOperationException.refused(
                    "processors of model " + host.name() + " have no compatibility modes");
        }
        String mode = guest.modelName().get();
        OptionalInt asked = PpcModel.numberAfter(MODE_PREFIX, mode);
        if (asked.isEmpty() || !map.hasGeneration(asked.getAsInt())) {
            throw new UnknownCpuNameException(
                    UnknownCpuNameException.Kind.COMPATIBILITY_MODE, mode);
        }
        return asked.getAsInt() <= own.getAsInt()
                ? Comparison.identical()
                : Comparison.incompatible(
                        "a " + host.name() + " host has no compatibility mode " + mode);
    }

    /// The one model of all CPUs. Its vendor is checked and, since the model tells it, not named.
    @Override
    public GuestCpu baseline(List<? extends CpuDefinition> cpus, BaselineOptions options) {
        if (cpus.isEmpty()) {
            throw new IllegalArgumentException("no CPUs to find a baseline of");
        }
        PpcModel model = modelOf(cpus.getFirst());
        for (CpuDefinition cpu : cpus) {
            if (!cpu.modelName().filter(model.name()::equals).isPresent()) {
                throw new IncompatibleCpuException(
                        "the CPUs are of different models, "
                                + model.name()
                                + " and "
                                + cpu.modelName().orElse("an unknown one"));
            }
            if (cpu.vendor().isPresent()) {
                checkVendor(model, cpu.vendor().get());
            }
        }
        return GuestCpu.exact(
                ModelChoice.of(model.name(), Fallback.FORBID), Optional.empty(), List.of());
    }

    private void checkVendor(PpcModel model, String vendor) {
        map.requireVendor(vendor);
        if (!vendor.equals(model.vendor())) {
            throw new IncompatibleCpuException(
                    "CPU model "
                            + model.name()
                            + " is one of vendor "
                            + model.vendor()
                            + " and the definition's vendor is "
                            + vendor);
        }
    }

    /// There is nothing to settle but the match: a model is met exactly or not at all.
    @Override
    public GuestCpu update(GuestCpu guest, CpuDefinition host) {
        return guest.mode() == CpuMode.CUSTOM ? guest.asExact() : guest;
    }

    @Override
    public GuestCpu forGuest(CpuDefinition host, GuestCpu guest, Optional<List<String>> models) {
        return super.forGuest(host, modernized(guest), models);
    }

    /// A definition under today's name of its model.
    private GuestCpu modernized(GuestCpu guest) {
        return guest.withModelName(guest.modelName().map(map::modernName));
    }
}
