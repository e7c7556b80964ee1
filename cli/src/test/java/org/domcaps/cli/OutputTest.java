package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class OutputTest {

    private static final byte[] BYTES = {'n', 'e', 'w'};

    @TempDir private Path folder;

    @Test
    void anOlderFileIsReplacedAndKeepsItsPermissions() throws IOException {
        Path file = Files.writeString(folder.resolve("x"), "something longer");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        new Output.File(file).write(BYTES);
        assertThat(file).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertThat(folder.toFile().listFiles()).containsExactly(file.toFile());
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(folder.resolve("x"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("x"));
        new Output.File(link).write(BYTES);
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void aDeviceIsWrittenInPlace() {
        new Output.File(Path.of("/dev/null")).write(BYTES);
        assertThat(Path.of("/dev/null")).exists();
    }

    @Test
    void aFullDeviceIsReported() {
        assertThatThrownBy(() -> new Output.File(Path.of("/dev/full")).write(BYTES))
                .hasMessage("cannot write /dev/full: No space left on device");
    }

    @Test
    void aMissingFolderIsReportedAndNothingIsLeft() {
        Path file = folder.resolve("none/x");
        assertThatThrownBy(() -> new Output.File(file).write(BYTES))
                .hasMessage("cannot write " + file + ": No such file or directory");
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> new Output.File(folder).write(BYTES))
                .hasMessage("cannot write " + folder + ": Is a directory");
    }
}
