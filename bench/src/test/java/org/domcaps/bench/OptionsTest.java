package org.domcaps.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.bench.Options.Part;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class OptionsTest {

    private static Options of(String... arguments) {
        return Options.of(arguments);
    }

    @Test
    void withoutOptionsEverythingIsMeasuredAndNothingSaved() {
        Options options = of("--emulator", "/usr/bin/qemu");
        assertThat(options.parts()).containsExactly(Part.values());
        assertThat(options.save()).isFalse();
        assertThat(options.runs()).isEqualTo(15);
    }

    @Test
    void optionsAreRead() {
        Options options =
                of(
                        "--emulator",
                        "/q",
                        "--runs",
                        "3",
                        "--only",
                        "warm,probe",
                        "--document",
                        "/d",
                        "--save");
        assertThat(options.emulator()).isEqualTo(Path.of("/q"));
        assertThat(options.document()).contains(Path.of("/d"));
        assertThat(options.runs()).isEqualTo(3);
        assertThat(options.parts()).containsExactly(Part.PROBE, Part.WARM);
        assertThat(options.save()).isTrue();
    }

    @Test
    void nonsenseIsRefusedWithItsWord() {
        assertThatThrownBy(() -> of("--fast")).hasMessageContaining("--fast");
        assertThatThrownBy(() -> of("--runs", "0")).hasMessageContaining("not '0'");
        assertThatThrownBy(() -> of("--runs")).hasMessageContaining("--runs needs a value");
        assertThatThrownBy(() -> of("--only", "speed")).hasMessageContaining("'speed'");
    }
}
