package org.domcaps.qemu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.document.Arch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.EnumSet;
import java.util.Set;

class MachineKindTest {

    private static Set<MachineKind> kinds(Arch arch, String machine) {
        EnumSet<MachineKind> kinds = EnumSet.noneOf(MachineKind.class);
        for (MachineKind kind : MachineKind.values()) {
            if (kind.includes(arch, machine)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    @ParameterizedTest
    @CsvSource({
        "X86_64, pc, I440FX",
        "X86_64, pc-0.15, I440FX",
        "I686, pc-1.3, I440FX",
        "X86_64, pc-i440fx-9.1, I440FX",
        "X86_64, rhel6.6.0, I440FX",
        "X86_64, q35, Q35",
        "I686, pc-q35-9.1, Q35",
        "X86_64, xenfv, XENFV",
        "X86_64, xenfv-4.2, XENFV",
        "X86_64, isapc, ISAPC",
        "ALPHA, isapc, ISAPC",
        "AARCH64, virt, ARM_VIRT",
        "ARMV7L, virt-9.1, ARM_VIRT",
        "ARMV6L, virt-2.6, ARM_VIRT",
        "PPC64, pseries, PSERIES",
        "PPC64LE, pseries-9.1, PSERIES",
        "MIPS, malta, OTHER_IDE",
        "SPARC64, sun4u, OTHER_IDE",
        "PPC, g3beige, OTHER_IDE",
        "X86_64, g3beige, OTHER_IDE",
        "S390X, s390-ccw-virtio-2.4, OLD_S390",
        "S390X, s390-ccw-virtio-2.7, OLD_S390",
        "S390, s390-ccw-virtio-2.5, OLD_S390"
    })
    void isOfOneKind(Arch arch, String machine, MachineKind kind) {
        assertThat(kinds(arch, machine)).containsExactly(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "X86_64, microvm",
        "X86_64, pc-2.0",
        "X86_64, q35-9.1",
        "X86_64, PC",
        "X86_64, virt",
        "X86_64, pseries",
        "AARCH64, pc",
        "AARCH64, q35",
        "AARCH64, virtual",
        "AARCH64, xenfv",
        "ARMV7B, virt",
        "RISCV64, virt",
        "LOONGARCH64, virt",
        "PPC, pseries",
        "PPC64, malta-9.1",
        "S390X, s390-ccw-virtio-2.8",
        "S390X, s390-ccw-virtio-2.70",
        "X86_64, s390-ccw-virtio-2.7"
    })
    void isOfNoKind(Arch arch, String machine) {
        assertThat(kinds(arch, machine)).isEmpty();
    }

    @Test
    void everyKindHasWordsOfItsOwn() {
        assertThat(EnumSet.allOf(MachineKind.class))
                .extracting(MachineKind::words)
                .doesNotHaveDuplicates();
        assertThat(EnumSet.allOf(HostFact.class))
                .extracting(HostFact::words)
                .doesNotHaveDuplicates();
        assertThat(EnumSet.allOf(FirmwareFact.class))
                .extracting(FirmwareFact::words)
                .doesNotHaveDuplicates();
    }
}
