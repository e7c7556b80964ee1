package org.domcaps.cpu.arm;

import org.domcaps.cpu.BasicFamily;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.CpuOperations;
import org.domcaps.cpu.CpuidDump;
import org.domcaps.cpu.ExpansionPlan;
import org.domcaps.cpu.ExpansionPlan.Trait;
import org.domcaps.cpu.HostCpu;
import org.domcaps.cpu.HostProcessor;
import org.domcaps.document.Arch;
import org.domcaps.document.Release;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// The CPU rules of 32- and 64-bit ARM.
public final class ArmFamily extends BasicFamily {

    private static final ExpansionPlan PLAN =
            new ExpansionPlan(ExpansionPlan.Type.FULL, EnumSet.of(Trait.HYPERV));

    // Without this capability the kernel does not let programs read the identification registers.
    private static final long CPUID_FLAG = 1L << 11;
    private static final int IMPLEMENTER_SHIFT = 24;
    private static final int IMPLEMENTER_MASK = 0xff;
    private static final int PART_SHIFT = 4;
    private static final int PART_MASK = 0xfff;

    private final Release release;

    /// The rules for an architecture at a release.
    public ArmFamily(Arch arch, Release release) {
        super(arch);
        this.release = release;
    }

    @Override
    public ExpansionPlan expansionPlan() {
        return PLAN;
    }

    /// Model, vendor and hardware capabilities of a 64-bit host. Empty on other hosts, for a part
    /// or an implementer that the map does not know, and if the kernel does not let programs read
    /// the registers.
    @Override
    public Optional<HostCpu> describeHost(HostProcessor processor) {
        return switch (processor) {
            case HostProcessor.ArmRegisters registers -> describe(registers);
            case HostProcessor.Simulated(String model) ->
                    Optional.of(HostCpu.ofModel(arch(), model));
            case CpuidDump _, HostProcessor.PowerVersion _ -> Optional.empty();
        };
    }

    private Optional<HostCpu> describe(HostProcessor.ArmRegisters registers) {
        if (arch() != Arch.AARCH64 || (registers.hwcap() & CPUID_FLAG) == 0) {
            return Optional.empty();
        }
        ArmMap map = ArmMap.forRelease(release);
        int implementer = (int) (registers.midr() >>> IMPLEMENTER_SHIFT) & IMPLEMENTER_MASK;
        Optional<String> vendor = map.vendorOf(implementer);
        Optional<ArmMap.Model> model =
                map.modelOf((int) (registers.midr() >>> PART_SHIFT) & PART_MASK);
        // Code 0 is for software and stands for no vendor.
        if (model.isEmpty() || vendor.isEmpty() && implementer != 0) {
            return Optional.empty();
        }
        List<CpuFeature> features =
                map.flags(registers.hwcap()).stream().map(CpuFeature::ofHost).toList();
        return Optional.of(
                new HostCpu(
                        arch(),
                        model.map(ArmMap.Model::name),
                        vendor,
                        Optional.empty(),
                        Optional.empty(),
                        features));
    }

    @Override
    public CpuOperations operations() {
        return new ArmOperations(arch(), release);
    }
}
