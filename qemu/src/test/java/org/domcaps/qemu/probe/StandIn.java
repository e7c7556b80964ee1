package org.domcaps.qemu.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonWriter;
import org.domcaps.qemu.qmp.QmpReply;
import org.domcaps.qemu.qmp.Recording;
import org.domcaps.qemu.qmp.Recording.Exchange;
import org.domcaps.qemu.qmp.RecordingChannel;
import org.domcaps.qemu.qmp.ReplayChannel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// Programs that stand in for QEMU: shell scripts. Each writes a line into a journal when it is
/// started.
public final class StandIn {

    private final Path program;
    private final Path journal;

    private StandIn(Path program, Path journal) {
        this.program = program;
        this.journal = journal;
    }

    /// A program of that name which does what the script says.
    public static StandIn script(Path folder, String name, String script) {
        Path program = folder.resolve(name);
        Path journal = folder.resolve(name + ".journal");
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    program,
                    "#!/bin/sh\necho \"$$ $*\" >>'" + journal + "'\n" + script + "\n",
                    UTF_8);
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StandIn(program, journal);
    }

    /// A program that answers as a recording does. It does not look at the questions: a probe's
    /// questions always come in the same order.
    public static StandIn answering(Path folder, String name, Recording recording) {
        Path first = folder.resolve(name + ".first");
        Path second = folder.resolve(name + ".second");
        List<Exchange> section = recording.sections().getFirst();
        RecordingChannel channel = new RecordingChannel(new ReplayChannel(section));
        FirstRun.of(channel);
        write(first, channel.exchanges());
        if (recording.sections().size() > 1) {
            // A live second run asks once more what the first section of a recording has.
            List<Exchange> both = new ArrayList<>(recording.sections().get(1));
            both.addAll(section);
            RecordingChannel other = new RecordingChannel(new ReplayChannel(both));
            SecondRun.live(other);
            write(second, other.exchanges());
        } else {
            write(second, channel.exchanges());
        }
        return script(
                folder,
                name,
                "case \"$*\" in\n*accel=tcg*) cat '"
                        + second
                        + "' ;;\n*) cat '"
                        + first
                        + "' ;;\nesac\nexec cat >/dev/null");
    }

    private static void write(Path file, List<Exchange> exchanges) {
        StringBuilder lines =
                new StringBuilder("{\"QMP\": {\"version\": {}, \"capabilities\": []}}\r\n");
        for (int i = 0; i < exchanges.size(); i++) {
            JsonValue.ObjectBuilder message = JsonValue.object();
            switch (exchanges.get(i).reply()) {
                case QmpReply.Returned(JsonValue value) -> message.put("return", value);
                case QmpReply.Failed(String errorClass, String description) ->
                        message.put(
                                "error",
                                JsonValue.object()
                                        .put("class", errorClass)
                                        .put("desc", description)
                                        .build());
            }
            lines.append(JsonWriter.compact(message.put("id", "libvirt-" + (i + 1)).build()));
            lines.append("\r\n");
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, lines, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The program.
    public Path program() {
        return program;
    }

    /// Process numbers and arguments of every start so far, one a line.
    public List<String> starts() {
        try {
            return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How often the program was started for the run that comes first.
    public long probes() {
        return starts().stream().filter(start -> !start.contains("accel=tcg")).count();
    }
}
