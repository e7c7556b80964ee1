package org.domcaps.qemu.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.document.Arch;
import org.domcaps.document.Release;
import org.domcaps.document.VirtType;
import org.domcaps.driver.DriverException;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.driver.Flag;
import org.domcaps.driver.Request;
import org.domcaps.driver.Target;
import org.domcaps.error.ErrorCode;
import org.domcaps.qemu.Accelerator;
import org.domcaps.qemu.FakeFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.EnumSet;
import java.util.Optional;

/// Every default, alias and refusal of libvirt's API, in its order and words.
class TargetResolverTest {

    private static final String QEMU = "/usr/bin/qemu-system-x86_64";
    private static final Request ANY = Request.defaults();

    private static FakeFacts pc() {
        return new FakeFacts()
                .machine(Accelerator.KVM, "pc-i440fx-9.1", "pc", 255)
                .machine(Accelerator.KVM, "pc-q35-9.1", "q35", 4096)
                .machine(Accelerator.TCG, "pc-i440fx-9.1", "pc", 255)
                .machine(Accelerator.TCG, "tcg-only", "", 1);
    }

    private static FakeFacts pcWithoutKvm() {
        return new FakeFacts()
                .noHardware()
                .machine(Accelerator.TCG, "pc-i440fx-9.1", "pc", 255)
                .machine(Accelerator.TCG, "tcg-only", "", 1);
    }

    private static FakeEmulators emulators(FakeFacts fake) {
        return FakeEmulators.of(QEMU, fake, Arch.X86_64, Arch.I686);
    }

    private static Target resolve(FakeFacts fake, Request request) {
        return TargetResolver.resolve(emulators(fake), Arch.X86_64, request).target();
    }

    private static void assertRefused(
            FakeFacts fake, Request request, ErrorCode code, String message) {
        assertRefused(emulators(fake), Arch.X86_64, request, code, message);
    }

