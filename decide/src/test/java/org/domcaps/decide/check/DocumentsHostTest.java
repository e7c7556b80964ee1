package org.domcaps.decide.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.decide.Judgement;
import org.junit.jupiter.api.Test;

import java.util.List;

class DocumentsHostTest {

    private static final String GOOD = CheckCases.text("check/good.xml");
    private static final DocumentsHost HOST =
            new DocumentsHost(
                    "rack12",
                    List.of(
                            CheckCases.document("x86_64-kvm-pc"),
                            CheckCases.document("x86_64-kvm-q35"),
                            CheckCases.document("x86_64-qemu-q35")));

    @Test
    void theDocumentOfTheTargetIsTaken() {
        assertThat(found(GOOD)).isEmpty();
    }

    @Test
    void anAliasIsTheNewestOfItsKind() {
        assertThat(found(CheckCases.changed(GOOD, "pc-q35-7.2", "q35")))
                .containsExactly("target.machine.alias yes");
    }

    @Test
    void anotherVersionIsUnknownAndTheRestIsCheckedWithItsKind() {
        String definition =
                CheckCases.changed(GOOD, "pc-q35-7.2", "pc-q35-9.9", "'tpm-crb'", "'tpm-spapr'");
        assertThat(found(definition))
                .containsExactly("target.machine unknown", "device.tpm.model no");
    }

    @Test
    void aMachineOfNoKindEndsTheSearch() {
        assertThat(found(CheckCases.changed(GOOD, "pc-q35-7.2", "isapc")))
                .containsExactly("target.machine unknown");
    }

    @Test
    void anotherArchitectureOrVirtTypeIsUnknown() {
        assertThat(found(CheckCases.changed(GOOD, "'x86_64'", "'s390x'")))
                .containsExactly("target.arch unknown");
        assertThat(found(CheckCases.changed(GOOD, "'kvm'", "'hvf'")))
                .containsExactly("target.virt-type unknown");
    }

    @Test
    void anotherEmulatorIsUnknownAndTheRestIsChecked() {
        String definition =
                CheckCases.changed(
                        GOOD, "/usr/bin/qemu-system-x86_64", "/opt/qemu", "'tpm-crb'", "'x'");
        assertThat(found(definition))
                .containsExactly("target.emulator unknown", "device.tpm.model no");
    }

    private static List<String> found(String definition) {
        List<Judgement> judgements =
                DomainCheck.check(
                        DomainDefinition.read("vm.xml", CheckCases.bytes(definition)), HOST);
        return judgements.stream().map(it -> it.id() + " " + it.outcome().jsonName()).toList();
    }
}
