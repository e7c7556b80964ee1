package org.domcaps.decide.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.decide.RecordedDocuments;
import org.domcaps.document.Arch;
import org.domcaps.document.DocumentJson;
import org.domcaps.error.DomcapsException;
import org.domcaps.json.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

class CpuInputsTest {

    private static final String CPU = "<cpu><model>EPYC</model></cpu>";
    private static final String HOST = "<cpu><arch>x86_64</arch><model>EPYC</model></cpu>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                CPU,
                "<domain><os><type arch='x86_64'>hvm</type></os>" + CPU + "</domain>",
                "<capabilities><host>" + HOST + "</host></capabilities>",
                "<any>" + CPU + "</any>",
                "<?xml version='1.0'?>\n" + CPU
            })
    void everyFormThatStandsForAHostIsRead(String text) {
        List<CpuOffer> offers = read(text);

        assertThat(offers).hasSize(1);
        assertThat(offers.getFirst().cpu().orElseThrow().modelName()).contains("EPYC");
    }

    @Test
    void severalOnesCanFollowEachOther() {
        assertThat(
                        read(
                                CPU
                                        + "\n<?xml version='1.0'?>\n"
                                        + HOST
                                        + "<capabilities><host>"
                                        + HOST
                                        + "</host></capabilities>"))
                .extracting(CpuOffer::arch)
                .containsExactly(
                        java.util.Optional.empty(),
                        java.util.Optional.of(Arch.X86_64),
                        java.util.Optional.of(Arch.X86_64));
    }

    @Test
    void aDocumentInJsonIsTheSameAsInXml() {
        String json =
                JsonWriter.compact(DocumentJson.toJson(RecordedDocuments.read("qemu-7.2/default")));

        assertThat(read(json))
                .containsExactly(CpuOffer.of(RecordedDocuments.read("qemu-7.2/default")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<cpu>",
                "<a/>",
                "<domain/>",
                "<capabilities/>",
                "<cpu><feature name='a'/><feature name='a'/></cpu>",
                "{}x",
                CPU + "<",
                "<?xml"
            })
    void anythingElseIsOneError(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(DomcapsException.class);
    }

    private static List<CpuOffer> read(String text) {
        return new CpuInputs().read(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``   | the text is empty",
                "`[]` | Unexpected character '['",
                "`CPU` | Unexpected character 'C'",
                "`<a/><b/>` | none of the elements is a <cpu>",
                "`<a/>` | the root element is <a>, and it holds no <cpu>"
            })
    void whatHoldsNoCpuIsRefusedInWordsOfTheText(String text, String start) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(DomcapsException.class)
                .hasMessageStartingWith(start)
                .hasMessageNotContaining("domcaps-inputs");
    }
}
