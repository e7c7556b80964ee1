package org.domcaps.qemu.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.document.Arch;
import org.domcaps.document.VirtType;
import org.domcaps.qemu.Accelerator;
import org.domcaps.qemu.Enlightenments;
import org.domcaps.qemu.GicVersion;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.QemuVersion;
import org.domcaps.qemu.qmp.QmpCommandException;
import org.domcaps.qemu.qmp.QmpException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// The accelerated conversation, with replies written by hand.
class FirstRunTest {

    private final FakeQemu qemu = FakeQemu.of("x86_64");

    private static void assertFails(FakeQemu qemu, String words) {
        assertThatThrownBy(() -> FirstRun.of(qemu))
                .isInstanceOf(QmpException.class)
                .hasMessageContaining(words)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void theLeastThatAQemuCanSay() {
        QemuFacts facts = FirstRun.of(qemu);

        assertThat(facts.version()).isEqualTo(new QemuVersion(9, 1, 0));
        assertThat(facts.arch()).isEqualTo(Arch.X86_64);
        assertThat(facts.hardware()).contains(Accelerator.KVM);
        assertThat(facts.tcg()).isFalse();
        assertThat(facts.tellsUnavailableFeatures()).isFalse();
        assertThat(facts.answers().yes()).isEmpty();
        assertThat(facts.slots()).containsOnlyKeys(Accelerator.KVM);
        assertThat(facts.slot(VirtType.KVM).hostCpu()).isEmpty();
        assertThat(facts.gic()).isEmpty();
        assertThat(facts.sev()).isEmpty();
        assertThat(facts.sgx()).isEmpty();
        assertThat(facts.enlightenments()).isEqualTo(Enlightenments.NONE);
    }

    @ParameterizedTest
    @CsvSource({"i386, I686", "arm, ARMV7L", "or32, OPENRISC", "aarch64, AARCH64", "s390x, S390X"})
    void theTargetIsTheArchitecture(String target, Arch arch) {
        assertThat(FirstRun.of(FakeQemu.of(target)).arch()).isEqualTo(arch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"z80", "i686", "armv7l", ""})
    void anUnknownTargetEndsTheProbe(String target) {
        if (Arch.fromQemu(target).isEmpty()) {
            assertFails(FakeQemu.of(target), "Unknown QEMU arch " + target);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qmp_capabilities",
                "query-target",
                "query-version",
                "query-kvm",
                "query-qmp-schema",
                "qom-list-types",
                "query-machines",
                "query-command-line-options"
            })
    void anAnswerThatIsNeededEndsTheProbeWhenItIsRefused(String command) {
        assertThatThrownBy(() -> FirstRun.of(qemu.fails(command, "GenericError")))
                .isInstanceOf(QmpCommandException.class)
                .hasMessage("unable to execute QEMU command '" + command + "': QEMU's own words");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "query-target | {'name': 'x'} | lacks the text 'arch'",
                "query-target | [] | the reply is no object",
                "query-version | {} | lacks the object 'qemu'",
                "query-version | {'qemu': {'major': 9, 'minor': 1}} | lacks the number 'micro'",
                "query-version | {'qemu': {'major': 9, 'minor': 1, 'micro': 4294967296}} | 'micro'"
                        + " is 4294967296",
                "query-kvm | {'present': true} | lacks the truth value 'enabled'",
                "query-kvm | {'enabled': true} | lacks the truth value 'present'",
                "qom-list-types | {} | the reply is no array",
                "qom-list-types | [{}] | lacks the text 'name'",
                "query-qmp-schema | 'x' | the reply is no array",
                "query-machines | [1] | an entry is no object",
                "query-command-line-options | [{}] | lacks the text 'option'",
                "query-tpm-models | {} | the reply is no array",
                "query-accelerators | [] | the reply is no object"
            })
    void anAnswerOfAnotherFormEndsTheProbe(String command, String reply, String words) {
        assertFails(qemu.returns(command, reply), words);
    }

    @Test
    void kvmMustBePresentAndEnabled() {
        qemu.returns("qom-list-types", "[{'name': 'tcg-accel'}]");

        for (String reply :
                List.of(
                        "{'present': true, 'enabled': false}",
                        "{'present': false, 'enabled': true}",
                        "{'present': false, 'enabled': false}")) {
            QemuFacts facts = FirstRun.of(qemu.returns("query-kvm", reply));

            assertThat(facts.hardware()).as(reply).isEmpty();
            assertThat(facts.naturalVirtType()).isEqualTo(VirtType.QEMU);
            assertThat(facts.slots()).containsOnlyKeys(Accelerator.TCG);
        }
    }

