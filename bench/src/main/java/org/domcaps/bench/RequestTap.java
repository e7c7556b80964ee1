package org.domcaps.bench;

import org.domcaps.qemu.probe.QemuProbe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Listens to what the probe asks, so that somebody else can ask the very same: the probe is given
/// a script for a QEMU, which writes down how it was started and what it reads, and is QEMU
/// otherwise.
final class RequestTap {

    private static final String REQUESTS = ".requests";
    private static final String SCRIPT =
            """
            #!/bin/sh
            # Standard input goes through tee; this process becomes QEMU, so that whoever kills it kills QEMU.
            folder='FOLDER'
            printf '%s\\n' "$@" >"$folder/$$.arguments"
            mkfifo "$folder/$$.fifo"
            exec 3<&0
            tee "$folder/$$.requests" <&3 >"$folder/$$.fifo" &
            exec 'QEMU' "$@" <"$folder/$$.fifo" 3<&-
            """;

    private RequestTap() {}

    /// The conversations of a probe of that binary; one or two, the longer one first.
    static List<Conversation> listen(QemuProbe probe, Path emulator) {
        try (PrivateFolder folder = PrivateFolder.create()) {
            Path tap = Files.createDirectory(folder.resolve("tap"));
            Path script = tap.resolve("qemu");
            Files.writeString(
                    script,
                    SCRIPT.replace("FOLDER", tap.toString()).replace("QEMU", emulator.toString()));
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
            probe.probe(script);
            return read(tap);
        } catch (IOException e) {
            throw new BenchException("cannot listen to the probe: " + e.getMessage(), e);
        }
    }

    private static List<Conversation> read(Path tap) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> entries = Files.list(tap)) {
            entries.filter(file -> file.toString().endsWith(REQUESTS)).sorted().forEach(files::add);
        }
        List<Conversation> conversations = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            String arguments = name.replace(REQUESTS, ".arguments");
            conversations.add(
                    new Conversation(
                            Files.readAllLines(tap.resolve(arguments)), Files.readAllBytes(file)));
        }
        // The accelerated run asks more.
        conversations.sort(Comparator.comparingInt(Conversation::count).reversed());
        return conversations;
    }
}
