package org.domcaps.bhyve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.document.Arch;
import org.domcaps.document.Element;
import org.domcaps.document.Support;
import org.domcaps.driver.DriverException;
import org.domcaps.driver.Request;
import org.domcaps.host.HostFactsException;
import org.domcaps.host.system.HostEnvironment;
import org.domcaps.host.system.HostRoot;
import org.domcaps.host.system.Programs;
import org.domcaps.json.JsonReader;
import org.domcaps.json.JsonWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Programs that stand in for bhyve, below a folder that stands for `/`.
class BhyveProbeTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    /// The answers of FreeBSD 11, which knew neither a frame buffer nor USB.
    private static final String OLD =
            """
            case "$*" in
            -h) echo 'Usage: bhyve [-abehuwxACHPSWY] [-c vcpus] [-g <gdb port>] [-l <lpc>]'
                echo '       -u: RTC keeps UTC time';;
            '-s 0,fbuf') echo 'pci slot 0:0: unknown device "fbuf"';;
            '-s 0,xhci') echo 'pci slot 0:0: unknown device "xhci"';;
            '-s 0,virtio-rnd') exit 4;;
            '-l bootrom') echo "bhyve: invalid lpc device configuration 'bootrom'"; exit 1;;
            *) echo 'vmname is missing'; exit 4;;
            esac >&2
            """;

    @TempDir Path folder;

    private final List<String> notices = new ArrayList<>();

    private Path file(String path, String text) {
        try {
            Path file = folder.resolve(path.substring(1));
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void bhyve(String script) {
        try {
            Path program = file("/usr/sbin/bhyve", "#!/bin/sh\n" + script);
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private BhyveProbe probe(String system, Duration deadline) {
        HostEnvironment environment =
                HostEnvironment.of(Map.of("PATH", "/usr/bin:/usr/sbin:/bin"), "/", true);
        return new BhyveProbe(
                new Programs(new HostRoot(folder), environment),
                Arch.X86_64,
                system,
                deadline,
                notices::add);
    }

    private BhyveFacts read() {
        return probe("FreeBSD 14.1-RELEASE", LONG).read();
    }

    @Test
    @Tag("live")
    void aProgramIsAskedEveryQuestionInOrder() throws IOException {
        bhyve("echo \"$*\" >>'" + folder + "/journal'\n" + OLD);
        BhyveFacts facts = read();
        assertThat(Files.readAllLines(folder.resolve("journal")))
                .containsExactly(
                        "-h",
                        "-s 0,ahci",
                        "-s 0,e1000",
                        "-l bootrom",
                        "-s 0,fbuf",
                        "-s 0,xhci",
                        "-s 0,hda",
                        "-s 0,fbuf,password=",
                        "-s 0,virtio-9p",
                        "-s 0,virtio-rnd");
        assertThat(facts.fault()).isEmpty();
        assertThat(facts.program()).contains("/usr/sbin/bhyve");
        assertThat(facts.has(BhyveCapability.LPC_BOOTROM)).isFalse();
        assertThat(facts.has(BhyveCapability.FRAME_BUFFER)).isFalse();
        assertThat(facts.has(BhyveCapability.XHCI)).isFalse();
        assertThat(facts.has(BhyveCapability.NET_E1000)).isTrue();
        assertThat(facts.has(BhyveCapability.RTC_UTC)).isTrue();
        assertThat(facts.has(BhyveCapability.CPU_TOPOLOGY)).isFalse();
        assertThat(facts.has(BhyveCapability.VIRTIO_RND)).isTrue();
    }

    /// FreeBSD 14 words its complaint otherwise, and libvirt then takes every device for known.
    @Test
    @Tag("live")
    void aComplaintInOtherWordsDoesNotCount() {
        bhyve(
                """
                [ "$1" = -h ] && echo 'Usage: bhyve [-c [[cpus=]numcpus]]' >&2
                echo 'pci slot 0:0:0: unknown device "fbuf"' >&2
                """);
        BhyveFacts facts = read();
        assertThat(facts.has(BhyveCapability.FRAME_BUFFER)).isTrue();
        assertThat(facts.has(BhyveCapability.CPU_TOPOLOGY)).isTrue();
    }

    @ParameterizedTest
    @Tag("live")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "exec sleep 60 | with '-h' it did not end within 700 ms",
                "kill -SEGV $$ | with '-h' it was killed by signal 11",
                "echo hello | with '-h' it does not tell its usage, so it is no bhyve",
                "echo hello there >&2 | so it is no bhyve: hello there",
                "yes >&2 | with '-h' it did not end within 700 ms: y y y",
                "head -c 100000 /dev/zero >&2 | with '-h' it says more than bhyve ever does",
                "head -c 9000000 /dev/zero | with '-h' it says more than bhyve ever does",
                "[ $1 = -h ] && echo Usage: >&2 && exit 1; exec sleep 60"
                        + " | with '-s 0,ahci' it did not end within 700 ms"
            })
    void aBadProgramEndsInOneClearError(String script, String words) {
        bhyve(script);
        BhyveFacts facts = probe("FreeBSD 14.1-RELEASE", Duration.ofMillis(700)).read();
        BhyveDriver driver = new BhyveDriver(BhyveSource.given(facts));
        assertThatThrownBy(() -> driver.domainCapabilities(Request.defaults()))
                .isInstanceOf(DriverException.class)
                .hasMessageStartingWith("cannot find out what /usr/sbin/bhyve can do: ")
                .hasMessageContaining(words)
                .message()
                .doesNotContain("\n")
                .hasSizeLessThan(400);
    }

    @Test
    @Tag("live")
    void theDeadlineIsForAllQuestionsTogether() {
        bhyve("echo Usage: >&2; exec sleep 0.4");
        BhyveFacts facts = probe("FreeBSD", Duration.ofSeconds(1)).read();
        assertThat(facts.fault().orElseThrow()).contains("it did not end within 1 s");
        assertThat(facts.answers()).hasSizeBetween(1, 3);
    }

    @Test
    @Tag("live")
    void aProgramThatCannotBeStartedIsSuchAnError() throws IOException {
        Path program = file("/usr/sbin/bhyve", "#!/no/such/interpreter\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(read().fault().orElseThrow()).contains("with '-h' it could not be started: ");
    }

    @Test
    void withoutTheProgramOnlyFreeBsdIsAHost() {
        assertThat(read().isActive()).isTrue();
        assertThat(notices).first().asString().contains("no program bhyve in PATH");
        assertThat(probe("FreeBSD 14", LONG).isActive()).isTrue();
        assertThat(probe("Linux 6.12", LONG).read().isActive()).isFalse();
        assertThat(probe("Linux 6.12", LONG).isActive()).isFalse();
    }

    @Test
    @Tag("live")
    void theProgramMakesAnySystemAHost() {
        bhyve(OLD);
        assertThat(probe("Linux 6.12", LONG).isActive()).isTrue();
        assertThat(probe("Linux 6.12", LONG).read().answers()).hasSize(10);
    }

    @Test
    void everyEntryOfTheFirmwareFolderIsAnImage() throws IOException {
        file("/usr/local/share/uefi-firmware/b.fd", "");
        file("/usr/local/share/uefi-firmware/.hidden", "");
        Files.createDirectories(folder.resolve("usr/local/share/uefi-firmware/a folder"));
        assertThat(read().firmware())
                .containsExactly(
                        "/usr/local/share/uefi-firmware/.hidden",
                        "/usr/local/share/uefi-firmware/a folder",
                        "/usr/local/share/uefi-firmware/b.fd");
    }

    @Test
    void theConfigurationNamesAnotherFolder() {
        file("/usr/local/etc/libvirt/bhyve.conf", "firmware_dir = \"/fw\"\n");
        file("/fw/x", "");
        assertThat(read().firmware()).containsExactly("/fw/x");
    }

    @Test
    void aMissingFirmwareFolderIsSaidAndIsNoError() {
        assertThat(read().firmware()).isEmpty();
        assertThat(read().fault()).isEmpty();
        assertThat(notices)
                .contains(
                        "cannot list firmware in /usr/local/share/uefi-firmware: "
                                + "No such file or directory");
    }

    @Test
    void aConfigurationThatIsNoneIsAnError() {
        file("/usr/local/etc/libvirt/bhyve.conf", "\nfirmware_dir\n");
        assertThat(read().fault().orElseThrow())
                .startsWith("/usr/local/etc/libvirt/bhyve.conf:")
                .contains("expected '='");
    }

    private static BhyveFacts parsed(String json) {
        return BhyveFacts.fromJson(JsonReader.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void factsAreRecordedAndReadBack() {
        BhyveFacts all = FakeBhyve.able(Arch.AARCH64, BhyveCapability.LPC_BOOTROM);
        assertThat(parsed(JsonWriter.pretty(all.toJson()))).isEqualTo(all);
        BhyveFacts none =
                new BhyveFacts(
                        Arch.X86_64,
                        "Linux",
                        Optional.empty(),
                        Map.of(),
                        Optional.of("it hangs"),
                        List.of());
        assertThat(parsed(JsonWriter.pretty(none.toJson()))).isEqualTo(none);
    }

    @Test
    void anEmptyObjectIsFreeBsdWithoutTheProgram() {
        BhyveFacts facts = parsed("{}");
        assertThat(facts.isActive()).isTrue();
        assertThat(
                        new BhyveDriver(BhyveSource.given(facts))
                                .domainCapabilities(Request.defaults())
                                .support(Element.LOADER))
                .isEqualTo(Support.NO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"arch\": 1} | host facts: bhyve.arch: expected a string, found a number",
                "{\"answers\": [{\"options\": \"-z\", \"errors\": \"\"}]}"
                        + " | host facts: bhyve.answers[0].options: no question has '-z'",
                "{\"answers\": [{\"options\": \"-h\"}]} | host facts: bhyve.answers[0].errors:"
                        + " missing",
                "{\"answers\": [{\"options\": \"-h\", \"errors\": \"\", \"x\": 1}]}"
                        + " | host facts: bhyve.answers[0].x: no such member",
                "{\"x\": 1} | host facts: bhyve.x: no such member"
            })
    void anErrorNamesTheMember(String json, String words) {
        assertThatThrownBy(() -> parsed(json))
                .isInstanceOf(HostFactsException.class)
                .hasMessage(words);
    }
}
