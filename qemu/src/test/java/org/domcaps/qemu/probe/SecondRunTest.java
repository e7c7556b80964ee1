package org.domcaps.qemu.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.document.Arch;
import org.domcaps.qemu.Accelerator;
import org.domcaps.qemu.AcceleratorFacts;
import org.domcaps.qemu.Fixtures;
import org.domcaps.qemu.Fixtures.Recorded;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.qmp.QmpException;
import org.domcaps.qemu.qmp.QmpReply;
import org.domcaps.qemu.qmp.QmpRequest;
import org.domcaps.qemu.qmp.Recording;
import org.domcaps.qemu.qmp.Recording.Exchange;
import org.domcaps.qemu.qmp.RecordingChannel;
import org.domcaps.qemu.qmp.ReplayChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The conversation with TCG alone, recordings as a whole, and the conversation that is recorded.
class SecondRunTest {

    private static final String STATIC_MAX = "{'type':'static','model':{'name':'max'}}";

    private static final String DEPRECATED_SCHEMA =
            """
            [{'name': 'query-cpu-model-expansion', 'meta-type': 'command', 'ret-type': '1'},
             {'name': '1', 'meta-type': 'object',
              'members': [{'name': 'deprecated-props', 'type': '2', 'default': null}]},
             {'name': '2', 'meta-type': 'array', 'element-type': 'str'},
             {'name': 'str', 'meta-type': 'builtin', 'json-type': 'string'}]
            """;

    private static FakeQemu qemu(String target) {
        return FakeQemu.of(target).returns("query-cpu-definitions", "[{'name': 'max'}]");
    }

    @Test
    void theHostsCpuIsTheModelMax() {
        FakeQemu qemu = qemu("x86_64").properties("max-x86_64-cpu", "unavailable-features");
        qemu.expands(STATIC_MAX, "{'name': 'base', 'props': {'aes': true}}");

        AcceleratorFacts facts = SecondRun.live(qemu);

        assertThat(facts.hostCpu().orElseThrow().model()).isEqualTo("base");
        assertThat(facts.cpus()).extracting("name").containsExactly("max");
        assertThat(qemu.asked).noneMatch(request -> request.contains("hv-passthrough"));
    }

    @Test
    void aBinaryThatDoesNotTellUnavailableFeaturesIsExpandedInFull() {
        FakeQemu qemu =
                qemu("i386")
                        .fails(
                                "qom-list-properties {'typename':'max-x86_64-cpu'}",
                                "DeviceNotFound");
        qemu.expands(STATIC_MAX, "{'name': 'base', 'props': {}}");
        qemu.expands(
                "{'type':'full','model':{'name':'base','props':{}}}",
                "{'name': 'full', 'props': {}}");

        assertThat(SecondRun.live(qemu).hostCpu().orElseThrow().model()).isEqualTo("full");
    }

    @Test
    void anUnknownTargetEndsTheRun() {
        assertThatThrownBy(() -> SecondRun.live(FakeQemu.of("z80")))
                .isInstanceOf(QmpException.class);
    }

    @Test
    void machinesThatAreRefusedEndTheRun() {
        FakeQemu qemu =
                qemu("aarch64").returns("qom-list-properties {'typename':'max-x86_64-cpu'}", "[]");

        assertThatThrownBy(() -> SecondRun.live(qemu.fails("query-machines", "GenericError")))
                .isInstanceOf(QmpException.class)
                .hasMessageContaining("query-machines");
    }

    static List<Recorded> recordings() {
        return Fixtures.all();
    }

