package org.domcaps.xen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.document.Arch;
import org.domcaps.host.HostFactsException;
import org.domcaps.host.system.HostRoot;
import org.domcaps.json.JsonReader;
import org.domcaps.json.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Trees that look like a control domain, or not, and the recorded form of what is found.
class XenProbeTest {

    @TempDir Path folder;

    private void file(String path, String text) {
        try {
            Path file = folder.resolve(path.substring(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private XenFacts read() {
        return new XenProbe(new HostRoot(folder), Arch.X86_64).read();
    }

    private void debianDom0() {
        file("/proc/xen/capabilities", "control_d\n");
        file("/sys/hypervisor/version/major", "4\n");
        file("/sys/hypervisor/version/minor", "17\n");
        file("/sys/hypervisor/version/extra", ".2\n");
        file(
                "/sys/hypervisor/properties/capabilities",
                "xen-3.0-x86_64 hvm-3.0-x86_32 hvm-3.0-x86_32p hvm-3.0-x86_64 \n");
        file("/usr/lib/xen-4.17/boot/hvmloader", "");
    }

    @Test
    void aControlDomainOfDebian() {
        debianDom0();
        XenFacts facts = read();
        assertThat(facts.controlDomain()).isEqualTo(new ControlDomain.Here());
        assertThat(facts.version()).contains("4.17.2");
        assertThat(facts.guests())
                .containsExactly(
                        new GuestKind(false, Arch.X86_64),
                        new GuestKind(true, Arch.I686),
                        new GuestKind(true, Arch.I686),
                        new GuestKind(true, Arch.X86_64));
        assertThat(facts.firmware())
                .containsExactly(
                        "/usr/lib/xen-4.17/boot/ovmf.bin", "/usr/lib/xen-4.17/boot/hvmloader");
    }

    @Test
    void theUsualFolderCountsWhereItExistsAndWhereNoneDoes() {
        assertThat(read().firmware())
                .containsExactly("/usr/lib/xen/boot/ovmf.bin", "/usr/lib/xen/boot/hvmloader");
        debianDom0();
        file("/usr/lib/xen/boot/hvmloader", "");
        assertThat(read().firmware().getFirst()).isEqualTo("/usr/lib/xen/boot/ovmf.bin");
    }

    @Test
    void whatXensOwnPackageSaysCountsMost() {
        debianDom0();
        file(
                "/usr/lib/x86_64-linux-gnu/pkgconfig/xenlight.pc",
                """
                prefix=/opt/xen
                libdir=${prefix}/lib

                xenfirmwaredir=${libdir}/xen/boot
                Name: Xenlight
                Libs: -L${libdir} -lxenlight
                """);
        assertThat(read().firmware().getFirst()).isEqualTo("/opt/xen/lib/xen/boot/ovmf.bin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "xenfirmwaredir=",
                "xenfirmwaredir=relative",
                "xenfirmwaredir=${xenfirmwaredir}x",
                "Name: xenfirmwaredir=/x",
                "other=/x"
            })
    void aPackageFileThatDoesNotTellIsPassedOver(String text) {
        assertThat(FirmwareFolder.variable(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "control_d, true",
        "'control_d\n', true",
        "'', false",
        "'control_d and more', false",
        "other, false"
    })
    void theKernelSaysWhoIsInControl(String capabilities, boolean here) {
        file("/proc/xen/capabilities", capabilities);
        file("/dev/xen/xenstored", "");
        assertThat(read().controlDomain() instanceof ControlDomain.Here).isEqualTo(here);
    }

    @Test
    void withoutThatFileTheStoreTells() {
        assertThat(read().controlDomain())
                .isEqualTo(
                        new ControlDomain.NotHere(
                                "neither /proc/xen/capabilities nor /dev/xen/xenstored exists"));
        file("/dev/xen/xenstored", "");
        assertThat(read().controlDomain()).isEqualTo(new ControlDomain.Here());
    }

    @Test
    void aFileThatCannotBeReadLeavesItOpen() throws IOException {
        Files.createDirectories(folder.resolve("proc/xen/capabilities"));
        assertThat(read().controlDomain())
                .isEqualTo(new ControlDomain.Unclear("/proc/xen/capabilities: Is a directory"));
    }

    @ParameterizedTest
    @CsvSource({
        "xen-3.0-x86_64, false, X86_64",
        "hvm-3.0-x86_32p, true, I686",
        "xen-4.11-aarch64, false, AARCH64",
        "xen-3.0-armv7l, false, ARMV7L",
        "hvm-3.0-ia64be, true, IA64",
        "xen-3.0-powerpc64, false, PPC64"
    })
    void wordsOfXensCapabilities(String word, boolean full, Arch arch) {
        assertThat(GuestKind.parse(word)).contains(new GuestKind(full, arch));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "--",
                "xen",
                "xen-3.0",
                "xen-3-x86_64",
                "pv-3.0-x86_64",
                "xen-3.0-mips",
                "xen-.0-x86_64",
                "xen-3.-x86_64",
                "xen-3.x-x86_64",
                "xen-3.0-x86_64p"
            })
    void otherWordsMeanNothing(String word) {
        assertThat(GuestKind.parse(word)).isEmpty();
    }

    private static XenFacts copy(XenFacts facts) {
        byte[] text = JsonWriter.pretty(facts.toJson()).getBytes(StandardCharsets.UTF_8);
        return XenFacts.fromJson(JsonReader.read(text));
    }

    @Test
    void factsAreRecordedAndReadBack() throws IOException {
        assertThat(copy(read())).isEqualTo(read());
        Files.createDirectories(folder.resolve("proc/xen/capabilities"));
        assertThat(copy(read())).isEqualTo(read());
        Files.delete(folder.resolve("proc/xen/capabilities"));
        debianDom0();
        assertThat(copy(read())).isEqualTo(read());
    }

    private static XenFacts parsed(String json) {
        return XenFacts.fromJson(JsonReader.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anEmptyObjectIsAControlDomain() {
        assertThat(parsed("{}").controlDomain()).isEqualTo(new ControlDomain.Here());
        assertThat(parsed("{}").firmware()).hasSize(2);
        assertThat(parsed("{}").version()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | host facts: xen: expected an object, found an array",
                "{\"arch\": \"z80\"} | host facts: xen.arch: unknown architecture 'z80'",
                "{\"controlDomain\": 1} | host facts: xen.controlDomain: expected true or false,"
                        + " found a number",
                "{\"firmware\": [1]} | host facts: xen.firmware[0]: expected a string, found a"
                        + " number",
                "{\"other\": 1} | host facts: xen.other: no such member"
            })
    void anErrorNamesTheMember(String json, String words) {
        assertThatThrownBy(() -> parsed(json))
                .isInstanceOf(HostFactsException.class)
                .hasMessage(words);
    }
}
