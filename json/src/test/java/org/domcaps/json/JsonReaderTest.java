package org.domcaps.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;

class JsonReaderTest {

    private static JsonValue read(String text) {
        return JsonReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        JsonValue value =
                JsonValue.object()
                        .put("text", "\u00e9\ud83d\ude00\"\\\n\u0001")
                        .put("number", 1L << 40)
                        .put("truth", true)
                        .put("list", JsonValue.ofStrings(java.util.List.of("a", "")))
                        .build();
        assertThat(read(JsonWriter.pretty(value))).isEqualTo(value);
        assertThat(read(JsonWriter.compact(value))).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "``        | no JSON text at line 1, column 1",
                "`{\"a\": [1` | Unexpected end-of-input: expected close marker for Array (start"
                        + " marker at line 1, column 7) at line 1, column 9",
                "`[1] 2`   | text after the end of the JSON value at line 1, column 5"
            })
    void whatIsWrongIsToldInOneLineWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(JsonException.class).hasMessage(message);
    }

    @Test
    void aLimitIsToldWithoutTheMethodThatSetsIt() {
        assertThatThrownBy(() -> read("[".repeat(1000)))
                .isInstanceOf(JsonException.class)
                .hasMessageStartingWith(
                        "Document nesting depth (201) exceeds the maximum allowed (200)")
                .hasMessageNotContaining("StreamRead");
        assertThatThrownBy(() -> read("9".repeat(100_000)))
                .isInstanceOf(JsonException.class)
                .hasMessageStartingWith(
                        "Number value length (100000) exceeds the maximum allowed (1000)")
                .hasMessageNotContaining("StreamRead");
    }

    @Test
    void aKeyThatIsThereTwiceIsOnlyRefusedIfThatIsAskedFor() {
        byte[] twice = "{\"a\": 1, \"a\": 2}".getBytes(StandardCharsets.UTF_8);
        assertThat(JsonReader.readObject(twice).findLong("a")).hasValue(2);
        assertThatThrownBy(() -> JsonReader.readStrict(twice)).isInstanceOf(JsonException.class);
    }
}
