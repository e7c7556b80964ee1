package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.decide.Judgement;
import org.domcaps.decide.Offered;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.Severity;
import org.domcaps.decide.TextPlace;
import org.domcaps.document.Palette;
import org.domcaps.json.JsonWriter;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

class JudgementOutputTest {

    private static final Judgement WRONG_BUS =
            new Judgement(
                            "device.disk.bus",
                            Outcome.NO,
                            Severity.ERROR,
                            "devices.disk.bus",
                            "disk bus 'nvme' is not offered",
                            List.of(new Offered("devices.disk.bus", List.of("virtio", "sata"))))
                    .at(new TextPlace("vm.xml", 12, 5));
    private static final Judgement OLD_MACHINE =
            new Judgement(
                    "os.machine.deprecated",
                    Outcome.YES,
                    Severity.WARNING,
                    "rack\u001b[31m12",
                    "the machine type is deprecated",
                    List.of());
    private static final Judgement NOT_TOLD =
            new Judgement(
                    "device.panic.model",
                    Outcome.UNKNOWN,
                    Severity.WARNING,
                    "devices.panic",
                    "not told",
                    List.of());

    @Test
    void linesBeginWithThePlaceOrTheSubject() {
        assertThat(JudgementPage.of(List.of(group("a", WRONG_BUS, NOT_TOLD)), Palette.NONE))
                .isEqualTo(
                        """
                        vm.xml:12:5: error: disk bus 'nvme' is not offered [device.disk.bus]
                            offered: virtio, sata
                        devices.panic: unknown: not told [device.panic.model]
                        1 error, 0 warnings, 1 unknown
                        """);
    }

    @Test
    void severalGroupsHaveTitles() {
        assertThat(
                        JudgementPage.of(
                                List.of(group("vm.xml on a", WRONG_BUS), group("vm.xml on b")),
                                Palette.NONE))
                .contains("vm.xml on a: no\nvm.xml:12:5: ")
                .contains("vm.xml on b: ok\n");
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() {
        assertThat(JudgementPage.lines(List.of(OLD_MACHINE), Palette.NONE))
                .startsWith("rack\ufffd[31m12: warning: ");
    }

    @Test
    void theSchemaDescribesTheJson() throws IOException {
        String json =
                JsonWriter.pretty(
                        JudgementJson.of(
                                List.of(group("a", WRONG_BUS, OLD_MACHINE, NOT_TOLD), group("b"))));
        new PublishedSchema("judgements").assertDescribes(json);
        assertThat(json).contains("\"words\": \"offered: virtio, sata\"", "\"line\": 12");
    }

    @Test
    void oneNoOutweighsEverythingAndInfosDoNotCount() {
        Judgement info = new Judgement("x", Outcome.UNKNOWN, Severity.INFO, "x", "x", List.of());
        assertThat(group("a", OLD_MACHINE, info).outcome()).isEqualTo(Outcome.YES);
        assertThat(group("a", OLD_MACHINE, NOT_TOLD).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(group("a", NOT_TOLD, WRONG_BUS).outcome()).isEqualTo(Outcome.NO);
        assertThat(JudgementGroup.exit(Outcome.UNKNOWN, true)).isEqualTo(ExitCode.UNKNOWN);
        assertThat(JudgementGroup.exit(Outcome.UNKNOWN, false)).isEqualTo(ExitCode.DONE);
        assertThat(JudgementGroup.exit(Outcome.NO, false)).isEqualTo(ExitCode.NO);
    }

    private static JudgementGroup group(String title, Judgement... judgements) {
        SequencedMap<String, String> about = new LinkedHashMap<>();
        about.put("domain", title);
        return new JudgementGroup(title, about, List.of(judgements));
    }
}
