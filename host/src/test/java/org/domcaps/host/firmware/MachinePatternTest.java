package org.domcaps.host.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachinePatternTest {

    @ParameterizedTest(name = "{0} against {1}: {2}")
    @CsvSource({
        "pc-q35-*, pc-q35-7.2, true",
        "pc-q35-*, pc-q35-, true",
        "pc-q35-*, pc-q35, false",
        "pc-*-?.?, pc-i440fx-7.2, true",
        "pc-*-?.?, pc-i440fx-10.2, false",
        "virt, virt, true",
        "virt, virt-9.0, false",
        "virt, Virt, false",
        "*, anything, true",
        "*a*b*, xxaxxbxx, true",
        "*a*b*, xxbxxaxx, false",
        "*aab, aaaab, true",
        "'[pc]*', pc, false",
        "'[pc]*', '[pc]-1', true",
        "'\\*', '\\x', true",
        "'', '', true",
        "'', x, false",
        "?, '', false",
        "**, '', true",
    })
    void aPatternCoversTheWholeName(String pattern, String name, boolean expected) {
        assertThat(MachinePattern.matches(pattern, name)).isEqualTo(expected);
    }
}
