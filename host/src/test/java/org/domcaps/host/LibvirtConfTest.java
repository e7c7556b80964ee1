package org.domcaps.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

class LibvirtConfTest {

    @Test
    void allFormsOfValuesAreRead() {
        LibvirtConf.Parsed parsed =
                LibvirtConf.parse(
                        """
                        # comment with nvram = [ "x" ]
                        user = "root"   # trailing
                        max_files=-5
                          indented = 'it "is" fine'
                        text = \"""two
                        lines\"""
                        empty = []
                        nvram = [
                           "/a:/b", # first
                           '/c:/d',
                        ]
                        """);
        assertThat(parsed)
                .isEqualTo(
                        new LibvirtConf.Parsed.Settings(
                                Map.of(
                                        "user", List.of("root"),
                                        "max_files", List.of("-5"),
                                        "indented", List.of("it \"is\" fine"),
                                        "text", List.of("two\nlines"),
                                        "empty", List.of(),
                                        "nvram", List.of("/a:/b", "/c:/d"))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "user | expected '=' after user",
                "user = | expected a value",
                "user = root | expected a value",
                "user = \"root | a string does not end",
                "user = \"root\" x | expected the end of the line after the value of user",
                "nvram = [ \"a\" \"b\" ] | expected ',' or ']' in a list",
                "nvram = [ \"a\" | expected ',' or ']' in a list",
                "nvram = [ | expected a value",
                "= 1 | expected a name",
            })
    void otherTextIsMalformed(String text, String detail) {
        assertThat(LibvirtConf.parse("\n" + text))
                .isEqualTo(new LibvirtConf.Parsed.Malformed(2, detail));
    }
}
