package org.domcaps.host.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.cpu.CpuidRegs;
import org.domcaps.host.FakeMachine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

class SeamsTest {

    @TempDir private Path folder;

    @Test
    void readingAFileHasThreeOutcomes() {
        HostRoot root =
                new FakeMachine(folder).file("/proc/x", "some text").folder("/proc/y").root();
        assertThat(root.readText("/proc/x", 4)).isEqualTo(new FileText.Text("some"));
        assertThat(root.readText("/proc/none", 4)).isEqualTo(new FileText.Missing());
        assertThat(root.readText("/proc/y", 4)).isInstanceOf(FileText.Refused.class);
    }

    @Test
    void aNameThatNoFileCanHaveDoesNotExist() {
        assertThat(new HostRoot(folder).exists("/a\0b")).isFalse();
    }

    @Test
    void reasonsAreInTheWordsOfTheCLibrary() {
        assertThat(FileFault.reason(new AccessDeniedException("/x")))
                .isEqualTo("Permission denied");
        assertThat(FileFault.reason(new FileSystemException("/x", null, "Is a directory")))
                .isEqualTo("Is a directory");
        assertThat(FileFault.reason(new IOException("Input/output error")))
                .isEqualTo("Input/output error");
    }

    @Test
    void cpuidIsReadAtTheOffsetOfLeafAndSubleaf() throws IOException {
        Path node = folder.resolve("dev/cpu/0/cpuid");
        Files.createDirectories(node.getParent());
        ByteBuffer registers = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        registers.putInt(0x11).putInt(0x22).putInt(509).putInt(451).flip();
        try (FileChannel out =
                FileChannel.open(node, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            out.write(registers, 0x8000001fL);
        }
        DeviceCpuid cpuid = new DeviceCpuid(new HostRoot(folder));
        assertThat(cpuid.read(0x8000001f, 0)).contains(new CpuidRegs(0x11, 0x22, 509, 451));
        assertThat(cpuid.read(0x8000001f, 1)).isEmpty();
    }

    @Test
    void aMissingNodeAnswersNoRegister() {
        HostRoot root = new HostRoot(folder);
        assertThat(new DeviceCpuid(root).read(0, 0)).isEmpty();
        assertThat(new DeviceMsr(root).read(0x10a))
                .isEqualTo(new DeviceMsr.Reading.Unreadable("No such file or directory"));
    }

    @Test
    void theSecondSourceIsAskedWhereTheFirstDoesNotAnswer() {
        CpuidSource two = (leaf, _) -> Optional.of(new CpuidRegs(leaf, 0, 0, 0));
        assertThat(CpuidSource.none().or(two).read(7, 0)).contains(new CpuidRegs(7, 0, 0, 0));
    }

    @Test
    void theConfigurationFolderOfAUserFollowsXdgEvenIfEmpty() {
        Map<String, String> variables = Map.of("HOME", "/home/u", "PATH", "/p");
        HostEnvironment plain = HostEnvironment.of(variables, "/", false);
        assertThat(plain.path()).isEqualTo("/p");
        assertThat(plain.configDirectory(Optional.of("/other"))).contains("/home/u/.config");
        HostEnvironment empty = HostEnvironment.of(Map.of("XDG_CONFIG_HOME", ""), "/", false);
        assertThat(empty.path()).isEqualTo("/bin:/usr/bin");
        assertThat(empty.configDirectory(Optional.of("/other"))).contains("");
        HostEnvironment none = HostEnvironment.of(Map.of(), "/", false);
        assertThat(none.configDirectory(Optional.of("/passwd/home")))
                .contains("/passwd/home/.config");
        assertThat(none.configDirectory(Optional.empty())).isEmpty();
    }
}
