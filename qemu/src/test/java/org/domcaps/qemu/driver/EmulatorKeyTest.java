package org.domcaps.qemu.driver;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.document.Arch;
import org.domcaps.host.DeviceNode;
import org.domcaps.host.HostFeature;
import org.domcaps.host.HostState;
import org.domcaps.host.Identity;
import org.domcaps.host.Machine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Everything that can change what a probe finds changes the key, and nothing else does.
class EmulatorKeyTest {

    @TempDir Path folder;

    private Path binary;

    @BeforeEach
    void makeABinary() throws IOException {
        binary = Files.writeString(folder.resolve("qemu"), "first");
    }

    private String key(HostState state) {
        return EmulatorKey.of(binary.toString(), "kvm:tcg", state, Map.of());
    }

    private String key() {
        return key(HostStates.usual());
    }

    @Test
    void theSameKeyTwiceMeansNothingChanged() {
        assertThat(key()).isEqualTo(key()).contains("emulator=" + binary + "\n");
    }

    static List<HostState> changedStates() {
        DeviceNode.Present node = (DeviceNode.Present) HostStates.NODE;
        return List.of(
                HostStates.with(HostStates.machine("6.1.1", "AuthenticAMD", 7)),
                HostStates.with(HostStates.machine("6.1.0", "GenuineIntel", 7)),
                HostStates.with(HostStates.machine("6.1.0", "AuthenticAMD", 8)),
                HostStates.with(
                        new Machine(
                                Arch.AARCH64,
                                Optional.of("6.1.0"),
                                Optional.of("AuthenticAMD"),
                                7,
                                OptionalInt.empty())),
                HostStates.with(HostFeature.NESTED_KVM),
                HostStates.with(HostFeature.SEV),
                HostStates.with(new DeviceNode.Missing()),
                HostStates.with(new DeviceNode.Unknown("Permission denied")),
                HostStates.with(new DeviceNode.Present(1, node.changed(), node.mode(), 0, 104)),
                HostStates.with(new DeviceNode.Present(node.device(), 2, node.mode(), 0, 104)),
                HostStates.with(
                        new DeviceNode.Present(node.device(), node.changed(), 0x2180, 0, 104)),
                HostStates.with(
                        new DeviceNode.Present(node.device(), node.changed(), node.mode(), 1, 104)),
                HostStates.with(
                        new DeviceNode.Present(node.device(), node.changed(), node.mode(), 0, 105)),
                HostStates.with(new Identity(1001, 1000, "104 1000", "0000000000000000")),
                HostStates.with(new Identity(1000, 1001, "104 1000", "0000000000000000")),
                HostStates.with(new Identity(1000, 1000, "1000", "0000000000000000")),
                HostStates.with(new Identity(1000, 1000, "104 1000", "0000000000000002")));
    }

    @ParameterizedTest
    @MethodSource("changedStates")
    void aChangeOfTheHostChangesTheKey(HostState changed) {
        assertThat(key(changed)).isNotEqualTo(key());
    }

    @Test
    void everyChangeOfTheHostMakesAKeyOfItsOwn() {
        assertThat(changedStates().stream().map(this::key)).doesNotHaveDuplicates();
    }

    @Test
    void whatDocumentsAloneDependOnDoesNotChangeTheKey() {
        Machine machine = HostStates.machine("6.1.0", "AuthenticAMD", 7);
        Machine wider =
                new Machine(
                        machine.arch(),
                        machine.kernel(),
                        machine.signature(),
                        machine.microcode(),
                        OptionalInt.of(52));

        assertThat(key(HostStates.with(wider))).isEqualTo(key());
    }

    @Test
    void aBinaryOfAnotherSizeOrTimeIsAnother() throws IOException {
        FileTime time = Files.getLastModifiedTime(binary);
        String before = key();

        Files.writeString(binary, "longer than before");
        Files.setLastModifiedTime(binary, time);
        String larger = key();
        assertThat(larger).isNotEqualTo(before);

        Files.setLastModifiedTime(binary, FileTime.fromMillis(1_000_000));
        assertThat(key()).isNotEqualTo(larger);
    }

    @Test
    void aBinaryWithOtherPermissionsIsAnother() throws IOException {
        String before = key();
        Files.setPosixFilePermissions(binary, PosixFilePermissions.fromString("rwx------"));

        assertThat(key()).isNotEqualTo(before);
    }

    @Test
    void aBinaryThatWasReplacedIsAnotherThoughItsSizeAndTimeAreTheSame() throws IOException {
        String before = key();
        Path other = Files.writeString(folder.resolve("other"), "other");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(binary));
        Files.move(other, binary, StandardCopyOption.ATOMIC_MOVE);

        assertThat(Files.size(binary)).isEqualTo(5);
        assertThat(key()).isNotEqualTo(before);
    }

    @Test
    void theFileBehindASymbolicLinkCounts() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), binary);
        String before = EmulatorKey.of(link.toString(), "kvm:tcg", HostStates.usual(), Map.of());
        Files.writeString(binary, "longer than before");

        assertThat(EmulatorKey.of(link.toString(), "kvm:tcg", HostStates.usual(), Map.of()))
                .isNotEqualTo(before);
    }

    @Test
    void aBinaryThatIsNotThereHasAKeyToo() throws IOException {
        String before = key();
        Files.delete(binary);

        assertThat(key()).isNotEqualTo(before).contains("NoSuchFile");
    }

    @Test
    void theListOfAcceleratorsCounts() {
        assertThat(EmulatorKey.of(binary.toString(), "kvm:mshv:tcg", HostStates.usual(), Map.of()))
                .isNotEqualTo(key());
    }

    @Test
    void variablesThatDecideWhatIsLoadedCount() {
        HostState state = HostStates.usual();
        String program = binary.toString();
        String path =
                EmulatorKey.of(program, "kvm:tcg", state, Map.of("LD_LIBRARY_PATH", "/opt/lib"));
        String preload =
                EmulatorKey.of(program, "kvm:tcg", state, Map.of("LD_PRELOAD", "/opt/lib"));

        assertThat(List.of(key(), path, preload)).doesNotHaveDuplicates();
        assertThat(EmulatorKey.of(program, "kvm:tcg", state, Map.of("LANG", "C", "TERM", "dumb")))
                .isEqualTo(key());
    }
}
