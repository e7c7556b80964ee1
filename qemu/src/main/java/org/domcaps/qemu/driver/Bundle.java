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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Everything that documents of a machine are computed from, as a folder that can be sent around.
///
/// `bundle.json` lists the emulators: path on the machine, and file of the recording. Recordings
/// are named and laid out like libvirt's own (`caps_VERSION_ARCH.replies`), so that libvirt's tests
/// read them too; one that was packed by gzip afterwards, with `.gz` added to its name, is read all
/// the same. `host-facts.json` holds the facts of the host. Other hypervisors of the machine have a
/// file each, `NAME-facts.json`, which `bundle.json` lists as well; what is in it is their driver's
/// business.
///
/// @param emulators QEMU binaries in the order of `bundle.json`
/// @param host the facts of the host
/// @param hypervisors the facts of other hypervisors, by name in the order of `bundle.json`; with
///   no emulator at least one
public record Bundle(
        List<RecordedEmulator> emulators,
        HostFacts host,
        SequencedMap<String, JsonObject> hypervisors) {

    /// The file that makes a folder a bundle.
    public static final String MANIFEST = "bundle.json";

    private static final String HOST_FACTS = "host-facts.json";
    private static final String FACTS_SUFFIX = "-facts.json";
    private static final long FORM = 1;

    /// Facts of a host are a few thousand bytes.
    private static final int MOST_BYTES = 4 << 20;

    /// Checks and copies.
    public Bundle {
        emulators = List.copyOf(emulators);
        hypervisors = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(hypervisors));
        if (emulators.isEmpty() && hypervisors.isEmpty()) {
            throw new IllegalArgumentException("a bundle needs an emulator or another hypervisor");
        }
    }

    /// A bundle of QEMU binaries alone.
    public Bundle(List<RecordedEmulator> emulators, HostFacts host) {
        this(emulators, host, new LinkedHashMap<>());
    }

    /// The same with other facts of the host.
    public Bundle withHost(HostFacts other) {
        return new Bundle(emulators, other, hypervisors);
    }

    /// A driver that answers for the QEMU binaries of the bundle.
    public QemuDriver driver() {
        return new QemuDriver(ReplayedEmulators.of(emulators), HostSource.given(host));
    }

    /// Reads a bundle.
    ///
    /// @throws BundleException if a file is missing or is not of its form; the message names it
    public static Bundle read(Path folder) {
        Path manifest = folder.resolve(MANIFEST);
        if (Files.isDirectory(folder) && Files.notExists(manifest)) {
            throw new BundleException(folder + " is no facts bundle, it holds no " + MANIFEST);
        }
        JsonObject content = readJson(manifest);
        if (content.findLong("form").orElse(-1) != FORM) {
            throw new BundleException(manifest + " is not a facts bundle of form " + FORM);
        }
        List<RecordedEmulator> emulators = new ArrayList<>();
        for (JsonValue item : content.findArray("emulators").orElse(List.of())) {
            emulators.add(readEmulator(folder, manifest, item));
        }
        SequencedMap<String, JsonObject> hypervisors = new LinkedHashMap<>();
        for (JsonValue item : content.findArray("hypervisors").orElse(List.of())) {
            readHypervisor(folder, manifest, item, hypervisors);
        }
        if (emulators.isEmpty() && hypervisors.isEmpty()) {
            throw new BundleException(manifest + " lists no emulator");
        }
        return new Bundle(emulators, readHostFacts(folder.resolve(HOST_FACTS)), hypervisors);
    }

    private static void readHypervisor(
            Path folder, Path manifest, JsonValue item, Map<String, JsonObject> into) {
        if (!(item instanceof JsonObject entry)
                || entry.findString("name").isEmpty()
                || entry.findString("facts").isEmpty()) {
            throw new BundleException(manifest + " has a hypervisor without 'name' or 'facts'");
        }
        String file = entry.findString("facts").get();
        requireInside(manifest, file);
        if (into.put(entry.findString("name").get(), readJson(folder.resolve(file))) != null) {
            throw new BundleException(
                    manifest + " lists a hypervisor twice: " + entry.findString("name").get());
        }
    }

    private static void requireInside(Path manifest, String name) {
        if (name.indexOf('/') >= 0) {
            throw new BundleException(manifest + " names a file outside the bundle: " + name);
        }
    }

    private static RecordedEmulator readEmulator(Path folder, Path manifest, JsonValue item) {
        if (!(item instanceof JsonObject entry)
                || entry.findString("path").isEmpty()
                || entry.findString("replies").isEmpty()) {
            throw new BundleException(manifest + " has an emulator without 'path' or 'replies'");
        }
        String name = entry.findString("replies").get();
        requireInside(manifest, name);
        return new RecordedEmulator(
                entry.findString("path").get(),
                readRecording(folder.resolve(name)),
                entry.findBoolean("hvf").orElse(false));
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
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new BundleException(
                        file + " is longer than the limit of " + MOST_BYTES + " bytes");
            }
            return bytes;
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
        JsonObject manifest = readJson(folder.resolve(MANIFEST));
        addFiles(manifest, "emulators", "replies", names);
        addFiles(manifest, "hypervisors", "facts", names);
        return names;
    }

    private static void addFiles(
            JsonObject manifest, String list, String member, List<String> names) {
        for (JsonValue item : manifest.findArray(list).orElse(List.of())) {
            if (item instanceof JsonObject entry) {
                entry.findString(member)
                        .filter(name -> name.indexOf('/') < 0)
                        .ifPresent(names::add);
            }
        }
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
            JsonValue.ObjectBuilder entry =
                    JsonValue.object().put("path", emulator.path()).put("replies", name);
            if (emulator.hvf()) {
                entry.put("hvf", true);
            }
            entries.add(entry.build());
        }
        List<JsonValue> others = new ArrayList<>();
        hypervisors.forEach((hypervisor, facts) -> {
            String name = hypervisor + FACTS_SUFFIX;
            writeText(folder.resolve(name), facts);
            names.add(name);
            others.add(JsonValue.object().put("name", hypervisor).put("facts", name).build());
        });
        writeText(folder.resolve(HOST_FACTS), host.toJson());
        names.add(HOST_FACTS);
        // Last, so that a folder with a manifest is whole.
        JsonValue.ObjectBuilder manifest =
                JsonValue.object().put("form", FORM).put("emulators", new JsonArray(entries));
        if (!others.isEmpty()) {
            manifest.put("hypervisors", new JsonArray(others));
        }
        writeText(folder.resolve(MANIFEST), manifest.build());
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
