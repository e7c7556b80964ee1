package org.domcaps.decide.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.decide.Judgement;
import org.domcaps.document.Arch;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Release;
import org.domcaps.document.VirtType;
import org.domcaps.driver.Driver;
import org.domcaps.driver.DriverException;
import org.domcaps.driver.EmulatorList;
import org.domcaps.driver.EmulatorOffer;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.driver.Request;
import org.domcaps.error.ErrorCode;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class DriverHostTest {

    private static final String GOOD = CheckCases.text("check/good.xml");
    private static final String EMULATOR = "/usr/bin/qemu-system-x86_64";

    private final FakeDriver driver = new FakeDriver();

    @Test
    void aTargetThatIsThereIsAskedForOnce() {
        DriverHost host = new DriverHost("here", driver, Release.NEWEST);
        assertThat(found(GOOD, host)).isEmpty();
        assertThat(found(GOOD, host)).isEmpty();
        assertThat(driver.requests).hasSize(1);
    }

    @Test
    void anAliasIsSaidToBeOneAndADeprecatedMachineIsAWarning() {
        assertThat(found(CheckCases.changed(GOOD, "pc-q35-7.2", "q35")))
                .containsExactly("target.machine.alias yes");
        driver.deprecated = true;
        assertThat(found(GOOD)).containsExactly("target.machine.deprecated yes");
    }

    @Test
    void aMachineThatIsNotThereIsAnErrorAndTheRestIsChecked() {
        String definition =
                CheckCases.changed(GOOD, "pc-q35-7.2", "pc-q35-9.9", "'tpm-crb'", "'tpm-spapr'");
        List<Judgement> judgements = judgements(definition);
        assertThat(ids(judgements)).containsExactly("target.machine no", "device.tpm.model no");
        assertThat(judgements.getFirst().reasons().getFirst().words())
                .isEqualTo("offered: q35, pc-q35-7.2");
    }

    @Test
    void anEmulatorThatIsNotThereIsAnErrorAndTheRestIsChecked() {
        String definition = CheckCases.changed(GOOD, EMULATOR, "/opt/qemu", "'tpm-crb'", "'x'");
        assertThat(found(definition)).containsExactly("target.emulator no", "device.tpm.model no");
    }

    @Test
    void architecturesAndVirtTypesThatAreNotThereAreErrors() {
        assertThat(found(CheckCases.changed(GOOD, "'x86_64'", "'s390x'", EMULATOR, "")))
                .containsExactly("target.arch no");
        assertThat(found(CheckCases.changed(GOOD, "'kvm'", "'hvf'")))
                .containsExactly("target.virt-type no");
        assertThat(found(CheckCases.changed(GOOD, "'kvm'", "'kwm'")))
                .containsExactly("target.virt-type no");
        assertThat(found(CheckCases.changed(GOOD, "'x86_64'", "'x86-64'")))
                .containsExactly("target.arch no");
    }

    @Test
    void whatCannotBeFoundOutIsUnknown() {
        driver.failure =
                Optional.of(
                        new DriverException(
                                ErrorCode.INTERNAL, ErrorDomain.QEMU, "QEMU did not answer"));
        assertThat(found(GOOD)).containsExactly("target unknown");
    }

    private List<String> found(String definition) {
        return ids(judgements(definition));
    }

    private static List<String> found(String definition, DriverHost host) {
        return ids(
                DomainCheck.check(
                        DomainDefinition.read("vm.xml", CheckCases.bytes(definition)), host));
    }

    private List<Judgement> judgements(String definition) {
        return DomainCheck.check(
                DomainDefinition.read("vm.xml", CheckCases.bytes(definition)),
                new DriverHost("here", driver, Release.NEWEST));
    }

    private static List<String> ids(List<Judgement> judgements) {
        return judgements.stream().map(it -> it.id() + " " + it.outcome().jsonName()).toList();
    }

    /// One emulator with one machine type under KVM.
    private static final class FakeDriver implements Driver {
        final List<Request> requests = new ArrayList<>();
        boolean deprecated;
        Optional<DriverException> failure = Optional.empty();

        @Override
        public DomainCapabilities domainCapabilities(Request request) {
            requests.add(request);
            if (failure.isPresent()) {
                throw failure.get();
            }
            boolean known =
                    request.emulator().orElse(EMULATOR).equals(EMULATOR)
                            && request.arch().orElse("x86_64").equals("x86_64")
                            && request.virtType().orElse("kvm").equals("kvm")
                            && List.of("q35", "pc-q35-7.2")
                                    .contains(request.machine().orElse("q35"));
            if (!known) {
                throw new DriverException(
                        ErrorCode.INVALID_ARGUMENT, ErrorDomain.QEMU, "not supported");
            }
            return CheckCases.document("x86_64-kvm-q35");
        }

        @Override
        public EmulatorList emulators() {
            EmulatorOffer.Machine q35 =
                    new EmulatorOffer.Machine(
                            "pc-q35-7.2", Optional.of("q35"), 288, deprecated, true);
            return EmulatorList.complete(
                    List.of(
                            new EmulatorOffer(
                                    EMULATOR,
                                    "7.2.0",
                                    List.of(Arch.X86_64),
                                    VirtType.KVM,
                                    true,
                                    List.of(new EmulatorOffer.Slot(VirtType.KVM, List.of(q35))))));
        }
    }
}