    @ParameterizedTest
    @CsvSource({"kvm, KVM", "mshv, MSHV", "hvf, HVF"})
    void newerQemuNamesItsAccelerator(String name, Accelerator accelerator) {
        qemu.returns("query-accelerators", "{'enabled': '" + name + "', 'present': []}");
        qemu.fails("query-kvm", "CommandNotFound");

        assertThat(FirstRun.of(qemu).hardware()).contains(accelerator);
    }

    /// QEMU before 10.2 says nothing about macOS' accelerator; the host has to.
    @Test
    void theHostTellsOfHypervisorFrameworkWhereQemuDoesNot() {
        qemu.returns("query-kvm", "{'present': false, 'enabled': false}");
        qemu.returns("qom-list-types", "[{'name': 'tcg-accel'}]");

        QemuFacts facts = FirstRun.of(qemu, arch -> arch == Arch.X86_64);

        assertThat(facts.hardware()).contains(Accelerator.HVF);
        assertThat(facts.naturalVirtType()).isEqualTo(VirtType.HVF);
        assertThat(facts.slots()).containsOnlyKeys(Accelerator.HVF);
        assertThat(FirstRun.of(qemu, arch -> arch == Arch.AARCH64).hardware()).isEmpty();
    }

    @Test
    void aQemuThatNamesItsAcceleratorKnowsBetterThanTheHost() {
        qemu.returns("query-accelerators", "{'enabled': 'tcg'}");

        assertThat(FirstRun.of(qemu, _ -> true).hardware()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcg", "whpx"})
    void anAcceleratorThatIsNoHardwareOrUnknownCountsAsNone(String name) {
        qemu.returns("query-accelerators", "{'enabled': '" + name + "'}");

        assertThat(FirstRun.of(qemu).hardware()).isEmpty();
    }

    @Test
    void questionsOfTheRulesAreAnsweredFromTheirReplies() {
        qemu.returns("qom-list-types", "[{'name': 'qxl', 'parent': 'x'}, {'name': 'tcg-accel'}]");
        qemu.returns("query-qmp-schema", "[{'name': 'query-vnc', 'meta-type': 'command'}]");
        qemu.returns(
                "query-command-line-options",
                """
                [{'option': 'spice', 'parameters': []},
                 {'option': 'run-with', 'parameters': [{'name': 'async-teardown', 'type': 'boolean'}]}]
                """);
        qemu.returns("query-tpm-models", "['tpm-tis']").returns("query-tpm-types", "['emulator']");
        qemu.properties("generic-pc-machine", "i8042").properties("none-machine", "dumpdtb");

        QemuFacts facts = FirstRun.of(qemu);

        assertThat(facts.tcg()).isTrue();
        assertThat(facts.answers().yes())
                .containsExactlyInAnyOrder(
                        "type qxl",
                        "schema query-vnc",
                        "option spice",
                        "option run-with async-teardown",
                        "tpm-model tpm-tis",
                        "tpm-type emulator",
                        "property generic-pc-machine i8042");
    }

    @Test
    void ofAnOptionThatIsThereTwiceTheLastEntryCounts() {
        qemu.returns(
                "query-command-line-options",
                """
                [{'option': 'run-with', 'parameters': [{'name': 'async-teardown'}]},
                 {'option': 'run-with', 'parameters': []}]
                """);

        assertThat(FirstRun.of(qemu).answers().yes()).isEmpty();
    }

    @Test
    void propertiesOfATypeThatIsNotThereDoNotCount() {
        qemu.properties("max-x86_64-cpu", "migratable", "unavailable-features");

        assertThat(FirstRun.of(qemu).answers().yes()).isEmpty();
        assertThat(FirstRun.of(qemu).tellsUnavailableFeatures()).isFalse();

        qemu.returns("qom-list-types", "[{'name': 'max-x86_64-cpu'}]");

        assertThat(FirstRun.of(qemu).answers().yes())
                .containsExactly("property max-x86_64-cpu migratable");
        assertThat(FirstRun.of(qemu).tellsUnavailableFeatures()).isTrue();
    }

    @Test
    void propertiesThatAreRefusedWithoutNeedEndTheProbe() {
        qemu.fails("qom-list-properties {'typename':'none-machine'}", "DeviceNotFound");
        assertThat(FirstRun.of(qemu).answers().yes()).isEmpty();

        qemu.fails("qom-list-properties {'typename':'none-machine'}", "GenericError");
        assertFails(qemu, "qom-list-properties");
    }

    @Test
    void thePcsPropertiesConcernX86Alone() {
        FakeQemu arm = FakeQemu.of("aarch64").properties("generic-pc-machine", "i8042");

        assertThat(FirstRun.of(arm).answers().yes()).isEmpty();
    }

    @Test
    void withoutTpmModelsTheBackEndsDoNotCount() {
        qemu.returns("query-tpm-types", "['emulator', 'passthrough']");

        assertThat(FirstRun.of(qemu).answers().yes()).isEmpty();
    }

    /// Models may also be told by the list of types, so an empty list of models says nothing of the
    /// back ends.
    @Test
    void withAnEmptyListOfTpmModelsTheBackEndsCount() {
        qemu.returns("query-tpm-models", "[]")
                .returns("query-tpm-types", "['emulator', 'passthrough']");

        assertThat(FirstRun.of(qemu).answers().yes())
                .containsExactlyInAnyOrder("tpm-type emulator", "tpm-type passthrough");
    }

    @Test
    void cpuDefinitionsAreTakenWhereTheSchemaHasTheCommand() {
        qemu.returns("query-cpu-definitions", "[{'name': 'max'}]");
        assertThat(FirstRun.of(qemu).listsCpu("max")).isFalse();

        qemu.returns(
                "query-qmp-schema", "[{'name': 'query-cpu-definitions', 'meta-type': 'command'}]");
        assertThat(FirstRun.of(qemu).listsCpu("max")).isTrue();

        qemu.fails("query-cpu-definitions", "GenericError");
        assertThat(FirstRun.of(qemu).listsCpu("max")).isFalse();
    }

    @Test
    void gicVersionsAreAskedOfArmAlone() {
        String reply =
                "[{'version': 3, 'emulated': false, 'kernel': true}, {'version': 2, 'emulated':"
                        + " true, 'kernel': false}]";

        assertThat(FirstRun.of(qemu.returns("query-gic-capabilities", reply)).gic()).isEmpty();
        assertThat(
                        FirstRun.of(FakeQemu.of("aarch64").returns("query-gic-capabilities", reply))
                                .gic())
                .containsExactly(new GicVersion(3, true, false), new GicVersion(2, false, true));
        assertThat(FirstRun.of(FakeQemu.of("arm")).gic()).isEmpty();
    }

    @Test
    void sevCountsWithItsTypeAndAReply() {
        qemu.returns(
                "query-sev-capabilities",
                "{'pdh': 'a', 'cert-chain': 'b', 'cbitpos': 51, 'reduced-phys-bits': 1}");
        assertThat(FirstRun.of(qemu).sev()).isEmpty();

        assertThat(FirstRun.of(qemu.returns("qom-list-types", "[{'name': 'sev-guest'}]")).sev())
                .isPresent();
        assertThat(FirstRun.of(qemu.returns("qom-list-types", "[{'name': 'sev-snp-guest'}]")).sev())
                .isPresent();
        assertThat(FirstRun.of(qemu.fails("query-sev-capabilities", "GenericError")).sev())
                .isEmpty();
        assertFails(
                qemu.fails("query-sev-capabilities", "CommandNotFound"), "query-sev-capabilities");
    }

    @Test
    void sgxCountsWithItsTypeAndAReply() {
        qemu.returns(
                "query-sgx-capabilities",
                "{'flc': true, 'sgx1': true, 'sgx2': true, 'sections': []}");
        assertThat(FirstRun.of(qemu).sgx()).isEmpty();

        assertThat(FirstRun.of(qemu.returns("qom-list-types", "[{'name': 'sgx-epc'}]")).sgx())
                .isPresent();
        assertThat(FirstRun.of(qemu.fails("query-sgx-capabilities", "GenericError")).sgx())
                .isEmpty();
    }

    /// The list of types makes QEMU load its modules; options and TPM back ends that live in
    /// modules show up only then.
    @Test
    void typesAreAskedForBeforeWhatModulesBring() {
        FirstRun.of(qemu);

        assertThat(qemu.asked.indexOf("qom-list-types"))
                .isPositive()
                .isLessThan(qemu.asked.indexOf("query-command-line-options"))
                .isLessThan(qemu.asked.indexOf("query-tpm-types"))
                .isLessThan(qemu.asked.indexOf("query-tpm-models"))
                .isLessThan(qemu.asked.indexOf("query-cpu-definitions"));
        assertThat(qemu.asked.getFirst()).isEqualTo("qmp_capabilities");
    }
}
