package org.domcaps.qemu.driver;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.document.Arch;
import org.domcaps.host.system.HostEnvironment;
import org.domcaps.host.system.HostRoot;
import org.domcaps.host.system.Programs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

class EmulatorFinderTest {

    @TempDir Path root;

    private EmulatorFinder finder(String path) {
        return new EmulatorFinder(
                new Programs(
                        new HostRoot(root),
                        new HostEnvironment(path, "/", Optional.empty(), Optional.empty(), true)));
    }

    private EmulatorFinder finder() {
        return finder("/usr/local/bin:/usr/bin");
    }

    private Path install(String path) throws IOException {
        Path file = root.resolve(path.substring(1));
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @ParameterizedTest
    @CsvSource({
        // What one binary alone serves without being named, by host and guest.
        "qemu-system-x86_64, X86_64, X86_64",
        "qemu-system-x86_64, X86_64, I686",
        "qemu-system-i386, X86_64, I686",
        "qemu-system-aarch64, AARCH64, ARMV7L",
        "qemu-system-arm, X86_64, ARMV7L",
        "qemu-system-arm, X86_64, ARMV6L",
        "qemu-system-ppc64, PPC64LE, PPC64LE",
        "qemu-system-ppc64, X86_64, PPC64LE",
        "qemu-system-ppc64, PPC64, PPC64",
        "qemu-system-or32, X86_64, OPENRISC",
        "qemu-system-s390x, X86_64, S390X"
    })
    void oneBinaryServes(String name, Arch host, Arch guest) throws IOException {
        install("/usr/bin/" + name);

        assertThat(finder().find(host, guest)).contains("/usr/bin/" + name);
    }

    @ParameterizedTest
    @CsvSource({
        "qemu-system-i386, X86_64, X86_64",
        "qemu-system-x86_64, AARCH64, I686",
        "qemu-system-aarch64, X86_64, ARMV7L",
        "qemu-system-aarch64, AARCH64, ARMV6L",
        "qemu-system-ppc, PPC64, PPC64",
        "qemu-system-i686, X86_64, I686"
    })
    void oneBinaryDoesNotServe(String name, Arch host, Arch guest) throws IOException {
        install("/usr/bin/" + name);

        assertThat(finder().find(host, guest)).isEmpty();
    }

    @Test
    void theGuestsOwnBinaryComesBeforeTheHosts() throws IOException {
        install("/usr/bin/qemu-system-x86_64");
        install("/usr/bin/qemu-system-i386");

        assertThat(finder().find(Arch.X86_64, Arch.I686)).contains("/usr/bin/qemu-system-i386");
    }

    @Test
    void onAarch64The64BitBinaryComesFirst() throws IOException {
        install("/usr/bin/qemu-system-aarch64");
        install("/usr/bin/qemu-system-arm");

        assertThat(finder().find(Arch.AARCH64, Arch.ARMV7L))
                .contains("/usr/bin/qemu-system-aarch64");
        assertThat(finder().find(Arch.X86_64, Arch.ARMV7L)).contains("/usr/bin/qemu-system-arm");
    }

    @Test
    void redHatsBinaryIsTheLastResortForNativeGuests() throws IOException {
        install("/usr/libexec/qemu-kvm");

        assertThat(finder().find(Arch.X86_64, Arch.X86_64)).contains("/usr/libexec/qemu-kvm");
        assertThat(finder().find(Arch.X86_64, Arch.I686)).contains("/usr/libexec/qemu-kvm");
        assertThat(finder().find(Arch.X86_64, Arch.AARCH64)).isEmpty();

        install("/usr/bin/qemu-system-x86_64");
        assertThat(finder().find(Arch.X86_64, Arch.X86_64)).contains("/usr/bin/qemu-system-x86_64");
    }

    @Test
    void theFirstFolderOfThePathCounts() throws IOException {
        install("/usr/bin/qemu-system-x86_64");
        install("/usr/local/bin/qemu-system-x86_64");

        assertThat(finder().find(Arch.X86_64, Arch.X86_64))
                .contains("/usr/local/bin/qemu-system-x86_64");
    }

    @Test
    void whatCannotBeExecutedIsPassedOver() throws IOException {
        Files.setPosixFilePermissions(
                install("/usr/local/bin/qemu-system-x86_64"),
                PosixFilePermissions.fromString("rw-r--r--"));
        Files.createDirectories(root.resolve("usr/bin/qemu-system-x86_64"));

        assertThat(finder().find(Arch.X86_64, Arch.X86_64)).isEmpty();
    }

    @Test
    void symbolicLinksAreKept() throws IOException {
        install("/opt/qemu");
        Files.createDirectories(root.resolve("usr/bin"));
        Files.createSymbolicLink(
                root.resolve("usr/bin/qemu-system-x86_64"), Path.of("../../opt/qemu"));

        assertThat(finder().find(Arch.X86_64, Arch.X86_64)).contains("/usr/bin/qemu-system-x86_64");
    }

    @Test
    void allBinariesAreListedByPath() throws IOException {
        install("/usr/bin/qemu-system-x86_64");
        install("/usr/bin/qemu-system-arm");
        install("/usr/local/bin/qemu-system-i386");
        install("/usr/libexec/qemu-kvm");
        install("/usr/bin/qemu-img");

        assertThat(finder().findAll())
                .containsExactly(
                        "/usr/bin/qemu-system-arm",
                        "/usr/bin/qemu-system-x86_64",
                        "/usr/libexec/qemu-kvm",
                        "/usr/local/bin/qemu-system-i386");
        assertThat(finder("/nosuch").findAll()).containsExactly("/usr/libexec/qemu-kvm");
    }
}
