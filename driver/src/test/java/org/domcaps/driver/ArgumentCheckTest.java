package org.domcaps.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.domcaps.document.Arch;
import org.domcaps.document.VirtType;
import org.domcaps.error.ErrorCode;
import org.junit.jupiter.api.Test;

import java.util.Set;

class ArgumentCheckTest {

    private static final ArgumentCheck CHECK = new ArgumentCheck(ErrorDomain.BHYVE);
    private static final Request ANY = Request.defaults();

    private static void assertInvalid(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> {
                            assertThat(e.libvirtMessage()).isEqualTo(message);
                            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
                            assertThat(e.domain()).isEqualTo(ErrorDomain.BHYVE);
                        });
    }

    @Test
    void whatIsNotAskedForIsTheDefault() {
        assertThat(CHECK.arch(ANY, Arch.SPARC)).isEqualTo(Arch.SPARC);
        assertThat(CHECK.virtType(ANY, VirtType.VZ)).isEqualTo(VirtType.VZ);
        CHECK.requireVirtType(ANY, VirtType.BHYVE);
        CHECK.refuseFlags(ANY, "f");
    }

    @Test
    void namesAreTakenAsLibvirtSpellsThem() {
        assertThat(CHECK.arch(ANY.withArch("ppc64le"), Arch.X86_64)).isEqualTo(Arch.PPC64LE);
        assertThat(CHECK.virtType(ANY.withVirtType("none"), VirtType.VZ)).isEqualTo(VirtType.NONE);
        assertInvalid(
                () -> CHECK.arch(ANY.withArch("amd64"), Arch.X86_64),
                "invalid argument: unknown architecture: amd64");
        assertInvalid(
                () -> CHECK.arch(ANY.withArch(""), Arch.X86_64),
                "invalid argument: unknown architecture: ");
        assertInvalid(
                () -> CHECK.virtType(ANY.withVirtType("Xen"), VirtType.XEN),
                "invalid argument: unknown virttype: Xen");
    }

    @Test
    void aKnownVirtTypeOfAnotherHypervisorIsUnknownToo() {
        assertInvalid(
                () -> CHECK.requireVirtType(ANY.withVirtType("kvm"), VirtType.BHYVE),
                "invalid argument: unknown virttype: kvm");
        assertInvalid(
                () -> CHECK.requireVirtType(ANY.withVirtType("none"), VirtType.BHYVE),
                "invalid argument: unknown virttype: none");
    }

    @Test
    void theRefusalOfFlagsHasNoPrefix() {
        assertInvalid(
                () ->
                        CHECK.refuseFlags(
                                ANY.withFlags(
                                        Set.of(
                                                Flag.DISABLE_DEPRECATED_FEATURES,
                                                Flag.SUPPORTED_CPU_FEATURES)),
                                "bhyveConnectGetDomainCapabilities"),
                "unsupported flags (0x5) in function bhyveConnectGetDomainCapabilities");
    }
}
