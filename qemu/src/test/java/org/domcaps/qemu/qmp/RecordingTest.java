package org.domcaps.qemu.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.domcaps.json.JsonValue;
import org.domcaps.qemu.Fixtures;
import org.domcaps.qemu.Fixtures.Recorded;
import org.domcaps.qemu.qmp.Recording.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;

class RecordingTest {

    private static final String SMALL =
            """
            {
              "execute": "qmp_capabilities",
              "id": "libvirt-1"
            }

            {
              "return": {},
              "id": "libvirt-1"
            }

            {
              "execute": "qom-list-properties",
              "arguments": {
                "typename": "none-machine"
              },
              "id": "libvirt-2"
            }

            {
              "id": "libvirt-2",
              "error": {
                "class": "DeviceNotFound",
                "desc": "Class 'none-machine' not found"
              }
            }
            """;

    static List<Recorded> recordings() {
        return Fixtures.all();
    }

    private static Recording parse(String text) {
        return Recording.parse(text.getBytes(UTF_8));
    }

    private static String format(Recording recording) {
        return new String(recording.format(), UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recordings")
    void everyRecordingIsWrittenAsItWasRead(Recorded recorded) {
        assertThat(new String(recorded.recording().format(), UTF_8))
                .isEqualTo(new String(recorded.bytes(), UTF_8));
    }

    @Test
    void requestsAndRepliesAreTakenApart() {
        Recording recording = parse(SMALL);

        assertThat(recording.sections())
                .containsExactly(
                        List.of(
                                new Exchange(
                                        QmpRequest.of("qmp_capabilities"),
                                        new QmpReply.Returned(JsonValue.object().build())),
                                new Exchange(
                                        QmpRequest.of(
                                                "qom-list-properties", "typename", "none-machine"),
                                        new QmpReply.Failed(
                                                "DeviceNotFound",
                                                "Class 'none-machine' not found"))));
        assertThat(format(recording)).isEqualTo(SMALL);
    }

    @Test
    void aSecondGreetingBeginsASecondSection() {
        Recording twice = parse(SMALL + "\n" + SMALL);

        assertThat(twice.sections()).hasSize(2);
        assertThat(twice.sections().get(1)).isEqualTo(parse(SMALL).sections().getFirst());
        assertThat(format(twice)).isEqualTo(SMALL + "\n" + SMALL);
    }

    @Test
    void moreEmptyLinesThanNeededDoNotMatter() {
        String loose = "\n\n" + SMALL.replace("}\n\n{", "}\n\n\n\n{") + "\n\n";

        assertThat(parse(loose)).isEqualTo(parse(SMALL));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    ~~                                                                  | it has 0 JSON blocks
                    {"execute": "qmp_capabilities"}                                     | it has 1 JSON blocks
                    hello                                                               | block 1:
                    {"execute": "qmp_capabilities"}##[]                                 | block 2 is no JSON object
                    {"execute": "qmp_capabilities"}##{"return": {}                      | block 2:
                    {"id": "libvirt-1"}##{"return": {}}                                 | block 1 is no request
                    {"execute": 1}##{"return": {}}                                      | block 1 is no request
                    {"execute": "qmp_capabilities"}##{"id": "libvirt-1"}                | block 2 is no reply
                    {"execute": "query-kvm"}##{"return": {}}                            | it does not begin with 'qmp_capabilities'
                    """)
    void whatIsNoRecordingIsRefusedWithTheBlock(String text, String words) {
        assertThatThrownBy(() -> parse(text.replace("##", "\n\n")))
                .isInstanceOf(QmpException.class)
                .hasMessageContaining("not a QMP recording")
                .hasMessageContaining(words)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aTruncatedRecordingIsRefusedOrLacksOnlyItsEnd() {
        byte[] whole = Fixtures.qemu72().bytes();
        for (int length = 0; length < whole.length; length += 9_973) {
            byte[] part = Arrays.copyOf(whole, length);
            try {
                assertThat(Recording.parse(part).sections()).isNotEmpty();
            } catch (QmpException e) {
                assertThat(e).hasMessageContaining("not a QMP recording");
            }
        }
    }

    @Test
    void aReplayAnswersByCommandAndArgumentsInAnyOrder() {
        ReplayChannel replay = new ReplayChannel(parse(SMALL).sections().getFirst());

        assertThat(replay.ask(QmpRequest.of("qom-list-properties", "typename", "none-machine")))
                .isInstanceOf(QmpReply.Failed.class);
        assertThat(replay.ask(QmpRequest.of("qmp_capabilities")))
                .isInstanceOf(QmpReply.Returned.class);
        assertThat(replay.ask(QmpRequest.of("qom-list-properties", "typename", "other")))
                .isEqualTo(
                        new QmpReply.Failed(
                                ReplayChannel.NOT_RECORDED,
                                "not in the recording: qom-list-properties"));
    }

    @Test
    void argumentsMeanTheSameInAnyOrder() {
        JsonValue.JsonObject oneWay = JsonValue.object().put("a", 1).put("b", 2).build();
        JsonValue.JsonObject otherWay = JsonValue.object().put("b", 2).put("a", 1).build();
        Exchange exchange =
                new Exchange(
                        new QmpRequest("x", oneWay), new QmpReply.Returned(JsonValue.of("found")));

        assertThat(new ReplayChannel(List.of(exchange)).ask(new QmpRequest("x", otherWay)))
                .isEqualTo(exchange.reply());
    }

    @Test
    void aRecordingChannelWritesDownWhatWasSaid() {
        List<Exchange> section = parse(SMALL).sections().getFirst();
        RecordingChannel recorder = new RecordingChannel(new ReplayChannel(section));
        for (Exchange exchange : section) {
            assertThat(recorder.ask(exchange.request())).isEqualTo(exchange.reply());
        }

        assertThat(format(new Recording(List.of(recorder.exchanges())))).isEqualTo(SMALL);
    }

    @Test
    void aRefusedCommandSaysWhatWasAskedAndWhatQemuSaid() {
        QmpCommandException refusal =
                new QmpCommandException("query-kvm", "GenericError", "KVM is busy");

        assertThat(refusal).hasMessage("unable to execute QEMU command 'query-kvm': KVM is busy");
        assertThat(refusal.command()).isEqualTo("query-kvm");
        assertThat(refusal.errorClass()).isEqualTo("GenericError");
        assertThat(refusal.description()).isEqualTo("KVM is busy");
    }
}
