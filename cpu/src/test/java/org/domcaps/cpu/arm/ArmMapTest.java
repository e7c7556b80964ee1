package org.domcaps.cpu.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.cpu.CpuFacts;
import org.domcaps.cpu.CpuMapException;
import org.domcaps.cpu.table.CpuTable;
import org.domcaps.document.Release;
import org.domcaps.json.JsonValue.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class ArmMapTest {

    private static final ArmMap OLDEST = ArmMap.forRelease(Release.OLDEST);
    private static final ArmMap NEWEST = ArmMap.forRelease(Release.NEWEST);

    private static String name(JsonObject row) {
        return row.findString("name").orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"facts, 10.7", "facts/libvirt-12.8.0, 12.8"})
    void tableIsTheFacts(String folder, String release) {
        ArmMap map = ArmMap.forRelease(Release.parse(release).orElseThrow());
        Map<Integer, String> vendors = new LinkedHashMap<>();
        for (JsonObject row : CpuFacts.rows(folder + "/arm_vendors.json")) {
            vendors.put(CpuFacts.hex(row, "implementer"), name(row));
        }
        assertThat(map.vendors()).containsExactlyEntriesOf(vendors);
        assertThat(map.models())
                .containsExactlyElementsOf(
                        CpuFacts.rows(folder + "/arm_models.json").stream()
                                .map(row ->
                                        new ArmMap.Model(
                                                CpuFacts.hex(row, "part"),
                                                row.findString("vendor").orElseThrow(),
                                                name(row)))
                                .toList());
        assertThat(map.features())
                .containsExactlyElementsOf(
                        CpuFacts.rows(folder + "/arm_features.json").stream()
                                .map(ArmMapTest::name)
                                .toList());
    }

    @Test
    void flagsAreTheFacts() {
        for (JsonObject row : CpuFacts.rows("facts/arm_hwcap_flags.json")) {
            assertThat(OLDEST.flags(1L << row.findLong("bit").orElseThrow()))
                    .containsExactly(name(row));
        }
        assertThat(OLDEST.flags(-1L)).hasSameSizeAs(CpuFacts.rows("facts/arm_hwcap_flags.json"));
    }

    @Test
    void namesMayHaveBlanks() {
        assertThat(OLDEST.modelOf(0x0af).map(ArmMap.Model::name)).contains("ThunderX2 99xx");
    }

    @Test
    void newerProcessorsAreUnknownToOlderReleases() {
        assertThat(OLDEST.modelOf(0xac3)).isEmpty();
        assertThat(OLDEST.vendorOf(0xc0)).isEmpty();
        assertThat(NEWEST.modelOf(0xac3).map(ArmMap.Model::name)).contains("Ampere-1");
        assertThat(NEWEST.vendorOf(0xc0)).contains("Ampere");
    }

    @Test
    void flagsComeInTheOrderOfTheirBits() {
        assertThat(OLDEST.flags(1L << 22 | 1 | 1L << 63)).isEqualTo(List.of("fp", "sve"));
        assertThat(OLDEST.flags(0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "processor x, unknown keyword processor",
                "model 1 V M, unknown vendor V",
                "vendor 1 V;model 1 V M;model 2 V M, model M a second time",
                "vendor 1 V;vendor 2 V, vendor V a second time",
                "vendor 1 V;vendor 1 W, implementer 1 a second time",
                "feature f;feature f, feature f a second time",
                "flag 1 a;flag 1 b, bit 1 a second time",
                "flag 64 a, '64' is no bit",
                "flag x a, 'x' is no bit"
            })
    void aTableThatBreaksItsRulesIsRefused(String lines, String complaint) {
        String text = lines.replace(';', '\n');
        assertThatThrownBy(() -> ArmMap.of(CpuTable.read("t", text, Release.OLDEST)))
                .isInstanceOf(CpuMapException.class)
                .hasMessageContaining(complaint);
    }
}
