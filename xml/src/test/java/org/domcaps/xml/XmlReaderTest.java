package org.domcaps.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;

class XmlReaderTest {

    private static XmlElement read(String text) {
        return XmlReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        XmlOutput out = new XmlOutput(16);
        out.begin(0, "a");
        out.attribute("b", "<>&\"'\t\n\u00e9\ud83d\ude00");
        out.endOpen();
        out.leaf(1, "c", "<>&\"'\u00e9");
        out.close(0, "a", false);
        XmlElement root = XmlReader.read(out.toBytes());
        assertThat(root.attribute("b")).contains("<>&\"'\t\n\u00e9\ud83d\ude00");
        assertThat(root.child("c").orElseThrow().text()).isEqualTo("<>&\"'\u00e9");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "``     | the text is empty at line 1, column 1",
                "` \n\t` | the text is empty at line 1, column 1",
                "`<!DOCTYPE a><a/>` | a document type declaration is not allowed at line 1, column"
                        + " 1"
            })
    void whatIsWrongIsToldInOneLineWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(XmlException.class).hasMessage(message);
    }

    @Test
    void whatIsCutOffIsToldWithItsPlace() {
        assertThatThrownBy(() -> read("<a>\n<b>"))
                .isInstanceOfSatisfying(XmlException.class, e -> assertThat(e.line()).isEqualTo(2));
    }
}
