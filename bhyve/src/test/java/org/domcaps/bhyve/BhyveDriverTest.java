package org.domcaps.bhyve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.document.Arch;
import org.domcaps.document.DocumentWriter;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
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
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class BhyveDriverTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final Request ANY = Request.defaults();
    private static final Request OLD = ANY.withRelease(Release.OLDEST);

    private static BhyveFacts able(BhyveCapability... capabilities) {
        return FakeBhyve.able(Arch.X86_64, capabilities);
    }

    private static BhyveDriver driver(BhyveFacts facts) {
        return new BhyveDriver(BhyveSource.given(facts));
    }

    private static DomainCapabilities document(BhyveFacts facts, Request request) {
        return driver(facts).domainCapabilities(request);
    }

    private static String text(BhyveFacts facts, Request request) {
        return new String(
                DocumentWriter.write(document(facts, request), request.release()),
                StandardCharsets.UTF_8);
    }

    @Test
    void aBhyveThatCanDoNothingThatCounts() {
        Golden.check(GOLDEN.resolve("nothing-10.7.xml"), text(able(), OLD));
        Golden.check(GOLDEN.resolve("nothing-12.8.xml"), text(able(), ANY));
    }

    @Test
    void aBhyveThatCanDoEverything() {
        BhyveFacts all = able(BhyveCapability.values());
        Golden.check(GOLDEN.resolve("everything-10.7.xml"), text(all, OLD));
        Golden.check(GOLDEN.resolve("everything-12.8.xml"), text(all, ANY));
    }

    /// Each capability decides what it decides, and no other row.
    @ParameterizedTest
    @EnumSource(BhyveCapability.class)
    void everyCapabilityIsTried(BhyveCapability capability) {
        DomainCapabilities document = document(able(capability), ANY);
        Support loader = given(capability == BhyveCapability.LPC_BOOTROM);
        Support graphics =
                given(
                        capability == BhyveCapability.FRAME_BUFFER
                                || capability == BhyveCapability.XHCI);
        assertThat(document.support(Element.LOADER)).isEqualTo(loader);
        assertThat(document.support(Element.GRAPHICS)).isEqualTo(graphics);
        assertThat(document.support(Element.VIDEO)).isEqualTo(graphics);
        assertThat(document.support(Element.RNG))
                .isEqualTo(given(capability == BhyveCapability.VIRTIO_RND));
    }

    private static Support given(boolean yes) {
        return yes ? Support.YES : Support.NO;
    }

    @ParameterizedTest
    @CsvSource({"11.2, NOT_REPORTED", "11.3, NO", "11.10, NO"})
    void randomNumbersCameWith113(String release, Support support) {
        Request request = ANY.withRelease(Release.parse(release).orElseThrow());
        assertThat(document(able(), request).support(Element.RNG)).isEqualTo(support);
    }

    @Test
    void hostDevicesAndConsolesCameWith120() {
        DomainCapabilities before = document(able(), ANY.withRelease(new Release(11, 10)));
        DomainCapabilities since = document(able(), ANY.withRelease(new Release(12, 0)));
        assertThat(before.support(Element.HOSTDEV)).isEqualTo(Support.NO);
        assertThat(before.support(Element.CONSOLE)).isEqualTo(Support.NOT_REPORTED);
        assertThat(since.support(Element.HOSTDEV)).isEqualTo(Support.YES);
        assertThat(since.values(EnumKey.CONSOLE_TYPE)).contains(List.of("tcp", "nmdm"));
    }

    @Test
    void firmwareIsListedOnlyWhereItCanBeUsed() {
        assertThat(document(able(BhyveCapability.LPC_BOOTROM), ANY).loaderPaths())
                .containsExactly("/fw/BHYVE_UEFI.fd", "/fw/BHYVE_UEFI_CSM.fd");
        assertThat(document(able(), ANY).loaderPaths()).isEmpty();
    }

    @Test
    void emulatorAndMachineComeBackUnchecked() {
        DomainCapabilities document =
                document(able(), ANY.withEmulator("/no/such").withMachine("any").withArch("i686"));
        assertThat(document.path()).contains("/no/such");
        assertThat(document.machine()).contains("any");
        assertThat(document.arch()).contains("i686");
    }

    private static void assertRefused(
            BhyveFacts facts, Request request, ErrorCode code, String message) {
        assertThatThrownBy(() -> document(facts, request))
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> {
                            assertThat(e.libvirtMessage()).isEqualTo(message);
                            assertThat(e.code()).isEqualTo(code);
                            assertThat(e.domain()).isEqualTo(ErrorDomain.BHYVE);
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "kvm, z80, unknown virttype: kvm",
        "none, z80, unknown virttype: none",
        "bogus, z80, unknown virttype: bogus",
        "bhyve, amd64, unknown architecture: amd64"
    })
    void argumentsAreCheckedInLibvirtsOrder(String virtType, String arch, String words) {
        assertRefused(
                able(),
                ANY.withVirtType(virtType).withArch(arch),
                ErrorCode.INVALID_ARGUMENT,
                "invalid argument: " + words);
    }

    @Test
    void flagsAreRefusedFirst() {
        assertRefused(
                able(),
                ANY.withVirtType("bogus").withFlags(Set.of(Flag.EXPAND_CPU_FEATURES)),
                ErrorCode.INVALID_ARGUMENT,
                "unsupported flags (0x2) in function bhyveConnectGetDomainCapabilities");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aarch64", "riscv64", "armv7l"})
    void otherArchitecturesAreRefused(String arch) {
        String words =
                "this function is not supported by the connection driver: unsupported architecture:"
                        + " "
                        + arch;
        assertRefused(able(), OLD.withArch(arch), ErrorCode.NO_SUPPORT, words);
        BhyveFacts host = FakeBhyve.able(Arch.find(arch).orElseThrow());
        assertRefused(host, OLD, ErrorCode.NO_SUPPORT, words);
    }

    @Test
    void armGuestsCameWith120() {
        Request request = ANY.withArch("aarch64");
        assertThat(document(able(), request.withRelease(new Release(12, 0))).arch())
                .contains("aarch64");
        assertRefused(
                able(),
                request.withRelease(new Release(11, 10)),
                ErrorCode.NO_SUPPORT,
                "this function is not supported by the connection driver: unsupported architecture:"
                        + " aarch64");
    }

    private static BhyveFacts without(String system, Optional<String> fault) {
        return new BhyveFacts(Arch.X86_64, system, Optional.empty(), Map.of(), fault, List.of());
    }

    @Test
    void withoutTheProgramFreeBsdStillHasADocument() {
        BhyveFacts facts = without("FreeBSD 14.1-RELEASE", Optional.empty());
        assertThat(text(facts, ANY)).isEqualTo(text(able(), ANY));
    }

    @Test
    void elsewhereThereIsNone() {
        BhyveFacts facts = without("Linux 6.12", Optional.empty());
        assertRefused(
                facts,
                ANY.withVirtType("bogus"),
                ErrorCode.INTERNAL,
                "internal error: bhyve state driver is not active: this is no FreeBSD, and there is"
                        + " no program bhyve in PATH");
        assertThat(driver(facts).emulators().offers()).isEmpty();
        assertThat(driver(facts).isActive()).isFalse();
    }

    @Test
    void whatCouldNotBeFoundOutIsAnErrorAndNoNo() {
        BhyveFacts facts = without("FreeBSD", Optional.of("it hangs"));
        assertRefused(facts, ANY, ErrorCode.INTERNAL, "internal error: it hangs");
        assertThatThrownBy(() -> driver(facts).emulators()).hasMessage("it hangs");
    }

    @Test
    void anAnswerThatWasNotRecordedIsMissedWhereItIsNeeded() {
        BhyveFacts facts =
                new BhyveFacts(
                        Arch.X86_64,
                        "FreeBSD",
                        Optional.of("/usr/sbin/bhyve"),
                        Map.of(
                                BhyveQuestion.BOOTROM, "",
                                BhyveQuestion.FBUF, "",
                                BhyveQuestion.XHCI, ""),
                        Optional.empty(),
                        List.of());
        assertThat(document(facts, OLD).support(Element.LOADER)).isEqualTo(Support.YES);
        assertRefused(
                facts,
                ANY,
                ErrorCode.INTERNAL,
                "internal error: the facts lack the answer to 'bhyve -s 0,virtio-rnd', which this"
                        + " document needs; record them anew");
    }

    @Test
    void theListHasTheOneEmulator() {
        EmulatorOffer offer = driver(able()).emulators().offers().getFirst();
        assertThat(offer.path()).isEqualTo("/usr/sbin/bhyve");
        assertThat(offer.version()).contains("FreeBSD 13.2-RELEASE");
        assertThat(offer.archs()).containsExactly(Arch.X86_64, Arch.I686);
        assertThat(offer.defaultVirtType()).isEqualTo(VirtType.BHYVE);
        assertThat(offer.slots())
                .containsExactly(new EmulatorOffer.Slot(VirtType.BHYVE, List.of()));
    }

    /// Its version is the system's, and another system's tells nothing about it.
    @Test
    void elsewhereThanOnFreeBsdTheVersionIsNotKnown() {
        BhyveFacts facts =
                new BhyveFacts(
                        Arch.X86_64,
                        "Linux 6.12",
                        Optional.of("/usr/bin/bhyve"),
                        Map.of(),
                        Optional.empty(),
                        List.of());
        assertThat(driver(facts).emulators().offers().getFirst().version()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/usr/sbin/bhyve, true",
        "bhyve, true",
        "/usr/sbin/grub-bhyve, false",
        "/bhyve/qemu, false"
    })
    void theProgramIsKnownByItsName(String path, boolean own) {
        assertThat(BhyveDriver.isOwnEmulator(path)).isEqualTo(own);
    }
}
