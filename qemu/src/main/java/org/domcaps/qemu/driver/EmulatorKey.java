package org.domcaps.qemu.driver;

import org.domcaps.host.HostState;
import org.domcaps.qemu.probe.QemuProbe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Everything that can change what a probe of a binary finds, as a text.
///
/// The binary: its path as given, and device, inode, size and both times of the file behind it.
/// QEMU's loadable modules: the times of the folders they are in. The call: the list of
/// accelerators and the environment that reaches QEMU. The host: kernel, processor, microcode,
/// nesting, secure guests, `/dev/kvm`, and who asks.
final class EmulatorKey {

    private static final List<String> MODULE_FOLDERS =
            List.of(
                    "/usr/lib/x86_64-linux-gnu/qemu",
                    "/usr/lib/aarch64-linux-gnu/qemu",
                    "/usr/lib/s390x-linux-gnu/qemu",
                    "/usr/lib/powerpc64le-linux-gnu/qemu",
                    "/usr/lib/riscv64-linux-gnu/qemu",
                    "/usr/lib64/qemu",
                    "/usr/lib/qemu");

    private static final List<String> TIMES = List.of("ctime", "lastModifiedTime");
    private static final List<String> FILE_ATTRIBUTES =
            List.of("dev", "ino", "size", "ctime", "lastModifiedTime");

    private EmulatorKey() {}

    /// The key.
    ///
    /// @param environment the variables of this process
    static String of(
            String emulator,
            String accelerators,
            HostState state,
            Map<String, String> environment) {
        StringBuilder key = new StringBuilder(1024);
        key.append("emulator=").append(emulator).append('\n');
        key.append("file=");
        appendFile(key, Path.of(emulator), FILE_ATTRIBUTES);
        for (String folder : MODULE_FOLDERS) {
            Path path = Path.of(folder);
            if (Files.isDirectory(path)) {
                key.append("modules=").append(folder).append(' ');
                appendFile(key, path, TIMES);
            }
        }
        key.append("accelerators=").append(accelerators).append('\n');
        for (String name : QemuProbe.PASSED_ON) {
            String value = environment.get(name);
            if (value != null) {
                key.append(name).append('=').append(value).append('\n');
            }
        }
        return key.append(state.text()).toString();
    }

    private static void appendFile(StringBuilder key, Path file, List<String> attributes) {
        try {
            Map<String, Object> values =
                    Files.readAttributes(file, "unix:" + String.join(",", attributes));
            for (String name : attributes) {
                Object value = values.get(name);
                key.append(value instanceof FileTime time ? time.to(TimeUnit.NANOSECONDS) : value)
                        .append(' ');
            }
        } catch (IOException e) {
            // The same failure again means the same state; the probe will say what it means.
            key.append(e.getClass().getSimpleName());
        }
        key.append('\n');
    }
}
