package org.domcaps.cpu.x86;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.domcaps.document.Release;
import org.domcaps.json.JsonReader;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.JsonString;
import org.domcaps.testkit.Corpus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Both tables against the lists of facts that they were written from, entry by entry.
class MapFactsTest {

    private static List<JsonObject> facts(String folder, String list) throws IOException {
        Optional<Path> file = Corpus.find(folder + "/x86_" + list + ".json");
        assumeTrue(file.isPresent(), Corpus.MISSING);
        List<JsonObject> rows = new ArrayList<>();
        for (JsonValue row :
                ((JsonArray) JsonReader.read(Files.readAllBytes(file.get()))).items()) {
            rows.add((JsonObject) row);
        }
        return rows;
    }

    private static String place(FeaturePlace place) {
        return switch (place) {
            case FeaturePlace.CpuidBit bit ->
                    "cpuid " + bit.key() + " " + bit.register().xmlName() + " " + bit.bit();
            case FeaturePlace.MsrBit bit ->
                    "msr " + Integer.toHexString(bit.index()) + " " + bit.bit();
        };
    }

    private static String place(JsonObject bit) {
        boolean cpuid = bit.findString("type").orElseThrow().equals("cpuid");
        String address = bit.findString(cpuid ? "leaf" : "index").orElseThrow();
        String hex = Integer.toHexString(Integer.parseUnsignedInt(address.substring(2), 16));
        return cpuid
                ? "cpuid "
                        + hex
                        + "."
                        + bit.findLong("subleaf").orElseThrow()
                        + " "
                        + bit.findString("reg").orElseThrow()
                        + " "
                        + bit.findLong("bit").orElseThrow()
                : "msr " + hex + " " + bit.findLong("bit64").orElseThrow();
    }

    private static List<String> names(JsonObject row, String list) {
        List<String> names = new ArrayList<>();
        for (JsonValue item : row.findArray(list).orElseThrow()) {
            names.add(((JsonString) item).text());
        }
        return names;
    }

    private static Set<String> set(CpuMap map, FeatureSet features) {
        return new TreeSet<>(map.names(features));
    }

    @ParameterizedTest
    @CsvSource({"facts, 10.7", "facts/libvirt-12.8.0, 12.8"})
    void featuresAreTheFacts(String folder, String release) throws IOException {
        CpuMap map = CpuMap.forRelease(Release.parse(release).orElseThrow());
        List<String> expected = new ArrayList<>();
        for (JsonObject row : facts(folder, "features")) {
            JsonObject bit = (JsonObject) row.findArray("bits").orElseThrow().getFirst();
            expected.add(
                    row.findString("name").orElseThrow()
                            + " "
                            + place(bit)
                            + " "
                            + row.findBoolean("migratable").orElseThrow());
        }
        assertThat(
                        map.features().stream()
                                .map(f -> f.name() + " " + place(f.bit()) + " " + f.migratable()))
                .containsExactlyElementsOf(expected);
        assertThat(map.vendors().stream().map(vendor -> vendor.name() + " " + vendor.text()))
                .containsExactlyElementsOf(
                        facts(folder, "vendors").stream()
                                .map(row ->
                                        row.findString("name").orElseThrow()
                                                + " "
                                                + row.findString("string").orElseThrow())
                                .toList());
    }

    @ParameterizedTest
    @CsvSource({"facts, 10.7", "facts/libvirt-12.8.0, 12.8"})
    void modelsAreTheFacts(String folder, String release) throws IOException {
        CpuMap map = CpuMap.forRelease(Release.parse(release).orElseThrow());
        List<JsonObject> rows = facts(folder, "models");
        assertThat(map.models()).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            JsonObject row = rows.get(i);
            MapModel model = map.models().get(i);
            assertThat(model.name()).isEqualTo(row.findString("name").orElseThrow());
            assertThat(model.decodesHost()).isEqualTo(row.findBoolean("decode_host").orElseThrow());
            assertThat(model.decodesGuest())
                    .isEqualTo(row.findBoolean("decode_guest").orElseThrow());
            assertThat(model.aliasOf()).isEqualTo(row.findString("base"));
            if (model.aliasOf().isEmpty()) {
                own(map, model, row);
            }
        }
    }

    private static void own(CpuMap map, MapModel model, JsonObject row) {
        assertThat(model.vendor().map(MapVendor::name)).isEqualTo(row.findString("vendor"));
        assertThat(set(map, model.features()))
                .as(model.name())
                .isEqualTo(new TreeSet<>(names(row, "features")));
        assertThat(set(map, model.added()))
                .as(model.name())
                .isEqualTo(new TreeSet<>(names(row, "added")));
        assertThat(model.removed().stream().map(MapFeature::name))
                .containsExactlyElementsOf(names(row, "removed"));
        List<String> signatures = new ArrayList<>();
        for (JsonValue item : row.findArray("signatures").orElseThrow()) {
            JsonObject signature = (JsonObject) item;
            long steppings = signature.findArray("steppings").map(List::size).orElse(16);
            signatures.add(
                    signature.findLong("family").orElseThrow()
                            + "/"
                            + signature.findLong("model").orElseThrow()
                            + " "
                            + steppings);
        }
        assertThat(
                        model.signatures().stream()
                                .map(p ->
                                        p.family()
                                                + "/"
                                                + p.model()
                                                + " "
                                                + (p.lastStepping() - p.firstStepping() + 1)))
                .containsExactlyElementsOf(signatures);
    }
}
