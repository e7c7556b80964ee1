package org.domcaps.qemu.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.host.firmware.DescriptorFile;
import org.domcaps.host.firmware.DescriptorReader;
import org.domcaps.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What is remembered of descriptors is what parsing them gives.
class DescriptorCacheTest {

    @TempDir Path folder;

    private final List<String> warnings = new ArrayList<>();
    private int parsed;

    private List<DescriptorFile.Content> read(String... texts) {
        DescriptorReader counting =
                all -> {
                    parsed++;
                    return DescriptorReader.parsing().read(all);
                };
        return new DescriptorCache(folder, counting, warnings::add).read(bytes(texts));
    }

    private static List<byte[]> bytes(String... texts) {
        List<byte[]> bytes = new ArrayList<>();
        for (String text : texts) {
            bytes.add(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes;
    }

    private static final String[] ALL_KINDS = {
        "{\"a\": [1, -2.5e3, \"x\\u00e4\\ud83d\\ude00\", true, false, null, {}, []], \"b\": {\"c\":"
                + " \"\"}}",
        "{\"twice\": 1, \"twice\": 2}",
        "[\"no object\"]",
        "no JSON",
        "\u00ef",
        "{\"zero\": \"\0\"}"
    };

    @Test
    void theSecondReaderGetsWhatTheFirstParsed() {
        List<DescriptorFile.Content> first = read(ALL_KINDS);
        assertThat(first).isEqualTo(DescriptorReader.parsing().read(bytes(ALL_KINDS)));

        List<DescriptorFile.Content> second = read(ALL_KINDS);
        assertThat(second).isEqualTo(first);
        assertThat(second).hasToString(first.toString());
        assertThat(parsed).isEqualTo(1);
        assertThat(warnings).isEmpty();
    }

    @Test
    void anyOtherTextsAreParsed() {
        read("{}", "[]");

        assertThat(read("[]", "{}")).isEqualTo(DescriptorReader.parsing().read(bytes("[]", "{}")));
        assertThat(read("{}[]")).isEqualTo(DescriptorReader.parsing().read(bytes("{}[]")));
        assertThat(read("{}", "[ ]")).hasSize(2);
        assertThat(read("{}")).hasSize(1);
        assertThat(parsed).isEqualTo(5);
    }

    @Test
    void theOrderOfMembersIsKept() {
        read("{\"b\": 1, \"a\": 2}");

        assertThat(read("{\"b\": 1, \"a\": 2}").getFirst())
                .isInstanceOfSatisfying(
                        DescriptorFile.Content.Json.class,
                        json ->
                                assertThat(((JsonValue.JsonObject) json.json()).members().keySet())
                                        .containsExactly("b", "a"));
    }

    @Test
    void withoutDescriptorsThereIsNoFile() {
        assertThat(read()).isEmpty();
        assertThat(folder).isEmptyDirectory();
        assertThat(parsed).isZero();
    }

    @Test
    void aFileOfAnotherFormIsReplaced() throws IOException {
        read("{}");
        Path file = folder.resolve("firmware.facts");
        PoolWriter out = new PoolWriter();
        out.integer(1);
        out.flag(true);
        out.integer(99);
        new CacheFile(file, warnings::add).write("form=1\n2\n{}", out.toBytes());

        assertThat(read("{}")).isEqualTo(DescriptorReader.parsing().read(bytes("{}")));
        assertThat(warnings).singleElement().asString().contains("99 is no kind of JSON value");
        assertThat(read("{}")).hasSize(1);
        assertThat(parsed).isEqualTo(2);
    }

    @Test
    void aDamagedFileIsReplaced() throws IOException {
        read("{}");
        Files.writeString(folder.resolve("firmware.facts"), "damaged");

        assertThat(read("{}")).isEqualTo(DescriptorReader.parsing().read(bytes("{}")));
        assertThat(warnings).hasSize(1);
    }
}
