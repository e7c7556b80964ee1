package org.domcaps.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.document.VirtType;
import org.domcaps.driver.Flag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;
import java.util.Set;

class DocumentCaseTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "qemu_9.1.0.x86_64,                 9.1.0, x86_64,  KVM,  ,     caps_9.1.0_x86_64.replies",
        "qemu_9.1.0-q35.x86_64,             9.1.0, x86_64,  KVM,  q35,  caps_9.1.0_x86_64.replies",
        "qemu_9.1.0-tcg.x86_64,             9.1.0, x86_64,  QEMU, ,     caps_9.1.0_x86_64.replies",
        "qemu_8.0.0-tcg-virt.riscv64,       8.0.0, riscv64, QEMU, virt, caps_8.0.0_riscv64.replies",
        "qemu_7.2.0-hvf.x86_64+hvf,         7.2.0, x86_64,  HVF,  ,     caps_7.2.0_x86_64.replies",
        "qemu_11.0.0-q35.x86_64+sgx,        11.0.0, x86_64, KVM,  q35, "
                + " caps_11.0.0_x86_64+sgx.replies",
    })
    void aNameSaysWhatIsAskedOfWhichRecording(
            String name,
            String version,
            String arch,
            VirtType virtType,
            String machine,
            String file) {
        DocumentCase parsed = DocumentCase.parse(name).orElseThrow();
        assertThat(parsed.version()).isEqualTo(version);
        assertThat(parsed.arch()).isEqualTo(arch);
        assertThat(parsed.virtType()).isEqualTo(virtType);
        assertThat(parsed.machine()).isEqualTo(Optional.ofNullable(machine));
        assertThat(parsed.flags()).isEmpty();
        assertThat(parsed.repliesFile()).isEqualTo(file);
    }

    @Test
    void aNameCanAskForAFlag() {
        assertThat(DocumentCase.parse("qemu_9.1.0-q35.x86_64-expanded").orElseThrow().flags())
                .isEqualTo(Set.of(Flag.EXPAND_CPU_FEATURES));
        assertThat(DocumentCase.parse("qemu_7.2.0-q35.x86_64-supported").orElseThrow().flags())
                .isEqualTo(Set.of(Flag.SUPPORTED_CPU_FEATURES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "empty",
                "libxl-xenfv",
                "bhyve_basic.x86_64",
                "qemu_",
                "qemu_1.x86_64-other"
            })
    void otherNamesAreOfNoQemuDocument(String name) {
        assertThat(DocumentCase.parse(name)).isEmpty();
    }
}
