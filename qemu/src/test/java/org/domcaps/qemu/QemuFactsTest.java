package org.domcaps.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.cpu.SlotModel;
import org.domcaps.document.VirtType;
import org.domcaps.qemu.rules.Catalogue;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

class QemuFactsTest {

    private final FakeFacts fake = new FakeFacts();

    @Test
    void hardwareIsPreferredToTcg() {
        assertThat(fake.build().naturalVirtType()).isEqualTo(VirtType.KVM);
        assertThat(fake.hardware(Accelerator.HVF).build().naturalVirtType())
                .isEqualTo(VirtType.HVF);
        assertThat(fake.hardware(Accelerator.MSHV).build().naturalVirtType())
                .isEqualTo(VirtType.HYPERV);
        assertThat(fake.noHardware().build().naturalVirtType()).isEqualTo(VirtType.QEMU);
        assertThat(fake.noTcg().build().naturalVirtType()).isEqualTo(VirtType.NONE);
    }

    @Test
    void aVirtTypeIsOfferedByItsAcceleratorAlone() {
        QemuFacts both = fake.build();

        assertThat(both.offers(VirtType.KVM)).isTrue();
        assertThat(both.offers(VirtType.QEMU)).isTrue();
        assertThat(both.offers(VirtType.HVF)).isFalse();
        assertThat(both.offers(VirtType.XEN)).isFalse();
        assertThat(both.offers(VirtType.NONE)).isFalse();
        assertThat(fake.noHardware().build().offers(VirtType.KVM)).isFalse();
        assertThat(fake.noTcg().build().offers(VirtType.QEMU)).isFalse();
    }

    @Test
    void theHostCpuWasAskedForUnderTcgAndTheHardwareInUse() {
        assertThat(fake.build().wasProbedFor(VirtType.KVM)).isTrue();
        assertThat(fake.build().wasProbedFor(VirtType.QEMU)).isTrue();
        assertThat(fake.build().wasProbedFor(VirtType.HVF)).isFalse();
        assertThat(fake.noHardware().build().wasProbedFor(VirtType.KVM)).isFalse();
    }

    @Test
    void typesWithoutAnAcceleratorAreAnsweredFromTcg() {
        assertThat(Accelerator.of(VirtType.XEN)).isEqualTo(Accelerator.TCG);
        assertThat(Accelerator.of(VirtType.QEMU)).isEqualTo(Accelerator.TCG);
        assertThat(Accelerator.of(VirtType.KVM)).isEqualTo(Accelerator.KVM);
        assertThat(Accelerator.find("mshv")).contains(Accelerator.MSHV);
        assertThat(Accelerator.find("whpx")).isEmpty();
    }

    @Test
    void anAcceleratorThatWasNotProbedHasNothing() {
        QemuFacts facts = fake.machine(Accelerator.KVM, "pc-1", "pc", 8).build();

        assertThat(facts.slot(VirtType.KVM).machines().list()).hasSize(1);
        assertThat(facts.slot(VirtType.QEMU)).isEqualTo(AcceleratorFacts.NONE);
    }

    @Test
    void aCpuIsListedWhateverRunListsIt() {
        fake.cpu(Accelerator.KVM, SlotModel.of("host")).cpu(Accelerator.TCG, SlotModel.of("max"));

        assertThat(fake.build().listsCpu("max")).isTrue();
        assertThat(fake.build().listsCpu("host")).isTrue();
        assertThat(fake.build().listsCpu("qemu64")).isFalse();
    }

    @Test
    void interruptControllersCountForWhoeverProvidesThem() {
        QemuFacts facts = fake.gic(2, false, true).gic(3, true, false).build();

        assertThat(facts.hasGic(3, VirtType.KVM)).isTrue();
        assertThat(facts.hasGic(2, VirtType.KVM)).isFalse();
        assertThat(facts.hasGic(2, VirtType.QEMU)).isTrue();
        assertThat(facts.hasGic(3, VirtType.QEMU)).isFalse();
        assertThat(facts.hasGic(2, VirtType.HVF)).isFalse();
        assertThat(facts.hasGic(3, VirtType.HVF)).isFalse();
    }

    @Test
    void aMachineIsFoundByAliasAndSupportedByName() {
        Machines machines =
                fake.machine(Accelerator.KVM, "pc-i440fx-9.1", "pc", 255)
                        .machine(Accelerator.KVM, "pc-q35-9.1", "q35", 0)
                        .machine(Accelerator.KVM, "pc-q35-9.1", "", 4096)
                        .build()
                        .slot(VirtType.KVM)
                        .machines();

        assertThat(machines.canonical("q35")).isEqualTo("pc-q35-9.1");
        assertThat(machines.canonical("isapc")).isEqualTo("isapc");
        assertThat(machines.find("q35")).isEmpty();
        assertThat(machines.find("pc-q35-9.1")).isPresent();
        assertThat(machines.maxCpus("pc-i440fx-9.1")).isEqualTo(255);
        assertThat(machines.maxCpus("pc-q35-9.1")).as("the first entry that tells").isEqualTo(4096);
        assertThat(machines.maxCpus("pc")).isZero();
        assertThat(machines.preferred()).map(Machine::name).contains("pc-i440fx-9.1");
        assertThat(new Machines(List.of()).preferred()).isEmpty();
    }

    @Test
    void versionsAreOrderedByTheirNumbers() {
        QemuVersion version = new QemuVersion(7, 2, 9);

        assertThat(version)
                .isLessThan(new QemuVersion(10, 0, 0))
                .isLessThan(new QemuVersion(7, 10, 0));
        assertThat(version)
                .isLessThan(new QemuVersion(7, 2, 10))
                .isEqualTo(new QemuVersion(7, 2, 9));
        assertThat(version).hasToString("7.2.9");
    }

    @Test
    void whatIsChangedIsAllThatChanges() {
        QemuFacts facts = fake.machine(Accelerator.KVM, "pc", "", 1).yes("type qxl").build();

        assertThat(facts.withSlots(facts.slots())).isEqualTo(facts);
        assertThat(facts.withAnswers(facts.answers())).isEqualTo(facts);
        assertThat(facts.withSev(facts.sev())).isEqualTo(facts);
        assertThat(facts.withSlots(Map.of()).slots()).isEmpty();
        assertThat(facts.withAnswers(new Answers(Set.of())).answers().yes()).isEmpty();
        assertThat(facts.withSev(Optional.of(new SevFacts(1, 2, Optional.empty()))).sev())
                .isPresent();
    }

    @Test
    void questionsAreToldApartByTheirIds() {
        Set<String> ids = new TreeSet<>();
        Set<String> words = new TreeSet<>();
        for (Question question : Catalogue.instance().questions()) {
            assertThat(ids.add(question.id())).as(question.id()).isTrue();
            assertThat(words.add(question.words())).as(question.words()).isTrue();
            assertThat(question.command()).startsWith("q");
        }
        assertThat(ids).hasSizeGreaterThan(80);
    }

    @Test
    void answersAreYesOnlyForWhatIsInThem() {
        Answers answers = new Answers(Set.of("type qxl", "option spice"));

        assertThat(answers.isYes(new Question.TypeExists("qxl"))).isTrue();
        assertThat(answers.isYes(new Question.TypeExists("VGA"))).isFalse();
        assertThat(answers.isYes(new Question.OptionExists("spice"))).isTrue();
        assertThat(answers.isYes(new Question.OptionParameter("spice", "port"))).isFalse();
    }
}
