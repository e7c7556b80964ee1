package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The command beside `virsh`, both asking the daemon of the machine as users do, without a word
/// about sockets: `qemu:///system`.
///
/// For that a real libvirtd with its own folders is started where nobody else sees them: in a mount
/// namespace in which `/run/libvirt` and the other folders of libvirt are empty. Only root can do
/// that.
@Tag("live")
class SystemDaemonTest {

    private static final String SCRIPT =
            """
            set -e
            out=$1
            shift
            for folder in /run/libvirt /etc/libvirt /var/lib/libvirt /var/cache/libvirt \\
                    /var/log/libvirt; do
                mkdir -p "$folder"
                mount -t tmpfs private "$folder"
            done
            echo 'auth_unix_rw = "none"' >/etc/libvirt/libvirtd.conf
            printf 'user = "root"\\ngroup = "root"\\n' >/etc/libvirt/qemu.conf
            libvirtd --timeout 120 >"$out/log" 2>&1 &
            daemon=$!
            trap 'kill $daemon; wait $daemon || true' EXIT
            for i in $(seq 200); do
                [ -S /run/libvirt/libvirt-sock ] && break
                sleep 0.1
            done
            virsh -q -c qemu:///system domcapabilities >"$out/virsh.xml"
            "$@" get --connect qemu:///system >"$out/plain.xml"
            LIBVIRT_DEFAULT_URI=qemu:///system "$@" get --connect default >"$out/default.xml"
            "$@" get --connect default >"$out/probed.xml"
            "$@" list --connect qemu:///system --names machines --arch x86_64 >"$out/machines"
            """;

    @TempDir Path folder;

    private static boolean canMount() throws IOException, InterruptedException {
        return new ProcessBuilder("unshare", "--mount", "--", "mount", "-t", "tmpfs", "x", "/mnt")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @Test
    @Timeout(300)
    void theDocumentIsVirshsToTheByte() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/libvirtd")), "libvirtd is not installed");
        assumeTrue(canMount(), "only root can give a daemon folders of its own");
        Path script = Files.writeString(folder.resolve("script"), SCRIPT);
        List<String> command =
                List.of(
                        "unshare",
                        "--mount",
                        "--",
                        "sh",
                        script.toString(),
                        folder.toString(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.domcaps.cli.Main");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("err").toFile())
                        .start();
        assertThat(process.waitFor(280, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(folder.resolve("err"))).isZero();

        String theirs = Files.readString(folder.resolve("virsh.xml"), UTF_8);
        String document = theirs.substring(0, theirs.length() - 1);
        assertThat(Files.readString(folder.resolve("plain.xml"), UTF_8)).isEqualTo(document);
        assertThat(Files.readString(folder.resolve("default.xml"), UTF_8)).isEqualTo(document);
        assertThat(Files.readString(folder.resolve("probed.xml"), UTF_8)).isEqualTo(document);
        assertThat(Files.readAllLines(folder.resolve("machines"))).contains("q35", "pc");
    }
}
