package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.driver.EmulatorOffer.Machine;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class MachineOrderTest {

    @Test
    void theDefaultThenNamedOnesThenTheNewestOfEachFamily() {
        List<Machine> sorted =
                List.of(
                        FakeBackend.machine("pc-i440fx-10.1", "pc", 255, false, true),
                        FakeBackend.machine("microvm", "m", 288, false, false),
                        FakeBackend.machine("pc-q35-10.1", "q35", 4096, false, false),
                        FakeBackend.machine("isapc", "", 1, false, false),
                        FakeBackend.machine("pc-i440fx-10.0", "", 255, false, false),
                        FakeBackend.machine("pc-i440fx-10.0.1", "", 255, false, false),
                        FakeBackend.machine("pc-i440fx-9.2", "", 255, false, false),
                        FakeBackend.machine("pc-i440fx-2.12", "", 255, false, false),
                        FakeBackend.machine("pc-i440fx-2.4", "", 255, false, false),
                        FakeBackend.machine("pc-q35-2.4", "", 255, false, false),
                        FakeBackend.machine("x-remote", "", 255, false, false));
        for (int seed = 0; seed < 50; seed++) {
            List<Machine> shuffled = new ArrayList<>(sorted);
            java.util.Collections.shuffle(shuffled, new Random(seed));
            shuffled.sort(new MachineOrder());
            assertThat(shuffled).isEqualTo(sorted);
        }
    }
}