    private static void assertRefused(
            FakeEmulators source, Arch host, Request request, ErrorCode code, String message) {
        assertThatThrownBy(() -> TargetResolver.resolve(source, host, request))
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> {
                            assertThat(e.libvirtMessage()).isEqualTo(message);
                            assertThat(e.code()).isEqualTo(code);
                            assertThat(e.domain()).isEqualTo(ErrorDomain.QEMU);
                        });
    }

    private static void assertInvalid(FakeFacts fake, Request request, String detail) {
        assertRefused(fake, request, ErrorCode.INVALID_ARGUMENT, "invalid argument: " + detail);
    }

    @Test
    void everythingCanBeLeftToTheDriver() {
        assertThat(resolve(pc(), ANY))
                .isEqualTo(
                        new Target(QEMU, Arch.X86_64, Optional.of("pc-i440fx-9.1"), VirtType.KVM));
        assertThat(resolve(pcWithoutKvm(), ANY).virtType()).isEqualTo(VirtType.QEMU);
        assertThat(resolve(pc(), ANY.withArch("i686")).arch()).isEqualTo(Arch.I686);
    }

    @Test
    void aliasesAreResolvedAndCanonicalNamesKept() {
        assertThat(resolve(pc(), ANY.withMachine("q35")).machine()).contains("pc-q35-9.1");
        assertThat(resolve(pc(), ANY.withMachine("pc-q35-9.1")).machine()).contains("pc-q35-9.1");
    }

    @Test
    void machinesAreThoseOfTheVirtType() {
        assertThat(resolve(pc(), ANY.withVirtType("qemu").withMachine("tcg-only")).machine())
                .contains("tcg-only");
        assertInvalid(
                pc(),
                ANY.withMachine("tcg-only"),
                "the machine 'tcg-only' is not supported by emulator '" + QEMU + "'");
        assertInvalid(
                pc(),
                ANY.withVirtType("qemu").withMachine("q35"),
                "the machine 'q35' is not supported by emulator '" + QEMU + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "10.7, 1, 1",
        "10.7, 7, 7",
        "11.0, 1, 0",
        "11.0, 3, 2",
        "12.1, 6, 6",
        "12.2, 3, 0",
        "12.4, 4, 4",
        "12.4, 7, 4",
        "12.5, 7, 0",
        "12.8, 7, 0"
    })
    void flagsAreRefusedBeforeTheirRelease(String release, int asked, int refused) {
        EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        for (Flag flag : Flag.values()) {
            if ((asked & flag.bit()) != 0) {
                flags.add(flag);
            }
        }
        Request request = ANY.withFlags(flags).withRelease(Release.parse(release).orElseThrow());

        if (refused == 0) {
            assertThat(resolve(pc(), request).machine()).isPresent();
        } else {
            assertRefused(
                    pc(),
                    // Flags are looked at first.
                    request.withVirtType("bogus").withArch("bogus").withEmulator("/nosuch"),
                    ErrorCode.INVALID_ARGUMENT,
                    "unsupported flags (0x"
                            + refused
                            + ") in function qemuConnectGetDomainCapabilities");
        }
    }

    @Test
    void anUnknownVirtTypeIsRefusedBeforeAnUnknownArchitecture() {
        assertInvalid(pc(), ANY.withVirtType("bogus").withArch("z80"), "unknown virttype: bogus");
        assertInvalid(pc(), ANY.withVirtType("KVM"), "unknown virttype: KVM");
        assertInvalid(pc(), ANY.withVirtType(""), "unknown virttype: ");
        assertInvalid(pc(), ANY.withVirtType("kvm").withArch("z80"), "unknown architecture: z80");
        assertInvalid(pc(), ANY.withArch("none"), "unknown architecture: none");
        assertInvalid(pc(), ANY.withArch(""), "unknown architecture: ");
    }

    @Test
    void virtTypeNoneMeansNoneGiven() {
        assertThat(resolve(pc(), ANY.withVirtType("none")).virtType()).isEqualTo(VirtType.KVM);
    }

    @Test
    void withoutAnEmulatorTheCallersArchitectureIsNamed() {
        FakeEmulators none = new FakeEmulators();

        assertRefused(
                none,
                Arch.X86_64,
                ANY.withArch("aarch64"),
                ErrorCode.CONFIG_UNSUPPORTED,
                "unsupported configuration: unable to find any emulator to serve 'aarch64'"
                        + " architecture");
        assertRefused(
                none,
                Arch.X86_64,
                ANY,
                ErrorCode.CONFIG_UNSUPPORTED,
                "unsupported configuration: unable to find any emulator to serve '(null)'"
                        + " architecture");
    }

    @ParameterizedTest
    @CsvSource({
        "10.7, 5.1.99, 5.2.0",
        "11.1, 5.1.0, 5.2.0",
        "11.2, 6.1.9, 6.2.0",
        "12.3, 5.2.0, 6.2.0",
        "12.4, 7.1.0, 7.2.0",
        "12.8, 6.2.92, 7.2.0"
    })
    void qemusThatAreTooOldForTheReleaseAreRefused(String release, String version, String oldest) {
        String[] numbers = version.split("\\.");
        FakeFacts old =
                pc().version(
                                Integer.parseInt(numbers[0]),
                                Integer.parseInt(numbers[1]),
                                Integer.parseInt(numbers[2]));
        Release wanted = Release.parse(release).orElseThrow();
        String words = "QEMU version >= " + oldest + " is required, but " + version + " found";

        if (wanted.isAtLeast(new Release(11, 2))) {
            assertRefused(
                    old,
                    ANY.withRelease(wanted),
                    ErrorCode.INTERNAL,
                    "internal error: Failed to probe capabilities for "
                            + QEMU
                            + ": unsupported configuration: "
                            + words);
        } else {
            assertRefused(
                    old,
                    ANY.withRelease(wanted),
                    ErrorCode.CONFIG_UNSUPPORTED,
                    "unsupported configuration: " + words);
        }
    }

    @ParameterizedTest
    @CsvSource({"10.7, 5, 2", "11.1, 5, 2", "11.2, 6, 2", "12.3, 6, 2", "12.4, 7, 2", "12.8, 7, 2"})
    void theOldestAcceptedQemuIsAccepted(String release, int major, int minor) {
        Request request = ANY.withRelease(Release.parse(release).orElseThrow());

        assertThat(resolve(pc().version(major, minor, 0), request).machine()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "AARCH64, x86_64",
        "X86_64, aarch64",
        "PPC64, s390x",
        "RISCV64, riscv32",
        "SPARC64, sparc",
        "MIPS, mipsel",
        "LOONGARCH64, x86_64"
    })
    void aBinaryOfAnotherFamilyIsRefused(Arch binary, String guest) {
        FakeFacts foreign = new FakeFacts().arch(binary);

        assertInvalid(
                foreign,
                ANY.withEmulator(QEMU).withArch(guest).withMachine("nosuch"),
                "architecture from emulator '"
                        + binary.xmlName()
                        + "' doesn't match given architecture '"
                        + guest
                        + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "I686, x86_64",
        "AARCH64, armv6l",
        "ARMV7L, aarch64",
        "PPC, ppc64",
        "PPC64LE, ppc64",
        "S390, s390x",
        "S390X, s390",
        "ARMV7L, armv7b"
    })
    void aBinaryOfTheSameFamilyMustStillServeTheGuest(Arch binary, String guest) {
        FakeFacts relative = new FakeFacts().arch(binary).machine(Accelerator.KVM, "board", "", 1);

        assertInvalid(
                relative,
                ANY.withEmulator(QEMU).withArch(guest),
                "Emulator '" + QEMU + "' does not support arch '" + guest + "'");
        assertInvalid(
                relative,
                ANY.withEmulator(QEMU).withArch(guest).withMachine("nosuch"),
                "the machine 'nosuch' is not supported by emulator '" + QEMU + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "X86_64, i686",
        "AARCH64, armv7l",
        "ARMV7L, armv6l",
        "PPC64, ppc64le",
        "RISCV64, riscv64",
        "I686, i686"
    })
    void someBinariesServeAnotherArchitectureToo(Arch binary, String guest) {
        FakeFacts relative = new FakeFacts().arch(binary).machine(Accelerator.KVM, "board", "", 1);

        assertThat(resolve(relative, ANY.withEmulator(QEMU).withArch(guest)).arch().xmlName())
                .isEqualTo(guest);
    }

    @ParameterizedTest
    @CsvSource({"kvm, kvm", "hvf, hvf", "xen, tcg", "test, tcg", "bhyve, tcg"})
    void withoutHardwareEveryOtherVirtTypeIsRefused(String asked, String accelerator) {
        assertInvalid(
                pcWithoutKvm(),
                ANY.withVirtType(asked).withMachine("nosuch"),
                "the accel '" + accelerator + "' is not supported by '" + QEMU + "' on this host");
    }

    /// Before 11.10 libvirt did not know that QEMU has an accelerator for this virt type.
    @Test
    void hyperVWasATypeLikeAnyOtherBefore1110() {
        Request older = ANY.withVirtType("hyperv").withRelease(new Release(11, 9));
        Request newer = ANY.withVirtType("hyperv").withRelease(new Release(11, 10));

        assertInvalid(
                pcWithoutKvm(),
                older,
                "the accel 'tcg' is not supported by '" + QEMU + "' on this host");
        assertInvalid(
                pcWithoutKvm(),
                newer,
                "the accel 'mshv' is not supported by '" + QEMU + "' on this host");
        assertInvalid(
                pc(),
                older.withMachine("pc"),
                "Emulator '" + QEMU + "' does not support virt type 'hyperv'");
        assertInvalid(
                pc(),
                newer.withMachine("pc"),
                "the machine 'pc' is not supported by emulator '" + QEMU + "'");
    }

    /// An older release would have started the same QEMU without that accelerator.
    @Test
    void microsoftsHypervisorServesNobodyBefore1110() {
        FakeFacts mshv =
                new FakeFacts()
                        .hardware(Accelerator.MSHV)
                        .machine(Accelerator.MSHV, "pc-q35-11.0", "q35", 288)
                        .machine(Accelerator.TCG, "pc-i440fx-11.0", "pc", 255);
        Request older = ANY.withRelease(new Release(11, 9));
        Request newer = ANY.withRelease(new Release(11, 10));

        assertThat(resolve(mshv, newer))
                .isEqualTo(
                        new Target(QEMU, Arch.X86_64, Optional.of("pc-q35-11.0"), VirtType.HYPERV));
        assertThat(resolve(mshv, newer.withVirtType("hyperv")).virtType())
                .isEqualTo(VirtType.HYPERV);
        assertThat(resolve(mshv, newer.withVirtType("qemu")).machine()).contains("pc-i440fx-11.0");
        assertThat(resolve(mshv, older))
                .isEqualTo(
                        new Target(
                                QEMU, Arch.X86_64, Optional.of("pc-i440fx-11.0"), VirtType.QEMU));
        assertInvalid(
                mshv,
                older.withVirtType("hyperv"),
                "the accel 'tcg' is not supported by '" + QEMU + "' on this host");
        assertInvalid(
                mshv,
                newer.withVirtType("kvm").withMachine("pc"),
                "the machine 'pc' is not supported by emulator '" + QEMU + "'");
    }

    @Test
    void anUnknownMachineIsRefusedUnderItsCanonicalName() {
        assertInvalid(
                pc(),
                ANY.withMachine("nosuch"),
                "the machine 'nosuch' is not supported by emulator '" + QEMU + "'");
        assertInvalid(
                pc(),
                ANY.withMachine("none"),
                "the machine 'none' is not supported by emulator '" + QEMU + "'");
    }

    @ParameterizedTest
    @CsvSource({"xen", "hvf", "test", "hyperv"})
    void aVirtTypeThatTheBinaryDoesNotServeIsRefused(String asked) {
        assertInvalid(
                pc(),
                ANY.withVirtType(asked),
                "Emulator '" + QEMU + "' does not support virt type '" + asked + "'");
    }

    @Test
    void tcgThatIsNotBuiltInIsRefused() {
        assertInvalid(
                pc().noTcg(),
                ANY.withVirtType("qemu"),
                "Emulator '" + QEMU + "' does not support virt type 'qemu'");
    }

    @Test
    void aBinaryWithoutAnyAcceleratorIsRefused() {
        assertInvalid(
                new FakeFacts().noHardware().noTcg(),
                ANY,
                "Emulator '" + QEMU + "' does not support virt type 'none'");
    }

    @Test
    void aBinaryWithoutMachinesIsRefused() {
        assertRefused(
                new FakeFacts(),
                ANY,
                ErrorCode.CONFIG_UNSUPPORTED,
                "unsupported configuration: Emulator '"
                        + QEMU
                        + "' does not support machine type '<null>'");
    }
}