    /// Recordings from Linux; the corpus has one from macOS, whose accelerator no reply names.
    static List<Recorded> linux() {
        return Fixtures.all().stream()
                .filter(recorded -> !recorded.toString().contains("+hvf"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("linux")
    void everyRecordingHasFactsThatFitIt(Recorded recorded) {
        QemuFacts facts = recorded.facts();
        String name = recorded.file().getFileName().toString();

        assertThat(name).contains("_" + facts.arch().xmlName());
        assertThat(recorded.recording().sections())
                .hasSize(facts.hardware().isPresent() && facts.tcg() ? 2 : 1);
        assertThat(facts.slots())
                .hasSize(recorded.recording().sections().size())
                .containsKey(facts.hardware().orElse(Accelerator.TCG));
        assertThat(facts.slots().values())
                .allSatisfy(slot -> assertThat(slot.machines().list()).isNotEmpty());
    }

    static List<Recorded> own() {
        return Fixtures.own();
    }

    /// Records a recording; libvirt's own tests read recordings strictly in order.
    @ParameterizedTest(name = "{0}")
    @MethodSource("own")
    void whatIsRecordedIsWhatWasRecorded(Recorded recorded) {
        Recording recording = recorded.recording();
        QemuFacts facts = recorded.facts();
        RecordingChannel first =
                new RecordingChannel(new ReplayChannel(recording.sections().getFirst()));
        RecordingRun.first(first);
        assertThat(known(first)).isEqualTo(recording.sections().getFirst());

        if (recording.sections().size() > 1) {
            RecordingChannel second =
                    new RecordingChannel(new ReplayChannel(recording.sections().get(1)));
            RecordingRun.second(
                    second,
                    facts.arch(),
                    facts.tellsUnavailableFeatures(),
                    recording.sections().getFirst());
            assertThat(known(second)).isEqualTo(recording.sections().get(1));
        }
    }

    /// Without the one question that came later than the first recordings.
    private static List<Exchange> known(RecordingChannel channel) {
        List<Exchange> exchanges = new ArrayList<>(channel.exchanges());
        exchanges.removeIf(exchange ->
                exchange.reply() instanceof QmpReply.Failed(String errorClass, _)
                        && errorClass.equals(ReplayChannel.NOT_RECORDED)
                        && FakeQemu.key(exchange.request()).contains("{'type':'full','model'"));
        return exchanges;
    }

    @ParameterizedTest
    @CsvSource({"x86_64, host", "ppc64, host", "s390x, host"})
    void aSchemaWithDeprecatedPropertiesIsAskedForThemAtTheEnd(String target, String model) {
        FakeQemu qemu = FakeQemu.of(target).returns("query-qmp-schema", DEPRECATED_SCHEMA);
        qemu.expands("{'type':'static','model':{'name':'host'}}", "{'name': 'b', 'props': {}}");
        RecordingChannel first = new RecordingChannel(qemu);
        RecordingRun.first(first);
        String question =
                FakeQemu.EXPANSION_REQUEST + " {'type':'full','model':{'name':'" + model + "'}}";
        assertThat(qemu.asked).containsOnlyOnce(question);

        RecordingRun.second(qemu, Arch.find(target).orElseThrow(), true, first.exchanges());
        assertThat(qemu.asked).containsOnlyOnce(question.replace(model, "max"));
    }

    @Test
    void aSchemaWithoutDeprecatedPropertiesIsNotAskedForThem() {
        FakeQemu qemu =
                FakeQemu.of("ppc64")
                        .returns("query-qmp-schema", "[" + FakeQemu.EXPANSION_COMMAND + "]");
        RecordingRun.first(new RecordingChannel(qemu));
        assertThat(qemu.asked).noneMatch(request -> request.contains("'type':'full'"));
    }

    @Test
    void aSecondSectionMayLackWhatTheBinaryDoesNotHave() {
        List<Exchange> second = List.of(exchange("query-machines", "[]"));
        AcceleratorFacts facts =
                SecondRun.replayed(
                        new ReplayChannel(second),
                        Arch.PPC64,
                        false,
                        Set.of("query-machines", "query-version"));
        assertThat(facts.hostCpu()).isEmpty();
        assertThat(facts.cpus()).isEmpty();
        assertThatThrownBy(() ->
                        SecondRun.replayed(
                                new ReplayChannel(second),
                                Arch.PPC64,
                                false,
                                Set.of("query-cpu-definitions")))
                .isInstanceOf(QmpException.class)
                .hasMessageContaining("not in the recording: query-cpu-definitions");
        assertThatThrownBy(() ->
                        SecondRun.replayed(
                                new ReplayChannel(second),
                                Arch.PPC64,
                                false,
                                Set.of("query-cpu-model-expansion")))
                .isInstanceOf(QmpException.class)
                .hasMessageContaining("not in the recording: query-cpu-model-expansion");
    }

    private static Exchange exchange(String command, String reply) {
        return new Exchange(QmpRequest.of(command), new QmpReply.Returned(FakeQemu.json(reply)));
    }

    /// Recordings of libvirt's tests have every question that ours has, in the same order; they may
    /// have more.
    @ParameterizedTest(name = "{0}")
    @MethodSource("recordings")
    void theOrderOfTheQuestionsIsLibvirts(Recorded recorded) {
        List<Exchange> theirs = recorded.recording().sections().getFirst();
        RecordingChannel channel = new RecordingChannel(new ReplayChannel(theirs));
        RecordingRun.first(channel);

        List<QmpRequest> asked = requests(channel.exchanges());
        List<QmpRequest> known = requests(theirs);
        asked.removeIf(request -> !known.contains(request));
        known.removeIf(request -> !asked.contains(request));
        assertThat(asked).isEqualTo(known).hasSizeGreaterThan(20);
    }

    private static List<QmpRequest> requests(List<Exchange> exchanges) {
        return new ArrayList<>(exchanges.stream().map(Exchange::request).toList());
    }

    @Test
    void sectionsThatTheFactsDoNotCallForAreNotLookedAt() {
        List<Exchange> tcgOnly = Fixtures.qemu111tcg().recording().sections().getFirst();

        assertThat(QemuProbe.replay(new Recording(List.of(tcgOnly, List.of()))))
                .isEqualTo(Fixtures.qemu111tcg().facts());
    }

    @Test
    void aReplayThatLacksWhatIsNeededSaysWhat() {
        List<Exchange> section = Fixtures.qemu72().recording().sections().getFirst();
        List<Exchange> lacking =
                section.stream()
                        .filter(e -> !e.request().command().equals("query-machines"))
                        .toList();

        assertThatThrownBy(() -> QemuProbe.replay(new Recording(List.of(lacking))))
                .isInstanceOf(QmpException.class)
                .hasMessageContaining("not in the recording: query-machines");
    }

    @Test
    void theArchitectureOfTheRecordedMachines() {
        assertThat(Fixtures.qemu72().facts().arch()).isEqualTo(Arch.X86_64);
        assertThat(Fixtures.qemu72i386().facts().arch()).isEqualTo(Arch.I686);
        assertThat(Fixtures.qemu72i386().facts().tellsUnavailableFeatures()).isFalse();
        assertThat(Fixtures.qemu111tcg().facts().hardware()).isEmpty();
    }
}
