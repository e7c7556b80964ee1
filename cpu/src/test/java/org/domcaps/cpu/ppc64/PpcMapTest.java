package org.domcaps.cpu.ppc64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.cpu.CpuFacts;
import org.domcaps.cpu.CpuMapException;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.cpu.table.CpuTable;
import org.domcaps.document.Release;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

class PpcMapTest {

    private static final PpcMap OLDEST = PpcMap.forRelease(Release.OLDEST);
    private static final PpcMap NEWEST = PpcMap.forRelease(Release.NEWEST);

    @ParameterizedTest
    @CsvSource({"facts, 10.7", "facts/libvirt-12.8.0, 12.8"})
    void tableIsTheFacts(String folder, String release) {
        PpcMap map = PpcMap.forRelease(Release.parse(release).orElseThrow());
        List<PpcModel> expected = new ArrayList<>();
        for (JsonObject row : CpuFacts.rows(folder + "/ppc64_models.json")) {
            List<PpcModel.Version> versions = new ArrayList<>();
            for (JsonValue item : row.findArray("pvrs").orElseThrow()) {
                JsonObject pvr = (JsonObject) item;
                versions.add(
                        new PpcModel.Version(
                                CpuFacts.hex(pvr, "value"), CpuFacts.hex(pvr, "mask")));
            }
            expected.add(
                    new PpcModel(
                            row.findString("name").orElseThrow(),
                            row.findString("vendor").orElseThrow(),
                            versions));
        }
        assertThat(map.models()).containsExactlyElementsOf(expected);
        assertThat(map.vendors())
                .containsExactlyElementsOf(
                        CpuFacts.rows(folder + "/ppc64_vendors.json").stream()
                                .map(row -> row.findString("name").orElseThrow())
                                .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "003e0301, POWER6",
        "003f0201, POWER7",
        "004a0201, POWER7",
        "004b0201, POWER8",
        "004c0100, POWER8",
        "004d0200, POWER8",
        "004e1202, POWER9",
        "00800200, POWER10",
        "80240021, POWERPC_e5500",
        "80400120, POWERPC_e6500"
    })
    void aRegisterMeansOneModel(String pvr, String model) {
        assertThat(OLDEST.modelOf(Integer.parseUnsignedInt(pvr, 16)).map(PpcModel::name))
                .contains(model);
    }

    @Test
    void anUnknownRegisterMeansNothing() {
        assertThat(OLDEST.modelOf(0x00820100)).isEmpty();
        assertThat(NEWEST.modelOf(0x00820100).map(PpcModel::name)).contains("POWER11");
        assertThat(NEWEST.modelOf(0)).isEmpty();
    }

    @Test
    void namesAreFoundInAnyLetters() {
        assertThat(OLDEST.spellingOf("power9")).contains("POWER9");
        assertThat(OLDEST.spellingOf("powerpc_E5500")).contains("POWERPC_e5500");
        assertThat(OLDEST.spellingOf("power9_v2.0")).isEmpty();
        assertThat(OLDEST.findModel("power9")).isEmpty();
        assertThatThrownBy(() -> OLDEST.requireModel("power9"))
                .isInstanceOf(UnknownCpuNameException.class);
    }

    @Test
    void olderNamesStandForTheirModels() {
        assertThat(OLDEST.modernName("POWER7+_v2.1")).isEqualTo("POWER7");
        assertThat(OLDEST.modernName("POWER8_v1.0")).isEqualTo("POWER8");
        assertThat(OLDEST.modernName("POWER8E_v1.0")).isEqualTo("POWER8E_v1.0");
    }

    @Test
    void generationsAreThoseOfNumberedModels() {
        assertThat(OLDEST.requireModel("POWER10").generation()).hasValue(10);
        assertThat(OLDEST.requireModel("POWERPC_e5500").generation()).isEmpty();
        assertThat(OLDEST.hasGeneration(6)).isTrue();
        assertThat(OLDEST.hasGeneration(5)).isFalse();
        assertThat(OLDEST.hasGeneration(11)).isFalse();
        assertThat(NEWEST.hasGeneration(11)).isTrue();
        assertThat(PpcModel.numberAfter("power", "power")).isEmpty();
        assertThat(PpcModel.numberAfter("power", "power7+")).isEmpty();
        assertThat(PpcModel.numberAfter("power", "power99999")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "processor x, unknown keyword processor",
                "model M V 1/f, unknown vendor V",
                "vendor V;model M V 1/f;model M V 2/f, model M a second time",
                "vendor V;vendor V, vendor V a second time",
                "vendor V;model M V 1, '1' is not VALUE/MASK",
                "vendor V;model M V 1f/f0, 1f has bits outside of its mask",
                "legacy A B, unknown model B",
                "vendor V;model M V 1/f;legacy A M;legacy A M, legacy name A a second time"
            })
    void aTableThatBreaksItsRulesIsRefused(String lines, String complaint) {
        String text = lines.replace(';', '\n');
        assertThatThrownBy(() -> PpcMap.of(CpuTable.read("t", text, Release.OLDEST)))
                .isInstanceOf(CpuMapException.class)
                .hasMessageContaining(complaint);
    }
}
