package org.domcaps.host.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/// What the system says of files, beside what Java says of them.
class FileStatusTest {

    @TempDir Path folder;

    @Test
    void aFileIsToldAsJavaTellsIt() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "content");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-x--x"));
        Instant time = Instant.ofEpochSecond(1_700_000_000, 123_456_000);
        Files.setLastModifiedTime(file, FileTime.from(time));

        FileStatus status = FileStatus.of(file.toString());

        assertThat(status.kind()).isEqualTo(FileStatus.Kind.FILE);
        assertThat(status.permissions()).isEqualTo(0651);
        assertThat(status.owner()).isEqualTo(Files.getAttribute(file, "unix:uid"));
        assertThat(status.group()).isEqualTo(Files.getAttribute(file, "unix:gid"));
        assertThat(status.size()).isEqualTo(7);
        assertThat(status.modified()).isEqualTo(time);
        assertThat(status.changed()).isAfter(time);
    }

    @Test
    void aSparseFileTakesLessThanItHolds() throws IOException {
        Path file = folder.resolve("sparse");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 30);
        }
        FileStatus status = FileStatus.of(file.toString());

        assertThat(status.size()).isEqualTo(1L << 30);
        assertThat(status.allocated()).isLessThan(1L << 20);
    }

    @Test
    void kindsAreTold() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder);

        assertThat(FileStatus.of(link.toString()).kind()).isEqualTo(FileStatus.Kind.DIRECTORY);
        assertThat(FileStatus.of("/dev/null").kind()).isEqualTo(FileStatus.Kind.OTHER);
    }

    @Test
    void whatIsNotThereIsRefusedInTheSystemsWords() {
        assertThatThrownBy(() -> FileStatus.of(folder + "/none"))
                .isInstanceOfSatisfying(
                        FileSystemException.class,
                        e -> assertThat(e.getReason()).isEqualTo("No such file or directory"));
        assertThatThrownBy(() -> FileStatus.of("/etc/passwd/x"))
                .isInstanceOfSatisfying(
                        FileSystemException.class,
                        e -> assertThat(e.getReason()).isEqualTo("Not a directory"));
        assertThatThrownBy(() -> FileStatus.of("a\0b")).isInstanceOf(FileSystemException.class);
    }
}
