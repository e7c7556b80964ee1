package org.domcaps.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import org.domcaps.xml.XmlException;
import org.domcaps.xml.XmlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// Whatever the text, the shortcut gives what the general way gives.
class ModelLinesTest {

    private static final int MODELS = 120;

    @Test
    void aDocumentInTheUsualLayoutGoesTheShortWay() {
        byte[] text = bytes(document());
        ModelLines.Cut cut = ModelLines.cut(text).orElseThrow();
        assertThat(cut.models()).hasSize(MODELS - 1);
        assertThat(cut.rest().length).isLessThan(text.length / 10);
        assertThat(DocumentReader.read(text)).isEqualTo(DocumentReader.read(XmlReader.read(text)));
        assertThat(DocumentWriter.write(DocumentReader.read(text), Release.NEWEST)).isEqualTo(text);
    }

    @Test
    void aNameThatComesAgainIsTheSameString() {
        ModelLines.Cut cut = ModelLines.cut(bytes(document())).orElseThrow();
        assertThat(cut.models().get(1).blockers().getFirst())
                .isSameAs(cut.models().get(2).blockers().getFirst());
    }

    static List<Arguments> unusual() {
        return List.of(
                arguments("<domainCapabilities>\n", "<domainCapabilities>\n<!-- comment -->\n"),
                arguments("<domainCapabilities>\n", "<domainCapabilities>\n<?target data?>\n"),
                arguments("'feature-7'", "'feature&amp;7'"),
                arguments("'feature-7'", "'feature\u00e97'"),
                arguments("'feature-7'", "' feature-7'"),
                arguments("'feature-7'/>", "'feature-7' more='x'/>"),
                arguments("'feature-7'/>", "'feature-7'></feature>"),
                arguments("usable='no' vendor", "usable=\"no\" vendor"),
                arguments("usable='no' vendor", "other='no' usable='no' vendor"),
                arguments("usable='no' vendor", "usable='perhaps' vendor"),
                arguments("<blockers model='Model-9'>", "<blockers model='Model-8'>"),
                arguments("vendor='Intel'>Model-9<", "vendor=''>Model-9<"),
                arguments("Model-9</model>\n", "Model-9</model>\n      <other/>\n"),
                arguments("    </mode>\n  </cpu>", "      <other/>\n    </mode>\n  </cpu>"),
                arguments("    </mode>\n  </cpu>", "</mode>\n  </cpu>"),
                arguments("  <cpu>\n", "  <other>\n  </other>\n  <cpu>\n"),
                arguments("cpu>", "unknown>"));
    }

    @ParameterizedTest
    @MethodSource("unusual")
    void whatIsUnusualIsReadAsEver(String usual, String unusual) {
        byte[] text = bytes(document().replace(usual, unusual));
        assertThat(text).isNotEqualTo(bytes(document()));
        assertThat(read(() -> DocumentReader.read(text)))
                .isEqualTo(read(() -> DocumentReader.read(XmlReader.read(text))));
    }

    @Test
    void aFaultBehindTheModelsIsToldAtItsPlaceInTheWholeText() {
        String broken = document().replace("  <devices>\n", "  <devices>words\n");
        assertThatThrownBy(() -> DocumentReader.read(bytes(broken)))
                .isInstanceOfSatisfying(
                        XmlException.class, e -> assertThat(e.line()).isGreaterThan(MODELS));
    }

    @Test
    void anyChangedByteGivesTheSameValueOrTheSameFault() {
        byte[] original = bytes(document());
        Random random = new Random(7);
        for (int round = 0; round < 1500; round++) {
            byte[] text = original.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                text[random.nextInt(text.length)] =
                        (byte) "<>/'\"& =xy\n!?-\u0000\u0080".charAt(random.nextInt(16));
            }
            assertThat(read(() -> DocumentReader.read(text)))
                    .isEqualTo(read(() -> DocumentReader.read(XmlReader.read(text))));
        }
    }

    private static Object read(Supplier<DomainCapabilities> reading) {
        try {
            return reading.get();
        } catch (XmlException e) {
            return e.getMessage() + " at " + e.line() + ":" + e.column();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String document() {
        StringBuilder text = new StringBuilder("<domainCapabilities>\n  <cpu>\n");
        text.append("    <mode name='custom' supported='yes'>\n");
        for (int i = 0; i < MODELS; i++) {
            text.append("      <model usable='").append(i % 4 == 0 ? "yes" : "no").append('\'');
            text.append(i % 7 == 0 ? " deprecated='yes'" : "").append(" vendor='Intel'");
            text.append(i % 3 == 1 ? " canonical='Model-" + i + "-v1'" : "");
            text.append(">Model-").append(i).append("</model>\n");
            if (i % 4 != 0) {
                text.append("      <blockers model='Model-").append(i).append("'>\n");
                for (int j = 0; j <= i % 11; j++) {
                    text.append("        <feature name='feature-").append(j).append("'/>\n");
                }
                text.append("      </blockers>\n");
            }
        }
        text.append("    </mode>\n  </cpu>\n  <devices>\n  </devices>\n</domainCapabilities>\n");
        return text.toString();
    }
}
