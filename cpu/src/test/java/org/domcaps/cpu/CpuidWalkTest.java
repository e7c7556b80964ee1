package org.domcaps.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.Map;

class CpuidWalkTest {

    private final Map<CpuidKey, CpuidRegs> processor = new LinkedHashMap<>();

    private void has(int leaf, int subleaf, int eax, int ebx, int ecx, int edx) {
        processor.put(new CpuidKey(leaf, subleaf), new CpuidRegs(eax, ebx, ecx, edx));
    }

    private String walked() {
        return String.join(
                " ",
                CpuidWalk.walk(key -> processor.getOrDefault(key, CpuidRegs.ZERO))
                        .leaves()
                        .keySet()
                        .stream()
                        .map(CpuidKey::toString)
                        .toList());
    }

    private String walkedOf(int leaf) {
        has(0, 0, leaf, 0, 0, 0);
        String all = walked();
        String own = Integer.toHexString(leaf) + ".";
        StringBuilder subleaves = new StringBuilder();
        for (String key : all.split(" ")) {
            if (key.startsWith(own)) {
                subleaves
                        .append(subleaves.isEmpty() ? "" : " ")
                        .append(key.substring(own.length()));
            }
        }
        return subleaves.toString();
    }

    @Test
    void bothRangesAreWalkedUpToTheirMaximum() {
        has(0, 0, 3, 0, 0, 0);
        has(0x80000000, 0, 0x80000002, 0, 0, 0);
        assertThat(walked()).isEqualTo("0.0 1.0 2.0 3.0 80000000.0 80000001.0 80000002.0");
    }

    @Test
    void aProcessorWithoutTheUpperRangeIsWalkedOnce() {
        has(0, 0, 1, 0, 0, 0);
        assertThat(walked()).isEqualTo("0.0 1.0");
    }

    @Test
    void aBrokenMaximumEndsSomewhere() {
        has(0, 0, -1, 0, 0, 0);
        assertThat(CpuidWalk.walk(key -> processor.getOrDefault(key, CpuidRegs.ZERO)).leaves())
                .hasSizeLessThan(10_000);
    }

    @Test
    void cachesEndWithTheFirstThatIsNone() {
        has(4, 0, 0x21, 0, 0, 0);
        has(4, 1, 0x42, 0, 0, 0);
        assertThat(walkedOf(4)).isEqualTo("0 1 2");
    }

    @Test
    void subleavesOfFeaturesAreCounted() {
        has(7, 0, 2, 0, 0, 0);
        assertThat(walkedOf(7)).isEqualTo("0 1 2");
    }

    @Test
    void topologyEndsBeforeTheFirstLevelThatIsNone() {
        has(0xb, 0, 0, 0, 0x100, 0);
        has(0xb, 1, 0, 0, 0x201, 0);
        assertThat(walkedOf(0xb)).isEqualTo("0 1");
    }

    @Test
    void stateComponentsAreNamedByBits() {
        has(0xd, 0, 0b111, 0, 0, 1 << 30);
        has(0xd, 1, 0, 0, 1 << 8, 0);
        assertThat(walkedOf(0xd)).isEqualTo("0 1 2 8 3e");
    }

    @Test
    void monitoringAndAllocationAreNamedByBits() {
        has(0xf, 0, 0, 0, 0, 0b10);
        has(0x10, 0, 0, 0b1100, 0, 0);
        assertThat(walkedOf(0x10)).isEqualTo("0 2 3");
        assertThat(walkedOf(0xf)).isEqualTo("0 1");
    }

    @Test
    void enclavesNeedSgx() {
        has(0x12, 2, 1, 0, 0, 0);
        has(0x12, 3, 1, 0, 0, 0);
        assertThat(walkedOf(0x12)).isEmpty();
        has(7, 0, 0, 1 << 2, 0, 0);
        assertThat(walkedOf(0x12)).isEqualTo("0 1 2 3");
    }

    @Test
    void tracesAreCountedAndVendorAttributesToo() {
        has(0x14, 0, 1, 0, 0, 0);
        assertThat(walkedOf(0x14)).isEqualTo("0 1");
        has(0x17, 0, 2, 0, 0, 0);
        assertThat(walkedOf(0x17)).isEmpty();
        has(0x17, 0, 3, 0, 0, 0);
        assertThat(walkedOf(0x17)).isEqualTo("0 1 2 3");
    }
}
