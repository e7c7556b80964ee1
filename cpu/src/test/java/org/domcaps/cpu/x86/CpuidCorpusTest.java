package org.domcaps.cpu.x86;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.domcaps.cpu.CpuCorpus;
import org.domcaps.cpu.CpuDefinitionWriter;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.CpuSignature;
import org.domcaps.cpu.CpuidDump;
import org.domcaps.cpu.CpuidKey;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.HostCpu;
import org.domcaps.cpu.HostModel;
import org.domcaps.cpu.HostModelInput;
import org.domcaps.cpu.SlotModel;
import org.domcaps.document.Arch;
import org.domcaps.document.Release;
import org.domcaps.testkit.Corpus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Every recorded processor of the shared corpus, with the CPU map of the release that the corpus
/// belongs to.
class CpuidCorpusTest {

    private static final X86Family FAMILY = new X86Family(Arch.X86_64, Release.OLDEST);
    private static final CpuMap MAP = FAMILY.map();

    record Machine(String name, String mode) {
        @Override
        public String toString() {
            return name;
        }

        String file(String suffix) {
            return "x86_64-cpuid-" + name + suffix;
        }

        List<SlotModel> allowed() {
            return mode.startsWith("models") ? CpuCorpus.definitions(file(".json")) : List.of();
        }
    }

    @BeforeAll
    static void corpusIsHere() {
        assumeTrue(CpuCorpus.isHere(), Corpus.MISSING);
    }

    static Stream<Machine> machines() {
        if (!CpuCorpus.isHere()) {
            return Stream.of(new Machine("none", "none"));
        }
        return CpuCorpus.cases("cpuid_cases").stream()
                .map(item ->
                        new Machine(
                                item.findString("name").orElseThrow(),
                                item.findString("json").orElseThrow()))
                .filter(machine -> CpuCorpus.has(machine.file(".xml")));
    }

    static Stream<Machine> machinesWithReplies() {
        return machines().filter(machine -> !machine.mode().equals("none"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("machines")
    void hostIsDescribed(Machine machine) {
        HostCpu host = FAMILY.describeHost(CpuCorpus.dump(machine.file(".xml"))).orElseThrow();
        assertThat(CpuDefinitionWriter.write(host))
                .isEqualTo(CpuCorpus.text(machine.file("-host.xml")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("machines")
    void guestIsDecoded(Machine machine) {
        GuestCpu guest =
                FAMILY.describeGuest(CpuCorpus.dump(machine.file(".xml")), machine.allowed())
                        .orElseThrow();
        assertThat(CpuDefinitionWriter.write(guest))
                .isEqualTo(CpuCorpus.text(machine.file("-guest.xml")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("machines")
    void signatureIsTold(Machine machine) {
        CpuidDump dump = CpuCorpus.dump(machine.file(".xml"));
        CpuSignature signature = CpuSignature.ofWord(dump.read(CpuidKey.of(1)).eax());
        assertThat(signature.describe()).isEqualTo(CpuCorpus.text(machine.file(".sig")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("machinesWithReplies")
    void hostModelIsDecodedFromReplies(Machine machine) {
        String expected = CpuCorpus.text(machine.file("-json.xml"));
        assertThat(hostModel(machine, machine.allowed())).isEqualTo(expected);
    }

    private static String hostModel(Machine machine, List<SlotModel> allowed) {
        HostModelInput input =
                new HostModelInput(
                        Arch.X86_64,
                        true,
                        Optional.of(CpuCorpus.expansion(machine.file(".json"))),
                        allowed,
                        true,
                        Optional.empty(),
                        OptionalInt.empty());
        return FAMILY.hostModel(input)
                .map(HostModel::toGuest)
                .map(CpuDefinitionWriter::write)
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("machinesWithReplies")
    void signatureOfRepliesIsThatOfTheProcessor(Machine machine) {
        X86Data data = X86Data.of(MAP, CpuCorpus.expansion(machine.file(".json"))).orElseThrow();
        assertThat(data.signature().describe()).isEqualTo(CpuCorpus.text(machine.file(".sig")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("machinesWithReplies")
    void guestIsCorrectedByWhatTheEmulatorEnabled(Machine machine) {
        FeatureSet enabled =
                X86Data.of(MAP, CpuCorpus.dump(machine.file("-enabled.xml"))).features();
        FeatureSet disabled =
                X86Data.of(MAP, CpuCorpus.dump(machine.file("-disabled.xml"))).features();
        GuestCpu updated =
                new LiveUpdate(MAP)
                        .update(CpuCorpus.guest(machine.file("-guest.xml")), enabled, disabled);
        assertThat(shown(updated)).isEqualTo(shown(CpuCorpus.guest(machine.file("-json.xml"))));
    }

    /// The models may differ, because different features led to them; what the guest sees may not.
    private static List<String> shown(GuestCpu guest) {
        List<String> shown = new ArrayList<>();
        for (CpuFeature feature : FAMILY.operations().expand(guest).features()) {
            if (feature.effectivePolicy().isShown()) {
                shown.add(feature.name());
            }
        }
        return shown;
    }
}
