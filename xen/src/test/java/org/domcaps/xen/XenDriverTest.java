package org.domcaps.xen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.document.Arch;
import org.domcaps.document.DocumentWriter;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.Release;
import org.domcaps.document.Support;
import org.domcaps.document.VirtType;
import org.domcaps.driver.DriverException;
import org.domcaps.driver.EmulatorOffer;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.driver.Flag;
import org.domcaps.driver.Request;
import org.domcaps.error.ErrorCode;
import org.domcaps.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class XenDriverTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final Request ANY = Request.defaults();

    private static XenFacts dom0(String... guestTypes) {
        return new XenFacts(
                Arch.X86_64,
                new ControlDomain.Here(),
                Optional.of("4.17.2"),
                List.of(guestTypes),
                FirmwareFolder.images(FirmwareFolder.DEFAULT));
    }

    private static XenDriver driver(XenFacts facts) {
        return new XenDriver(() -> facts);
    }

    private static String text(Request request) {
        DomainCapabilities document = driver(dom0()).domainCapabilities(request);
        return new String(
                DocumentWriter.write(document, request.release()), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(XenMachine.class)
    void eachMachineTypeHasItsDocument(XenMachine machine) {
        String text = text(ANY.withMachine(machine.xmlName()).withRelease(Release.OLDEST));
        Golden.check(GOLDEN.resolve(machine.xmlName() + ".xml"), text);
    }

    @ParameterizedTest
    @EnumSource(XenMachine.class)
    void everyReleasePrintsTheSame(XenMachine machine) {
        Request request = ANY.withMachine(machine.xmlName());
        assertThat(text(request)).isEqualTo(text(request.withRelease(Release.OLDEST)));
    }

    @Test
    void everythingCanBeLeftOpen() {
        assertThat(text(ANY)).isEqualTo(text(ANY.withMachine("xenpv").withArch("x86_64")));
        assertThat(text(ANY.withVirtType("xen"))).isEqualTo(text(ANY));
    }

    @Test
    void emulatorAndArchitectureComeBackUnchecked() {
        String text = text(ANY.withEmulator("/no/such").withArch("sparc"));
        assertThat(text).contains("<path>/no/such</path>", "<arch>sparc</arch>");
        assertThat(text(ANY.withArch("aarch64")))
                .contains("<path>/usr/bin/qemu-system-x86_64</path>", "<arch>aarch64</arch>");
    }

    @Test
    void hostDevicesAreNotSpokenOfForPvh() {
        DomainCapabilities pvh = driver(dom0()).domainCapabilities(ANY.withMachine("xenpvh"));
        DomainCapabilities fv = driver(dom0()).domainCapabilities(ANY.withMachine("xenfv"));
        assertThat(pvh.support(Element.HOSTDEV)).isEqualTo(Support.NOT_REPORTED);
        assertThat(fv.support(Element.HOSTDEV)).isEqualTo(Support.YES);
    }

    private static void assertRefused(
            XenFacts facts, Request request, ErrorCode code, String message) {
        assertThatThrownBy(() -> driver(facts).domainCapabilities(request))
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> {
                            assertThat(e.libvirtMessage()).isEqualTo(message);
                            assertThat(e.code()).isEqualTo(code);
                            assertThat(e.domain()).isEqualTo(ErrorDomain.LIBXL);
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kvm | z80 | pc | unknown virttype: kvm",
                "none | z80 | pc | unknown virttype: none",
                "bogus | z80 | pc | unknown virttype: bogus",
                "xen | amd64 | pc | unknown architecture: amd64",
                "xen | x86_64 | pc | Xen only supports 'xenpv', 'xenpvh' and 'xenfv' machines",
                "xen | x86_64 | XENPV | Xen only supports 'xenpv', 'xenpvh' and 'xenfv' machines"
            })
    void argumentsAreCheckedInLibvirtsOrder(
            String virtType, String arch, String machine, String words) {
        assertRefused(
                dom0(),
                ANY.withVirtType(virtType).withArch(arch).withMachine(machine),
                ErrorCode.INVALID_ARGUMENT,
                "invalid argument: " + words);
    }

    @Test
    void flagsAreRefusedFirst() {
        assertRefused(
                dom0(),
                ANY.withVirtType("bogus").withFlags(Set.of(Flag.EXPAND_CPU_FEATURES)),
                ErrorCode.INVALID_ARGUMENT,
                "unsupported flags (0x2) in function libxlConnectGetDomainCapabilities");
    }

    private static XenFacts state(ControlDomain controlDomain) {
        return new XenFacts(Arch.X86_64, controlDomain, Optional.empty(), List.of(), List.of());
    }

    @Test
    void elsewhereThanInTheControlDomainNothingIsAnswered() {
        XenFacts guest = state(new ControlDomain.NotHere("no file says so"));
        assertRefused(
                guest,
                ANY.withVirtType("bogus"),
                ErrorCode.INTERNAL,
                "internal error: libxenlight state driver is not active: no file says so");
        assertThat(driver(guest).emulators().offers()).isEmpty();
        assertThat(driver(guest).isActive()).isFalse();
    }

    @Test
    void whatCouldNotBeFoundOutIsAnErrorAndNoNo() {
        XenFacts unclear = state(new ControlDomain.Unclear("/proc/xen/capabilities: Input/output"));
        String words =
                "cannot find out whether this is Xen's control domain: "
                        + "/proc/xen/capabilities: Input/output";
        assertRefused(unclear, ANY, ErrorCode.INTERNAL, "internal error: " + words);
        assertThatThrownBy(() -> driver(unclear).emulators()).hasMessage(words);
        assertThatThrownBy(() -> driver(unclear).isActive()).hasMessage(words);
    }

    @Test
    void theListFollowsXensKindsOfGuests() {
        EmulatorOffer offer =
                driver(
                                dom0(
                                        "xen-3.0-x86_64",
                                        "hvm-3.0-x86_32",
                                        "hvm-3.0-x86_32p",
                                        "hvm-3.0-x86_64"))
                        .emulators()
                        .offers()
                        .getFirst();
        assertThat(offer.path()).isEqualTo("/usr/bin/qemu-system-x86_64");
        assertThat(offer.version()).contains("4.17.2");
        assertThat(offer.archs()).containsExactly(Arch.X86_64, Arch.I686);
        assertThat(offer.slots().getFirst().virtType()).isEqualTo(VirtType.XEN);
        assertThat(machines(offer)).containsExactly("xenpv", "xenpvh", "xenfv");
        assertThat(offer.slots().getFirst().machines().getFirst().isDefault()).isTrue();
    }

    private static List<String> machines(EmulatorOffer offer) {
        return offer.slots().getFirst().machines().stream()
                .map(EmulatorOffer.Machine::name)
                .toList();
    }

    @Test
    void aProcessorWithoutVirtualizationRunsParavirtualizedGuestsOnly() {
        assertThat(machines(driver(dom0("xen-3.0-x86_64")).emulators().offers().getFirst()))
                .containsExactly("xenpv");
        assertThat(machines(driver(dom0("hvm-3.0-x86_64")).emulators().offers().getFirst()))
                .containsExactly("xenpvh", "xenfv");
        assertThat(machines(driver(dom0()).emulators().offers().getFirst()))
                .containsExactly("xenpv", "xenpvh", "xenfv");
    }

    @ParameterizedTest
    @CsvSource({
        "/usr/lib/xen/bin/qemu-system-i386, true",
        "/usr/lib/xen-4.17/bin/qemu-system-i386, true",
        "/usr/libexec/xen/bin/qemu-dm, true",
        "/usr/bin/qemu-system-x86_64, false",
        "/opt/xenon/qemu, false",
        "xen, false",
        "'', false"
    })
    void xensEmulatorsAreKnownByTheirFolder(String path, boolean own) {
        assertThat(XenDriver.isOwnEmulator(path)).isEqualTo(own);
    }
}
