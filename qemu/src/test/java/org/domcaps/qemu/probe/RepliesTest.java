package org.domcaps.qemu.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.domcaps.cpu.Expansion;
import org.domcaps.cpu.ExpansionProperty;
import org.domcaps.cpu.ExpansionProperty.Migratable;
import org.domcaps.cpu.PropertyValue;
import org.domcaps.cpu.SlotModel;
import org.domcaps.document.Arch;
import org.domcaps.qemu.Machine;
import org.domcaps.qemu.Machines;
import org.domcaps.qemu.SevFacts;
import org.domcaps.qemu.SgxFacts;
import org.domcaps.qemu.qmp.QmpCommandException;
import org.domcaps.qemu.qmp.QmpException;
import org.domcaps.qemu.qmp.QmpReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Single replies of QEMU, taken apart.
class RepliesTest {

    private static void assertMalformed(ThrowingCallable code, String words) {
        assertThatThrownBy(code)
                .isInstanceOf(QmpException.class)
                .hasMessageStartingWith("QEMU's reply to '")
                .hasMessageContaining(words);
    }

    private static Machines machines(Arch arch, String reply) {
        return MachineReply.read(FakeQemu.array(reply), arch);
    }

    private static List<String> names(Machines machines) {
        return machines.list().stream().map(Machine::name).toList();
    }

    @Test
    void machinesKeepTheirOrderButForThePreferredOneAndNone() {
        Machines machines =
                machines(
                        Arch.X86_64,
                        """
                        [{'name': 'microvm'}, {'name': 'none'}, {'name': 'pc-q35-9.1', 'alias': 'q35', 'cpu-max': 4096},
                         {'name': 'pc-i440fx-9.1', 'alias': 'pc', 'is-default': true, 'cpu-max': 255},
                         {'name': 'isapc', 'deprecated': true, 'cpu-max': 1}]
                        """);

        assertThat(names(machines))
                .containsExactly("pc-i440fx-9.1", "microvm", "pc-q35-9.1", "isapc");
        assertThat(machines.list().getFirst())
                .isEqualTo(new Machine("pc-i440fx-9.1", Optional.of("pc"), 255, true, false));
        assertThat(machines.list().getLast())
                .isEqualTo(new Machine("isapc", Optional.empty(), 1, false, true));
        assertThat(machines.list().get(1).maxCpus()).isZero();
    }

    @Test
    void thePreferredMachineComesBeforeTheDefaultOne() {
        assertThat(
                        names(
                                machines(
                                        Arch.AARCH64,
                                        "[{'name': 'a', 'is-default': true}, {'name': 'virt-9',"
                                                + " 'alias': 'virt'}]")))
                .containsExactly("virt-9", "a");
    }

    @Test
    void theLastOfSeveralCounts() {
        assertThat(
                        names(
                                machines(
                                        Arch.X86_64,
                                        "[{'name': 'pc'}, {'name': 'b'}, {'name': 'pc-2', 'alias':"
                                                + " 'pc'}]")))
                .containsExactly("pc-2", "pc", "b");
        assertThat(
                        names(
                                machines(
                                        Arch.S390,
                                        "[{'name': 'a', 'is-default': true}, {'name': 'b',"
                                                + " 'is-default': true}]")))
                .containsExactly("b", "a");
    }

