package org.domcaps.qemu.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.driver.DriverException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/// Programs that stand in for macOS' `sysctl`.
@Tag("live")
class HypervisorFrameworkTest {

    @TempDir Path folder;

    private Path sysctl(String script) throws IOException {
        Path program = folder.resolve("sysctl");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return program;
    }

    private boolean supported(String script) throws IOException {
        return HypervisorFramework.isSupported(sysctl(script), Duration.ofSeconds(1));
    }

    @Test
    void anyNumberButZeroMeansYes() throws IOException {
        String asked = "[ \"$*\" = '-n kern.hv_support' ] || exit 9\n";
        assertThat(supported(asked + "echo 1")).isTrue();
        assertThat(supported(asked + "echo 2")).isTrue();
        assertThat(supported(asked + "echo 0")).isFalse();
    }

    @Test
    void aKernelThatDoesNotKnowTheSettingCannot() throws IOException {
        assertThat(supported("echo 'unknown oid' >&2; exit 1")).isFalse();
    }

    @Test
    void whatCannotBeFoundOutIsNoNo() throws IOException {
        assertThatThrownBy(() -> supported("exec sleep 60"))
                .isInstanceOf(DriverException.class)
                .hasMessageEndingWith("sysctl gave no answer within 1000 ms");
        assertThatThrownBy(() -> supported("kill -9 $$"))
                .hasMessageEndingWith("sysctl was killed by signal 9");
        assertThatThrownBy(() ->
                        HypervisorFramework.isSupported(
                                folder.resolve("nosuch"), Duration.ofSeconds(1)))
                .hasMessageContaining("could not be started");
    }
}
