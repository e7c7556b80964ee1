package org.domcaps.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineTypeTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "pc-q35-9.1, pc-q35, 9.1",
        "pc-i440fx-10.0, pc-i440fx, 10.0",
        "q35, pc-q35, ''",
        "pc, pc-i440fx, ''",
        "virt-8.2, virt, 8.2",
        "s390-ccw-virtio-2.4, s390-ccw-virtio, 2.4",
        "pseries-7.2, pseries, 7.2",
        "pc-q35-rhel9.4.0, pc-q35-rhel, 9.4.0",
        "pc-1.3, pc, 1.3",
        "microvm, microvm, ''",
        "isapc, isapc, ''",
        "m68k4, m68k4, ''",
        "'', '', ''",
        "5, 5, ''",
        "x-.1, x-.1, ''",
    })
    void aNameIsAFamilyAndAVersion(String name, String family, String version) {
        MachineType type = MachineType.parse(name);

        String numbers = String.join(".", type.version().stream().map(String::valueOf).toList());
        assertThat(type.family() + " " + numbers).isEqualTo(family + " " + version);
    }

    @Test
    void versionsAreOrderedByTheirNumbers() {
        MachineType nine = MachineType.parse("pc-q35-9.1");
        assertThat(nine.compareVersion(MachineType.parse("pc-q35-10.0"))).isNegative();
        assertThat(nine.compareVersion(MachineType.parse("pc-q35-9.1"))).isZero();
        assertThat(nine.compareVersion(MachineType.parse("pc-q35-9.0"))).isPositive();
        assertThat(nine.compareVersion(MachineType.parse("pc-q35-9.1.1"))).isNegative();
    }
}
