package org.domcaps.host;

import org.domcaps.cpu.CpuidDump;
import org.domcaps.cpu.CpuidRegs;
import org.domcaps.cpu.CpuidWalk;
import org.domcaps.cpu.HostProcessor;
import org.domcaps.document.Arch;
import org.domcaps.host.system.CpuidSource;
import org.domcaps.host.system.DeviceMsr;
import org.domcaps.host.system.HostRoot;
import org.domcaps.host.system.KvmDevice;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Asks the host's processor what it is, in the way of its architecture.
final class ProcessorProbe {

    private static final String MIDR = "/sys/devices/system/cpu/cpu0/regs/identification/midr_el1";
    private static final int REGISTER_LIMIT = 64;
    private static final String AUXILIARY_VECTOR = "/proc/self/auxv";
    private static final int VECTOR_LIMIT = 4096;

    private final HostRoot root;
    private final KvmDevice kvm;
    private final CpuidSource cpuid;

    ProcessorProbe(HostRoot root, KvmDevice kvm, CpuidSource cpuid) {
        this.root = root;
        this.kvm = kvm;
        this.cpuid = cpuid;
    }

    RawCpu read(Arch arch) {
        return switch (arch.family()) {
            case X86 -> x86();
            case PPC -> arch.isPpc64() ? ppc64() : RawCpu.unknown();
            case ARM -> arch == Arch.AARCH64 ? aarch64() : RawCpu.unknown();
            case S390, RISCV, LOONGARCH, OTHER -> RawCpu.unknown();
        };
    }

    private RawCpu x86() {
        if (cpuid.read(0, 0).isEmpty()) {
            return RawCpu.unknown();
        }
        CpuidDump answers =
                CpuidWalk.walk(key -> cpuid.read(key.leaf(), key.subleaf()).orElse(CpuidRegs.ZERO));
        OptionalLong register = archCapabilities();
        return RawCpu.of(
                register.isPresent()
                        ? answers.withMsr(Kvm.ARCH_CAPABILITIES_MSR, register.getAsLong())
                        : answers);
    }

    private OptionalLong archCapabilities() {
        return switch (new DeviceMsr(root).read(Kvm.ARCH_CAPABILITIES_MSR)) {
            case DeviceMsr.Reading.Value(long value) -> OptionalLong.of(value);
            case DeviceMsr.Reading.Lacking _ -> OptionalLong.empty();
            case DeviceMsr.Reading.Unreadable _ ->
                    new KvmQuestions(kvm).ask() instanceof Kvm.Usable usable
                            ? usable.archCapabilities()
                            : OptionalLong.empty();
        };
    }

    private RawCpu ppc64() {
        OptionalInt pvr = cpuInfo().powerVersion();
        return pvr.isPresent()
                ? RawCpu.of(new HostProcessor.PowerVersion(pvr.getAsInt()))
                : RawCpu.unknown();
    }

    /// Kernels before 4.7 do not have the file with the register; its parts stand in
    /// `/proc/cpuinfo` too.
    private RawCpu aarch64() {
        Optional<byte[]> vector = root.readBytes(AUXILIARY_VECTOR, VECTOR_LIMIT);
        OptionalLong hwcap =
                vector.isPresent()
                        ? AuxiliaryVector.find(vector.get(), AuxiliaryVector.HWCAP)
                        : OptionalLong.empty();
        OptionalLong midr = CpuInfo.register(root.readText(MIDR, REGISTER_LIMIT).orEmpty());
        if (midr.isEmpty()) {
            midr = cpuInfo().armIdentification();
        }
        return hwcap.isPresent() && midr.isPresent()
                ? RawCpu.of(new HostProcessor.ArmRegisters(midr.getAsLong(), hwcap.getAsLong()))
                : RawCpu.unknown();
    }

    private CpuInfo cpuInfo() {
        return new CpuInfo(root.readText("/proc/cpuinfo", CpuInfo.READ_LIMIT).orEmpty());
    }
}
