package org.domcaps.cpu;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.domcaps.json.JsonReader;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.testkit.Corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lists of facts that tables were written from, which may lie beside the checkout.
public final class CpuFacts {

    private CpuFacts() {}

    /// The rows of a list; the test that asks is skipped if the list is not here.
    public static List<JsonObject> rows(String list) {
        Optional<Path> file = Corpus.find(list);
        assumeTrue(file.isPresent(), Corpus.MISSING);
        try {
            List<JsonObject> rows = new ArrayList<>();
            JsonValue content = JsonReader.read(Files.readAllBytes(file.get()));
            for (JsonValue row : ((JsonArray) content).items()) {
                rows.add((JsonObject) row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A member that is a text of `0x` and digits.
    public static int hex(JsonObject row, String member) {
        return Integer.parseUnsignedInt(row.findString(member).orElseThrow().substring(2), 16);
    }
}
