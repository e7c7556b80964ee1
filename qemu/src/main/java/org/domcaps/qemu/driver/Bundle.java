package org.domcaps.qemu.driver;

import org.domcaps.error.DomcapsException;
import org.domcaps.host.HostFacts;
import org.domcaps.host.system.FileFault;
import org.domcaps.json.JsonReader;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonWriter;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.probe.QemuProbe;
import org.domcaps.qemu.qmp.Recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everything that documents of a machine are computed from, as a folder that can be sent around.
///
/// `bundle.json` lists the emulators: path on the machine, and file of the recording. Recordings
/// are named and laid out like libvirt's own (`caps_VERSION_ARCH.replies`), so that libvirt's tests
/// read them too; one that was packed by gzip afterwards, with `.gz` added to its name, is read all
/// the same. `host-facts.json` holds the facts of the host.
///
/// @param emulators at least one, the order of `bundle.json`
/// @param host the facts of the host
public record Bundle(List<RecordedEmulator> emulators, HostFacts host) {

    /// The file that makes a folder a bundle.
    public static final String MANIFEST = "bundle.json";

    private static final String HOST_FACTS = "host-facts.json";
    private static final long FORM = 1;

    /// Checks and copies.
    public Bundle {
        emulators = List.copyOf(emulators);
        if (emulators.isEmpty()) {
            throw new IllegalArgumentException("a bundle needs an emulator");
        }
    }

    /// A driver that answers from the bundle.
    public QemuDriver driver() {
        return new QemuDriver(ReplayedEmulators.of(emulators), HostSource.given(host));
    }

    /// Reads a bundle.
    ///
    /// @throws BundleException if a file is missing or is not of its form; the message names it
    public static Bundle read(Path folder) {
        Path manifest = folder.resolve(MANIFEST);
        JsonObject content = readJson(manifest);
        if (content.findLong("form").orElse(-1) != FORM) {
            throw new BundleException(manifest + " is not a facts bundle of form " + FORM);
        }
        List<RecordedEmulator> emulators = new ArrayList<>();
        for (JsonValue item : content.findArray("emulators").orElse(List.of())) {
            emulators.add(readEmulator(folder, manifest, item));
        }
        if (emulators.isEmpty()) {
            throw new BundleException(manifest + " lists no emulator");
        }
        return new Bundle(emulators, readHostFacts(folder.resolve(HOST_FACTS)));
    }

    private static RecordedEmulator readEmulator(Path folder, Path manifest, JsonValue item) {
        if (!(item instanceof JsonObject entry)
                || entry.findString("path").isEmpty()
                || entry.findString("replies").isEmpty()) {
            throw new BundleException(manifest + " has an emulator without 'path' or 'replies'");
        }
        String name = entry.findString("replies").get();
        if (name.indexOf('/') >= 0) {
            throw new BundleException(manifest + " names a recording outside the bundle: " + name);
        }
        return new RecordedEmulator(
                entry.findString("path").get(), readRecording(folder.resolve(name)));
    }

    /// Where a `.replies` file lies: under its name, or packed by gzip beside it; empty if there is
    /// neither.
    public static Optional<Path> findRecording(Path file) {
        return RecordingFile.find(file);
    }

    /// Reads a `.replies` file, packed by gzip or not.
    ///
    /// @param file the file; where it is missing, the same name with `.gz` will do
    /// @throws BundleException if it cannot be read or is not of that form
    public static Recording readRecording(Path file) {
        try {
            return Recording.parse(RecordingFile.read(file));
        } catch (BundleException e) {
            throw e;
        } catch (DomcapsException e) {
            throw new BundleException(file + ": " + e.getMessage(), e);
        }
    }

    /// Reads a file of host facts.
    ///
    /// @throws BundleException if it cannot be read or is not of that form
    public static HostFacts readHostFacts(Path file) {
        try {
            return HostFacts.fromJson(readJson(file));
        } catch (BundleException e) {
            throw e;
        } catch (DomcapsException e) {
            throw new BundleException(file + ": " + e.getMessage(), e);
        }
    }

    private static JsonObject readJson(Path file) {
        byte[] bytes = readBytes(file);
        try {
            return JsonReader.readObject(bytes);
        } catch (DomcapsException e) {
            throw new BundleException(file + ": " + e.getMessage(), e);
        }
    }

    private static byte[] readBytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BundleException("cannot read " + file + ": " + FileFault.reason(e), e);
        }
    }

    /// Removes the bundle that a folder holds, if it holds one, so that none of its files is taken
    /// for part of another; other files stay.
    ///
    /// @throws BundleException if its list of emulators cannot be read, or a file not be removed
    public static void remove(Path folder) {
        if (!Files.exists(folder.resolve(MANIFEST))) {
            return;
        }
        try {
            for (String name : files(folder)) {
                Files.deleteIfExists(folder.resolve(name));
                Files.deleteIfExists(folder.resolve(RecordingFile.packedName(name)));
            }
        } catch (IOException e) {
            throw new BundleException(
                    "cannot remove the older bundle in " + folder + ": " + FileFault.reason(e), e);
        }
    }

    /// The names of the files that make up the bundle in a folder, recordings unpacked.
    static List<String> files(Path folder) {
        List<String> names = new ArrayList<>(List.of(MANIFEST, HOST_FACTS));
        for (JsonValue item :
                readJson(folder.resolve(MANIFEST)).findArray("emulators").orElse(List.of())) {
            if (item instanceof JsonObject entry) {
                entry.findString("replies")
                        .filter(name -> name.indexOf('/') < 0)
                        .ifPresent(names::add);
            }
        }
        return names;
    }

    /// Writes the bundle; gives the names of the files in the order they were written.
    ///
    /// @throws BundleException if a file cannot be written
    public List<String> write(Path folder) {
        List<String> names = new ArrayList<>();
        List<JsonValue> entries = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (RecordedEmulator emulator : emulators) {
            String name = freeName(emulator, taken);
            writeBytes(folder.resolve(name), emulator.recording().format());
            names.add(name);
            entries.add(
                    JsonValue.object().put("path", emulator.path()).put("replies", name).build());
        }
        writeText(folder.resolve(HOST_FACTS), host.toJson());
        names.add(HOST_FACTS);
        // Last, so that a folder with a manifest is whole.
        writeText(
                folder.resolve(MANIFEST),
                JsonValue.object()
                        .put("form", FORM)
                        .put("emulators", new JsonArray(entries))
                        .build());
        names.add(MANIFEST);
        return names;
    }

    private static String freeName(RecordedEmulator emulator, Set<String> taken) {
        QemuFacts facts = QemuProbe.replay(emulator.recording());
        String base = "caps_" + facts.version() + "_" + facts.arch().xmlName();
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base + "+" + i;
        }
        return name + ".replies";
    }

    private static void writeText(Path file, JsonValue value) {
        writeBytes(file, (JsonWriter.pretty(value) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void writeBytes(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new BundleException("cannot write " + file + ": " + FileFault.reason(e), e);
        }
    }
}
