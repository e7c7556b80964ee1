package org.domcaps.qemu.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.document.Arch;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.Release;
import org.domcaps.document.VirtType;
import org.domcaps.driver.DriverException;
import org.domcaps.driver.EmulatorFault;
import org.domcaps.driver.EmulatorList;
import org.domcaps.driver.EmulatorOffer;
import org.domcaps.driver.Request;
import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;
import org.domcaps.host.HostFacts;
import org.domcaps.host.HostPart;
import org.domcaps.host.Kvm;
import org.domcaps.qemu.Accelerator;
import org.domcaps.qemu.FakeFacts;
import org.domcaps.qemu.Fixtures;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

class QemuDriverTest {

    private static final String QEMU = "/usr/bin/qemu-system-x86_64";

    private static QemuDriver recorded(HostFacts host) {
        return new QemuDriver(
                ReplayedEmulators.of(
                        List.of(
                                new RecordedEmulator(QEMU, Fixtures.qemu72().recording()),
                                new RecordedEmulator(
                                        "/usr/bin/qemu-system-i386",
                                        Fixtures.qemu72i386().recording()))),
                HostSource.given(host));
    }

    private static DomainCapabilities document(QemuDriver driver, Request request) {
        return driver.domainCapabilities(request);
    }

    @Test
    void aDocumentAboutKvmNeedsTheNode() {
        QemuDriver driver =
                recorded(HostFacts.plain().withKvm(new Kvm.Refused("Permission denied")));

        assertThatThrownBy(() -> driver.domainCapabilities(Request.defaults()))
                .isInstanceOfSatisfying(
                        DomcapsException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.SYSTEM);
                            assertThat(e.libvirtMessage())
                                    .isEqualTo("Unable to open /dev/kvm: Permission denied");
                        });
        assertThat(document(driver, Request.defaults().withVirtType("qemu")).domain())
                .contains("qemu");
    }

    @Test
    void theKernelsLimitOfVirtualCpusCountsUnderKvmAlone() {
        QemuDriver driver =
                recorded(HostFacts.plain().withKvm(new Kvm.Usable(4, 0, OptionalLong.empty())));

        assertThat(document(driver, Request.defaults()).vcpuMax()).hasValue(4);
        assertThat(document(driver, Request.defaults().withVirtType("qemu")).vcpuMax())
                .hasValue(255);
        assertThat(document(recorded(HostFacts.plain()), Request.defaults()).vcpuMax())
                .hasValue(255);
    }

    @Test
    void aMachineThatDoesNotTellItsLimitHasNone() {
        QemuDriver driver =
                new QemuDriver(
                        FakeEmulators.of(
                                QEMU,
                                new FakeFacts()
                                        .machine(Accelerator.KVM, "pc", "", 0)
                                        .machine(Accelerator.TCG, "pc", "", 0),
                                Arch.X86_64),
                        HostSource.given(HostFacts.plain()));

        assertThat(document(driver, Request.defaults()).vcpuMax()).isEmpty();
        assertThat(document(driver, Request.defaults().withVirtType("qemu")).vcpuMax()).isEmpty();
    }

    @Test
    void onlyPartsOfTheHostThatMatterAreAskedFor() {
        List<Set<HostPart>> asked = new ArrayList<>();
        HostFacts plain = HostFacts.plain();
        HostSource host =
                new HostSource() {
                    @Override
                    public Arch arch() {
                        return Arch.X86_64;
                    }

                    @Override
                    public HostFacts facts(Set<HostPart> parts) {
                        asked.add(parts);
                        return plain;
                    }
                };
        QemuDriver driver =
                new QemuDriver(ReplayedEmulators.single(Fixtures.qemu72().recording()), host);
        driver.domainCapabilities(Request.defaults().withVirtType("qemu"));
        driver.domainCapabilities(Request.defaults());

        assertThat(asked.get(0))
                .containsExactlyInAnyOrder(
                        HostPart.FEATURES, HostPart.SWTPM, HostPart.RDP_HELPER, HostPart.FIRMWARE);
        assertThat(asked.get(1)).contains(HostPart.KVM).doesNotContain(HostPart.RAW_CPU);
    }

    @Test
    void everyElementOfTheReleaseIsThere() {
        for (Release release : List.of(Release.OLDEST, new Release(11, 5), Release.NEWEST)) {
            DomainCapabilities document =
                    document(recorded(HostFacts.plain()), Request.defaults().withRelease(release));

            for (Element element : Element.values()) {
                boolean expected =
                        release.isAtLeast(element.since())
                                // Before 12.1 for s390 alone; and no KVM here offers enlightenments
                                // to a nested guest.
                                && (element != Element.S390_PV || release.equals(Release.NEWEST));
                if (element != Element.HYPERV) {
                    assertThat(document.block(element).isPresent())
                            .as("%s in %s", element, release)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void offersAreToldWithTheirDefaults() {
        List<EmulatorOffer> offers = recorded(HostFacts.plain()).emulators().offers();

        assertThat(offers)
                .extracting(EmulatorOffer::path)
                .containsExactly(QEMU, "/usr/bin/qemu-system-i386");
        EmulatorOffer first = offers.getFirst();
        assertThat(first.version()).contains("7.2.22");
        assertThat(first.archs()).containsExactly(Arch.X86_64, Arch.I686);
        assertThat(first.defaultVirtType()).isEqualTo(VirtType.KVM);
        assertThat(first.isDefault()).isTrue();
        assertThat(first.slots())
                .extracting(EmulatorOffer.Slot::virtType)
                .containsExactly(VirtType.KVM, VirtType.QEMU);
        assertThat(first.slots().getFirst().machines().getFirst())
                .isEqualTo(
                        new EmulatorOffer.Machine(
                                "pc-i440fx-7.2", Optional.of("pc"), 255, false, true));
        assertThat(first.slots().getFirst().machines())
                .filteredOn(EmulatorOffer.Machine::isDefault)
                .hasSize(1);
        assertThat(offers.get(1).archs()).containsExactly(Arch.I686);
    }

    @Test
    void anEmulatorThatDoesNotAnswerDoesNotHideTheOthers() {
        FakeEmulators emulators =
                FakeEmulators.of(QEMU, new FakeFacts(), Arch.X86_64)
                        .addBroken("/usr/bin/qemu-system-aarch64", "it ended with exit status 127")
                        .addBroken("/usr/libexec/qemu-kvm", "no complete answer within 3 s");
        EmulatorList list =
                new QemuDriver(emulators, HostSource.given(HostFacts.plain())).emulators();

        assertThat(list.isComplete()).isFalse();
        assertThat(list.offers()).extracting(EmulatorOffer::path).containsExactly(QEMU);
        assertThat(list.faults())
                .containsExactly(
                        new EmulatorFault(
                                "/usr/bin/qemu-system-aarch64",
                                List.of(Arch.AARCH64, Arch.ARMV7L),
                                "internal error: Failed to probe capabilities for"
                                        + " /usr/bin/qemu-system-aarch64: it ended with exit status"
                                        + " 127"),
                        new EmulatorFault(
                                "/usr/libexec/qemu-kvm",
                                List.of(),
                                "internal error: Failed to probe capabilities for"
                                        + " /usr/libexec/qemu-kvm: no complete answer within 3 s"));
    }

    @Test
    void aSingleRecordingAnswersForAnyPath() {
        ReplayedEmulators single = ReplayedEmulators.single(Fixtures.qemu72().recording());

        assertThat(single.emulators()).containsExactly(QEMU);
        assertThat(single.facts("/any/path")).isEqualTo(Fixtures.qemu72().facts());
        assertThat(single.defaultEmulator(Arch.AARCH64, Arch.S390X)).contains(QEMU);
        assertThat(single.defaultArch(Arch.I686)).isEqualTo(Arch.I686);
        assertThat(single.defaultArch(Arch.AARCH64)).as("what was recorded").isEqualTo(Arch.X86_64);
    }

    @Test
    void aBundleAnswersForItsPathsAlone() {
        ReplayedEmulators bundle =
                ReplayedEmulators.of(
                        List.of(new RecordedEmulator(QEMU, Fixtures.qemu72().recording())));

        assertThat(bundle.defaultEmulator(Arch.X86_64, Arch.I686)).contains(QEMU);
        assertThat(bundle.defaultEmulator(Arch.X86_64, Arch.S390X)).isEmpty();
        assertThatThrownBy(() -> bundle.facts("/any/path"))
                .isInstanceOf(DriverException.class)
                .hasMessage(
                        "Cannot check QEMU binary /any/path: not in the bundle, which has " + QEMU);
    }

    @Test
    void theBinaryOfTheGuestComesBeforeOneThatServesItToo() {
        ReplayedEmulators bundle =
                ReplayedEmulators.of(
                        List.of(
                                new RecordedEmulator(QEMU, Fixtures.qemu72().recording()),
                                new RecordedEmulator(
                                        "/usr/bin/qemu-system-i386",
                                        Fixtures.qemu72i386().recording())));

        assertThat(bundle.defaultEmulator(Arch.X86_64, Arch.I686))
                .contains("/usr/bin/qemu-system-i386");
        assertThat(bundle.defaultEmulator(Arch.X86_64, Arch.X86_64)).contains(QEMU);
    }
}