    @Test
    void withoutPreferenceAndDefaultTheOrderStays() {
        assertThat(
                        names(
                                machines(
                                        Arch.S390,
                                        "[{'name': 'a', 'is-default': false}, {'name': ''},"
                                                + " {'name': 'b'}]")))
                .containsExactly("a", "", "b");
        assertThat(names(machines(Arch.X86_64, "[]"))).isEmpty();
        assertThat(names(machines(Arch.X86_64, "[{'name': 'none', 'alias': 'pc'}]"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ALPHA, clipper",
        "ARMV6L, integratorcp",
        "ARMV7L, virt",
        "ARMV7B, virt",
        "AARCH64, virt",
        "CRIS, axis-dev88",
        "I686, pc",
        "X86_64, pc",
        "LM32, lm32-evr",
        "LOONGARCH64, virt",
        "M68K, mcf5208evb",
        "MIPS, malta",
        "MIPSEL, malta",
        "MIPS64, malta",
        "MIPS64EL, malta",
        "OPENRISC, or1k-sim",
        "PPC, g3beige",
        "PPCLE, g3beige",
        "PPC64, pseries",
        "PPC64LE, pseries",
        "PPCEMB, bamboo",
        "RISCV32, virt",
        "RISCV64, virt",
        "S390X, s390-ccw-virtio",
        "SH4, shix",
        "SH4EB, shix",
        "SPARC, SS-5",
        "SPARC64, sun4u",
        "UNICORE32, puv3",
        "XTENSA, sim",
        "XTENSAEB, sim",
        "MICROBLAZE, petalogix-s3adsp1800",
        "MICROBLAZEEL, petalogix-s3adsp1800"
    })
    void eachArchitectureHasItsPreferredMachine(Arch arch, String preferred) {
        String reply = "[{'name': 'other', 'is-default': true}, {'name': '" + preferred + "'}]";

        assertThat(names(machines(arch, reply))).containsExactly(preferred, "other");
    }

    @Test
    void machinesWithoutNamesAreRefused() {
        assertMalformed(() -> machines(Arch.X86_64, "[{'alias': 'pc'}]"), "lacks the text 'name'");
        assertMalformed(() -> machines(Arch.X86_64, "['pc']"), "an entry is no object");
    }

    @Test
    void cpuDefinitionsKeepOrderAndThreeStatesOfUse() {
        assertThat(
                        CpuReply.definitions(
                                FakeQemu.array(
                                        """
                                        [{'name': 'max', 'typename': 'max-x86_64-cpu', 'unavailable-features': [],
                                          'static': false, 'alias-of': 'x'},
                                         {'name': 'Opteron_G5', 'typename': '', 'unavailable-features': ['fma4', 'xop', 'fma4'],
                                          'deprecated': true},
                                         {'name': 'old'}]
                                        """)))
                .containsExactly(
                        new SlotModel(
                                "max",
                                Optional.of("max-x86_64-cpu"),
                                Optional.of(List.of()),
                                false),
                        new SlotModel(
                                "Opteron_G5",
                                Optional.empty(),
                                Optional.of(List.of("fma4", "xop", "fma4")),
                                true),
                        SlotModel.of("old"));
    }

    @Test
    void cpuDefinitionsOfAnotherFormAreRefused() {
        assertMalformed(() -> CpuReply.definitions(FakeQemu.array("[7]")), "an entry is no object");
        assertMalformed(
                () -> CpuReply.definitions(FakeQemu.array("[{}]")), "lacks the text 'name'");
        assertMalformed(
                () ->
                        CpuReply.definitions(
                                FakeQemu.array("[{'name': 'a', 'unavailable-features': [1]}]")),
                "'unavailable-features' holds something that is no text");
    }

    private static Expansion expansion(String model) {
        return CpuReply.expansion(FakeQemu.object("{'model': " + model + "}"), false);
    }

    @Test
    void anExpansionKeepsBooleansTextsAndWholeNumbersInOrder() {
        assertThat(
                        expansion(
                                """
                                {'name': 'base', 'props': {'vmx': false, 'vendor': 'AuthenticAMD', 'family': 25,
                                 'half': 0.5, 'huge': 18446744073709551615, 'list': [], 'object': {}, 'nil': null, 'a': true}}
                                """))
                .isEqualTo(
                        new Expansion(
                                "base",
                                List.of(
                                        new ExpansionProperty("vmx", new PropertyValue.Flag(false)),
                                        new ExpansionProperty(
                                                "vendor", new PropertyValue.Text("AuthenticAMD")),
                                        new ExpansionProperty(
                                                "family", new PropertyValue.Number(25)),
                                        new ExpansionProperty("a", new PropertyValue.Flag(true)))));
    }

    @Test
    void anExpansionNeedsModelNameAndProperties() {
        assertMalformed(
                () -> CpuReply.expansion(FakeQemu.object("{}"), true), "lacks the object 'model'");
        assertMalformed(() -> expansion("{'props': {}}"), "lacks the text 'name'");
        assertMalformed(() -> expansion("{'name': 'base'}"), "lacks 'props'");
        assertMalformed(() -> expansion("{'name': 'base', 'props': []}"), "lacks 'props'");
    }

    @Test
    void onS390AnExpansionMayLackProperties() {
        assertThat(CpuReply.expansion(FakeQemu.object("{'model': {'name': 'z14-base'}}"), true))
                .isEqualTo(new Expansion("z14-base", List.of()));
    }

    @Test
    void twoExpansionsTellWhatKeepsAGuestFromMigrating() {
        Expansion merged =
                CpuReply.merge(
                        expansion(
                                """
                                {'name': 'base', 'props': {'aes': true, 'invtsc': false, 'vmx': false, 'lost': true, 'gone': false,
                                 'family': 6, 'vendor': 'a', 'mixed': true, 'odd': false}}
                                """),
                        expansion(
                                """
                                {'name': 'other', 'props': {'aes': true, 'invtsc': true, 'vmx': false, 'lost': false, 'family': 7,
                                 'vendor': 'b', 'mixed': 1, 'odd': 'true', 'more': true}}
                                """));

        assertThat(merged.model()).isEqualTo("base");
        assertThat(merged.properties())
                .extracting(
                        ExpansionProperty::name,
                        ExpansionProperty::value,
                        ExpansionProperty::migratable)
                .containsExactly(
                        tuple("aes", new PropertyValue.Flag(true), Migratable.YES),
                        tuple("invtsc", new PropertyValue.Flag(true), Migratable.NO),
                        tuple("vmx", new PropertyValue.Flag(false), Migratable.UNKNOWN),
                        tuple("lost", new PropertyValue.Flag(true), Migratable.YES),
                        tuple("gone", new PropertyValue.Flag(false), Migratable.UNKNOWN),
                        tuple("family", new PropertyValue.Number(6), Migratable.UNKNOWN),
                        tuple("vendor", new PropertyValue.Text("a"), Migratable.UNKNOWN),
                        tuple("mixed", new PropertyValue.Flag(true), Migratable.UNKNOWN),
                        tuple("odd", new PropertyValue.Flag(false), Migratable.UNKNOWN));
    }

    @Test
    void sevTellsTwoNumbersAndPerhapsTheFirstProcessor() {
        String certificates =
                "'pdh': 'a', 'cert-chain': 'b', 'cbitpos': 51, 'reduced-phys-bits': 1";

        assertThat(ConfidentialReply.sev(Optional.of(FakeQemu.object("{" + certificates + "}"))))
                .contains(new SevFacts(51, 1, Optional.empty()));
        assertThat(
                        ConfidentialReply.sev(
                                Optional.of(
                                        FakeQemu.object("{" + certificates + ", 'cpu0-id': 'c'}"))))
                .contains(new SevFacts(51, 1, Optional.of("c")));
        assertThat(ConfidentialReply.sev(Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdh", "cert-chain", "cbitpos", "reduced-phys-bits"})
    void sevWithoutAMemberIsRefused(String member) {
        String whole = "{'pdh': 'a', 'cert-chain': 'b', 'cbitpos': 51, 'reduced-phys-bits': 1}";

        assertMalformed(
                () ->
                        ConfidentialReply.sev(
                                Optional.of(FakeQemu.object(whole.replace(member, "x")))),
                "'" + member + "'");
    }

    private static Optional<SgxFacts> sgx(String reply) {
        return ConfidentialReply.sgx(Optional.of(FakeQemu.object(reply)));
    }

    @Test
    void sgxSectionsAreRoundedDownOneByOne() {
        assertThat(
                        sgx(
                                """
                                {'flc': false, 'sgx1': true, 'sgx2': false, 'sgx': true,
                                 'sections': [{'node': 0, 'size': 2047}, {'node': 1, 'size': 3071}]}
                                """))
                .contains(
                        new SgxFacts(
                                false,
                                true,
                                false,
                                3,
                                List.of(new SgxFacts.Section(0, 1), new SgxFacts.Section(1, 2))));
    }

    @Test
    void sgxsOwnTotalCountsWhereItIsTold() {
        assertThat(
                        sgx(
                                """
                                {'flc': true, 'sgx1': true, 'sgx2': true, 'section-size': 5120,
                                 'sections': [{'node': 0, 'size': 2048}]}
                                """))
                .contains(new SgxFacts(true, true, true, 5, List.of(new SgxFacts.Section(0, 2))));
    }

    @Test
    void sgxWithoutAListOfSectionsIsOfNoUse() {
        assertThat(sgx("{'flc': true, 'sgx1': true, 'sgx2': true, 'section-size': 5120}"))
                .isEmpty();
        assertThat(ConfidentialReply.sgx(Optional.empty())).isEmpty();
        assertThat(sgx("{'flc': true, 'sgx1': true, 'sgx2': true, 'sections': []}"))
                .contains(new SgxFacts(true, true, true, 0, List.of()));
    }

    @Test
    void sgxOfAnotherFormIsRefused() {
        assertMalformed(() -> sgx("{'sgx1': true, 'sgx2': true}"), "'flc'");
        assertMalformed(() -> sgx("{'flc': true, 'sgx1': 1, 'sgx2': true}"), "'sgx1'");
        assertMalformed(
                () -> sgx("{'flc': true, 'sgx1': true, 'sgx2': true, 'sections': [1]}"),
                "no object");
        assertMalformed(
                () -> sgx("{'flc': true, 'sgx1': true, 'sgx2': true, 'sections': [{'size': 1}]}"),
                "'node'");
    }

    @Test
    void anErrorThatMeansNoneIsNoneAndAnyOtherEndsTheProbe() {
        QmpReply refusal = new QmpReply.Failed("GenericError", "busy");

        assertThat(Replies.value("x", () -> refusal, Set.of("GenericError"))).isEmpty();
        assertThat(Replies.array("x", () -> refusal, Set.of("GenericError"))).isEmpty();
        assertThat(Replies.object("x", () -> refusal, Set.of("GenericError"))).isEmpty();
        assertThatThrownBy(() -> Replies.value("x", () -> refusal, Set.of("CommandNotFound")))
                .isInstanceOf(QmpCommandException.class)
                .hasMessage("unable to execute QEMU command 'x': busy");
    }

    @Test
    void aReplyOfTheWrongKindIsRefused() {
        QmpReply text = new QmpReply.Returned(FakeQemu.json("'text'"));

        assertMalformed(() -> Replies.array("x", () -> text, Set.of()), "no array");
        assertMalformed(() -> Replies.object("x", () -> text, Set.of()), "no object");
    }
}
