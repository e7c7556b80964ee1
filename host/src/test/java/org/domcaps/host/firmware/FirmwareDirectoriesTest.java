package org.domcaps.host.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.domcaps.document.Arch;
import org.domcaps.document.Release;
import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;
import org.domcaps.host.FakeMachine;
import org.domcaps.host.HostPart;
import org.domcaps.host.system.HostEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class FirmwareDirectoriesTest {

    private static final String USR = "/usr/share/qemu/firmware/";
    private static final String ETC = "/etc/qemu/firmware/";
    private static final String USER = "/home/u/.config/qemu/firmware/";

    @TempDir private Path folder;

    private FakeMachine machine;

    @BeforeEach
    void anEmptyMachine() {
        machine = new FakeMachine(folder);
    }

    private FirmwareFacts gather(HostEnvironment environment) {
        return machine.probe(environment).gather(Set.of(HostPart.FIRMWARE)).firmware();
    }

    private FirmwareFacts gather() {
        return gather(FakeMachine.privileged());
    }

    private static List<String> paths(FirmwareFacts facts) {
        return facts.files().stream().map(DescriptorFile::path).toList();
    }

    private static FirmwareOffer offer(FirmwareFacts facts, String machineName) {
        return facts.offer(Arch.X86_64, machineName, Release.OLDEST);
    }

    @Test
    void missingDirectoriesMeanNoDescriptors() {
        assertThat(gather().files()).isEmpty();
        assertThat(gather().fault()).isEmpty();
    }

    @Test
    void theMostSpecificDirectoryWinsAndTheOrderIsByNameAlone() {
        machine.file(USR + "20-b", "x").file(USR + "10-a", "x").file(USR + "30-c", "x");
        machine.file(ETC + "20-b", "x").file(ETC + "05-z", "x").file(USER + "30-c", "x");
        assertThat(paths(gather()))
                .containsExactly(ETC + "05-z", USR + "10-a", ETC + "20-b", USR + "30-c");
        assertThat(paths(gather(FakeMachine.session("/home/u"))))
                .containsExactly(ETC + "05-z", USR + "10-a", ETC + "20-b", USER + "30-c");
    }

    @Test
    void theUsersHomeComesFromThePasswdFileWithoutAVariable() {
        machine.file(USER + "10-a", "x")
                .file("/etc/passwd", "root:x:0:0::/root:/bin/sh\nu:x:1000:1000:U:/home/u:/bin/sh\n")
                .file("/proc/self/status", "Name:\tx\nUid:\t5\t1000\t5\t5\nGid:\t1\t1\t1\t1\n");
        HostEnvironment environment =
                new HostEnvironment("/bin", "/", Optional.empty(), Optional.empty(), false);
        assertThat(paths(gather(environment))).containsExactly(USER + "10-a");
    }

    @Test
    void namesAreOrderedByBytesWithoutRegardToLocaleOrSuffix() {
        machine.file(USR + "b.json", "x")
                .file(USR + "B.txt", "x")
                .file(USR + "a-b", "x")
                .file(USR + "a.b", "x");
        assertThat(paths(gather()))
                .containsExactly(USR + "B.txt", USR + "a-b", USR + "a.b", USR + "b.json");
    }

    @Test
    void anEmptyFileHidesTheLessSpecificOne() {
        machine.file(USR + "10-a", "x")
                .file(USR + "20-b", "x")
                .file(ETC + "10-a", "")
                .file(ETC + "90-empty", "");
        machine.link(ETC + "20-b", "90-empty");
        assertThat(gather().files()).isEmpty();
    }

    @Test
    void aLinkToTheNullDeviceHidesNothing() {
        machine.file(USR + "10-a", "x").link(ETC + "10-a", "/dev/null");
        assertThat(paths(gather())).containsExactly(USR + "10-a");
    }

    @Test
    void hiddenNamesAndFoldersAreNotLookedAt() {
        machine.file(USR + ".10-a", "x")
                .link(USR + ".20-b", "nowhere")
                .folder(USR + "30-c")
                .file(USR + "30-c/x", "x");
        assertThat(gather().files()).isEmpty();
        assertThat(gather().fault()).isEmpty();
    }

    @Test
    void aDanglingLinkFailsTheRequestEvenIfAMoreSpecificFileReplacesIt() {
        machine.link(USR + "10-a", "nowhere").file(ETC + "10-a", "x");
        FirmwareFacts facts = gather();
        assertThatThrownBy(() -> offer(facts, "pc"))
                .isInstanceOfSatisfying(
                        DomcapsException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.SYSTEM);
                            assertThat(e.libvirtMessage())
                                    .isEqualTo(
                                            "Unable to access "
                                                    + USR
                                                    + "10-a: No such file or directory");
                        });
    }

    @Test
    void aLinkThatLeadsToItselfFailsTheRequest() {
        machine.link(ETC + "10-a", "10-a");
        assertThat(gather().fault())
                .contains(
                        new FirmwareFault(
                                ErrorCode.SYSTEM,
                                "Unable to access "
                                        + ETC
                                        + "10-a: Too many levels of symbolic links"));
    }

    @Test
    void aDirectoryThatCannotBeOpenedFailsTheRequest() {
        machine.file("/etc/qemu/firmware", "not a folder");
        assertThat(gather().fault())
                .contains(
                        new FirmwareFault(
                                ErrorCode.SYSTEM,
                                "cannot open directory '/etc/qemu/firmware': Not a directory"));
    }

    @Test
    void anUnreadableDirectoryFailsTheRequestAndAnUnreadableFileDoesNot() throws Exception {
        assumeFalse(System.getProperty("user.name").equals("root"), "root can read everything");
        machine.file(USR + "10-a", "x");
        Files.setPosixFilePermissions(
                machine.root().resolve(USR + "10-a"), PosixFilePermissions.fromString("---------"));
        assertThat(gather().files().getFirst().content())
                .isEqualTo(
                        new DescriptorFile.Content.Unusable("cannot be read: Permission denied"));
        Path directory = machine.root().resolve(USR);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("---------"));
        assertThat(gather().fault().orElseThrow().message())
                .isEqualTo("cannot open directory '/usr/share/qemu/firmware': Permission denied");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aFileOfOneMebibyteIsReadAndALargerOneIsNot() {
        String text = Descriptors.memory("uefi", "/m", "pc-*");
        String full = text + " ".repeat(FirmwareDirectories.SIZE_LIMIT - text.length());
        machine.file(USR + "10-fits", full).file(USR + "20-large", full + " ");
        FirmwareFacts facts = gather();
        assertThat(facts.files().getFirst().content())
                .isInstanceOf(DescriptorFile.Content.Json.class);
        assertThat(facts.files().getLast().content())
                .isEqualTo(new DescriptorFile.Content.Unusable("larger than 1048576 bytes"));
        assertThat(offer(facts, "pc-1").efi()).isTrue();
    }

    @Test
    void whiteSpaceAloneIsAnInvalidDescriptorAndHidesNothingElse() {
        machine.file(USR + "10-a", " \n")
                .file(USR + "20-b", Descriptors.memory("bios", "/b", "pc-*"));
        FirmwareOffer offer = offer(gather(), "pc-1");
        assertThat(offer.bios()).isTrue();
        assertThat(offer.verdicts().getFirst().outcome())
                .isInstanceOf(DescriptorVerdict.Outcome.Rejected.class);
    }

    @Test
    void onlyImagesThatExistAreNamed() {
        machine.file(USR + "10-a", Descriptors.flash("/fw/code", "/fw/vars", "pc-*"))
                .file(USR + "20-b", Descriptors.memory("uefi", "/fw/gone", "pc-*"))
                .file(USR + "30-c", Descriptors.memory("uefi", "/fw/link", "pc-*"))
                .file("/fw/code", "")
                .link("/fw/link", "code");
        assertThat(offer(gather(), "pc-1").loaderValues()).containsExactly("/fw/code", "/fw/link");
    }

    @Test
    void aMatchingDescriptorWithoutItsImageIsNotReplacedByTheFallback() {
        machine.file(USR + "10-a", Descriptors.memory("uefi", "/fw/gone", "pc-*"))
                .file("/usr/share/OVMF/OVMF_CODE.fd", "");
        FirmwareFacts facts = gather();
        assertThat(offer(facts, "pc-1").loaderValues()).isEmpty();
        assertThat(offer(facts, "pc-1").efi()).isTrue();
        assertThat(offer(facts, "isapc").loaderValues())
                .containsExactly("/usr/share/OVMF/OVMF_CODE.fd");
        assertThat(offer(facts, "isapc").fallbackUsed()).isTrue();
    }

    @Test
    void theSettingReplacesTheFallbackWhereThereAreNoDescriptors() {
        machine.file(
                        "/etc/libvirt/qemu.conf",
                        "nvram = [ \" /a/code : /a/vars\", \"/b/code:/b/vars\" ]\n")
                .file("/a/code", "");
        FirmwareFacts facts = gather();
        assertThat(facts.fallback())
                .containsExactly(
                        LoaderPair.of("/a/code", "/a/vars"), LoaderPair.of("/b/code", "/b/vars"));
        assertThat(offer(facts, "pc-1").loaderValues()).containsExactly("/a/code");
    }

    @Test
    void theSettingEmptiesTheFallbackWhereThereIsAnyFileEvenAMaskingOne() {
        machine.file("/etc/libvirt/qemu.conf", "nvram = [\"malformed\"]\n").file(ETC + "10-a", "");
        assertThat(gather().fallback()).isEmpty();
        assertThat(gather().fault()).isEmpty();
    }

    @Test
    void aMalformedSettingFailsTheRequest() {
        for (String text : List.of("a", "a:b:c", ":b", "a:", " : ")) {
            machine.file("/etc/libvirt/qemu.conf", "nvram = [ \"x:y\", \"" + text + "\" ]");
            assertThat(gather().fault().orElseThrow().message())
                    .isEqualTo("Invalid nvram format: '" + text + "'");
        }
    }

    @Test
    void aUserHasSettingsOfTheirOwn() {
        machine.file("/etc/libvirt/qemu.conf", "nvram = [ \"/a:/b\" ]")
                .file("/home/u/.config/libvirt/qemu.conf", "nvram = [ \"/c:/d\" ]");
        assertThat(gather(FakeMachine.session("/home/u")).fallback())
                .containsExactly(LoaderPair.of("/c", "/d"));
    }

    @Test
    void aMalformedConfigurationFailsTheRequestWithItsPlace() {
        machine.file("/etc/libvirt/qemu.conf", "# x\nnvram [\n");
        assertThat(gather().fault().orElseThrow().message())
                .isEqualTo("/etc/libvirt/qemu.conf:2: expected '=' after nvram");
    }

    @Test
    void filesThatAnotherOneHidesAreRemembered() {
        machine.file(USR + "10-a.json", "{}").file(ETC + "10-a.json", "");
        machine.file(USR + "20-b.json", "{}").file(ETC + "20-b.json", "{}");
        machine.file(USR + "30-c.json", "").file(ETC + "30-c.json", "{}");

        assertThat(gather().masked())
                .containsExactly(
                        new MaskedDescriptor("10-a.json", USR + "10-a.json", ETC + "10-a.json"),
                        new MaskedDescriptor("20-b.json", USR + "20-b.json", ETC + "20-b.json"));
    }
}
