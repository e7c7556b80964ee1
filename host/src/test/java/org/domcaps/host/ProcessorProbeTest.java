package org.domcaps.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.cpu.HostProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;

/// Processors of other architectures, read from copies of their machines' files.
class ProcessorProbeTest {

    private static final String POWER9 =
            """
            processor\t: 0
            cpu\t\t: POWER9 (architected), altivec supported
            clock\t\t: 2200.000000MHz
            revision\t: 2.2 (pvr 004e 1202)

            processor\t: 1
            revision\t: 2.3 (pvr 004e 1203)
            """;

    private static final String NEOVERSE =
            """
            processor\t: 0
            BogoMIPS\t: 243.75
            Features\t: fp asimd cpuid
            CPU implementer\t: 0x41
            CPU architecture: 8
            CPU variant\t: 0x3
            CPU part\t: 0xd0c
            CPU revision\t: 1
            """;

    private static final String MIDR = "/sys/devices/system/cpu/cpu0/regs/identification/midr_el1";

    @TempDir Path folder;

    private FakeMachine machine(String arch) {
        return new FakeMachine(folder).file("/proc/sys/kernel/arch", arch + "\n");
    }

    private Optional<HostProcessor> processor(FakeMachine machine) {
        return machine.gather(HostPart.RAW_CPU).rawCpu().processor();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ppc64", "ppc64le"})
    void powerTellsItsVersionRegister(String arch) {
        assertThat(processor(machine(arch).file("/proc/cpuinfo", POWER9)))
                .contains(new HostProcessor.PowerVersion(0x004e1202));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "revision : 2.2\n",
                "revision : 2.2 (pvr )\n",
                "revision : 2.2 (pvr 004e 12021)\n",
                "revision : 2.2 (pvr 004e zzzz)\n",
                "revision : 2.2 (pvr 004e\n"
            })
    void withoutTheRegisterNothingIsKnown(String text) {
        assertThat(processor(machine("ppc64le").file("/proc/cpuinfo", text))).isEmpty();
    }

    /// An auxiliary vector with the page size before and the end behind.
    private static byte[] vector(long hwcap) {
        ByteBuffer vector = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        vector.putLong(6).putLong(4096).putLong(16).putLong(hwcap).putLong(0).putLong(0);
        return vector.array();
    }

    @Test
    void armTellsItsIdentificationAndCapabilities() {
        FakeMachine machine =
                machine("aarch64")
                        .file(MIDR, "0x00000000413fd0c1\n")
                        .bytes("/proc/self/auxv", vector(0x803));
        assertThat(processor(machine))
                .contains(new HostProcessor.ArmRegisters(0x413f_d0c1L, 0x803));
    }

    @Test
    void olderKernelsTellThePartsOfTheIdentification() {
        FakeMachine machine =
                machine("aarch64")
                        .file("/proc/cpuinfo", NEOVERSE)
                        .bytes("/proc/self/auxv", vector(-1));
        assertThat(processor(machine)).contains(new HostProcessor.ArmRegisters(0x413f_d0c1L, -1));
    }

    @Test
    void halfOfWhatArmTellsIsNothing() {
        FakeMachine machine = machine("aarch64").file(MIDR, "0x00000000413fd0c1\n");
        assertThat(processor(machine)).as("no capabilities").isEmpty();
        machine.bytes("/proc/self/auxv", new byte[] {16, 0, 0, 0, 0, 0, 0, 0, 1});
        assertThat(processor(machine)).as("cut off").isEmpty();
        machine.bytes("/proc/self/auxv", vector(1)).file(MIDR, "no number\n");
        assertThat(processor(machine)).as("no identification").isEmpty();
        machine.file("/proc/cpuinfo", NEOVERSE.replace("0xd0c", "unknown"));
        assertThat(processor(machine)).as("no part").isEmpty();
    }

    @Test
    void theVectorEndsAtItsEnd() {
        ByteBuffer vector = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        vector.putLong(0).putLong(0).putLong(16).putLong(1);
        assertThat(AuxiliaryVector.find(vector.array(), AuxiliaryVector.HWCAP)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s390x", "riscv64", "loongarch64", "armv7l", "ppc", "sparc64"})
    void otherProcessorsCannotBeAsked(String arch) {
        FakeMachine machine =
                machine(arch)
                        .file("/proc/cpuinfo", POWER9 + NEOVERSE)
                        .bytes("/proc/self/auxv", vector(1));
        assertThat(processor(machine)).isEmpty();
    }

    @Test
    void theSignatureOfAPowerMachineTellsItsRevision() {
        FakeMachine machine = machine("ppc64le").file("/proc/cpuinfo", POWER9);
        Machine facts = machine.gather(HostPart.FEATURES).machine();
        assertThat(facts.signature())
                .contains("POWER9 (architected), altivec supported, rev 2.2 (pvr 004e 1202)");
        assertThat(facts.physicalAddressBits()).isEmpty();
    }

    @Test
    void loongArchTellsItsAddressSize() {
        FakeMachine machine =
                machine("loongarch64")
                        .file(
                                "/proc/cpuinfo",
                                "Address Sizes\t\t: 48 bits physical, 48 bits virtual\n");
        assertThat(machine.gather(HostPart.FEATURES).machine().physicalAddressBits()).hasValue(48);
    }
}
