package org.domcaps.host.firmware;

import org.domcaps.error.ErrorCode;
import org.domcaps.host.system.FileFault;
import org.domcaps.host.system.HostEnvironment;
import org.domcaps.host.system.HostRoot;
import org.domcaps.json.JsonException;
import org.domcaps.json.JsonReader;
import org.domcaps.json.JsonValue.JsonObject;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Gathers the firmware of a machine from its descriptor directories.
///
/// Reading order, the later one wins: `/usr/share/qemu/firmware`, `/etc/qemu/firmware`, and
/// `qemu/firmware` in the user's configuration folder unless the asking process is privileged.
public final class FirmwareDirectories {

    /// The largest descriptor, in bytes.
    public static final int SIZE_LIMIT = 1 << 20;

    private static final String SYSTEM = "/usr/share/qemu/firmware";
    private static final String ADMINISTRATOR = "/etc/qemu/firmware";
    private static final String USER = "/qemu/firmware";

    private final HostRoot root;
    private final List<String> directories;
    private final DescriptorReader reader;

    /// Looks at directories of a machine, the least specific first.
    ///
    /// @param reader who makes values of the files' texts
    public FirmwareDirectories(HostRoot root, List<String> directories, DescriptorReader reader) {
        this.root = Objects.requireNonNull(root, "root");
        this.directories = List.copyOf(directories);
        this.reader = Objects.requireNonNull(reader, "reader");
    }

    /// The directories that count for a process.
    ///
    /// @param configDirectory the configuration folder of the user, if there is one
    public static List<String> of(HostEnvironment environment, Optional<String> configDirectory) {
        if (environment.privileged() || configDirectory.isEmpty()) {
            return List.of(SYSTEM, ADMINISTRATOR);
        }
        return List.of(SYSTEM, ADMINISTRATOR, configDirectory.get() + USER);
    }

    /// Reads everything.
    ///
    /// @param builtIn the fallback list without a setting, see [FallbackLoaders#BUILT_IN]
    /// @param nvram the setting `nvram` of `qemu.conf`, if it is set
    public FirmwareFacts gather(List<LoaderPair> builtIn, Optional<List<String>> nvram) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Map<String, List<Entry>> hidden = new TreeMap<>();
        for (String directory : directories) {
            Optional<FirmwareFault> fault = scan(directory, entries, hidden);
            if (fault.isPresent()) {
                return FirmwareFacts.failed(fault.get());
            }
        }
        FallbackLoaders.Choice choice = FallbackLoaders.choose(builtIn, nvram, !entries.isEmpty());
        if (choice instanceof FallbackLoaders.Choice.Refused(FirmwareFault fault)) {
            return FirmwareFacts.failed(fault);
        }
        List<LoaderPair> fallback = ((FallbackLoaders.Choice.Loaders) choice).pairs();
        List<DescriptorFile> files = read(entries);
        return new FirmwareFacts(
                files,
                fallback,
                existing(files, fallback),
                masked(entries, hidden),
                Optional.empty());
    }

    /// A file found by the scan. The path on this system is kept as it came: a name need not be
    /// expressible as text.
    private record Entry(String name, String path, Path file, long size) {
        DescriptorFile with(DescriptorFile.Content content) {
            return new DescriptorFile(name, path, content);
        }
    }

    private Optional<FirmwareFault> scan(
            String directory, Map<String, Entry> entries, Map<String, List<Entry>> hidden) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(root.resolve(directory))) {
            stream.forEach(found::add);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (DirectoryIteratorException e) {
            return fault("Unable to read directory '" + directory + "': ", e.getCause());
        } catch (IOException e) {
            return fault("cannot open directory '" + directory + "': ", e);
        }
        // The system lists in any order; with several bad entries at least the message is always
        // the same.
        found.sort(null);
        for (Path file : found) {
            String name = file.getFileName().toString();
            if (name.startsWith(".")) {
                continue;
            }
            String path = directory + "/" + name;
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(file, BasicFileAttributes.class);
                if (attributes.isRegularFile()) {
                    Entry less = entries.put(name, new Entry(name, path, file, attributes.size()));
                    if (less != null && less.size > 0) {
                        hidden.computeIfAbsent(name, _ -> new ArrayList<>()).add(less);
                    }
                }
            } catch (IOException e) {
                return fault("Unable to access " + path + ": ", e);
            }
        }
        return Optional.empty();
    }

    private static Optional<FirmwareFault> fault(String what, IOException reason) {
        return Optional.of(new FirmwareFault(ErrorCode.SYSTEM, what + FileFault.reason(reason)));
    }

    private List<DescriptorFile> read(Map<String, Entry> entries) {
        List<FileBytes> found = new ArrayList<>();
        List<byte[]> texts = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (entry.size > 0) {
                FileBytes bytes = bytes(entry);
                found.add(bytes);
                if (bytes instanceof FileBytes.Text text) {
                    texts.add(text.text());
                }
            }
        }
        Iterator<DescriptorFile.Content> contents = reader.read(texts).iterator();
        List<DescriptorFile> files = new ArrayList<>();
        for (FileBytes bytes : found) {
            files.add(bytes.file(contents));
        }
        return files;
    }

    private static List<MaskedDescriptor> masked(
            Map<String, Entry> entries, Map<String, List<Entry>> hidden) {
        List<MaskedDescriptor> masked = new ArrayList<>();
        hidden.forEach((name, files) -> {
            for (Entry file : files) {
                masked.add(new MaskedDescriptor(name, file.path, entries.get(name).path));
            }
        });
        return masked;
    }

    /// A file, read as far as it could be.
    private sealed interface FileBytes {

        /// What becomes of it.
        ///
        /// @param contents what was made of the texts that come next
        DescriptorFile file(Iterator<DescriptorFile.Content> contents);

        /// The whole text.
        record Text(Entry entry, byte[] text) implements FileBytes {
            @Override
            public DescriptorFile file(Iterator<DescriptorFile.Content> contents) {
                return entry.with(contents.next());
            }
        }

        /// No text to make a value of.
        record Unusable(Entry entry, String reason) implements FileBytes {
            @Override
            public DescriptorFile file(Iterator<DescriptorFile.Content> contents) {
                return entry.with(new DescriptorFile.Content.Unusable(reason));
            }
        }
    }

    private static FileBytes bytes(Entry entry) {
        try (InputStream in = Files.newInputStream(entry.file)) {
            byte[] bytes = in.readNBytes(SIZE_LIMIT + 1);
            return bytes.length > SIZE_LIMIT
                    ? new FileBytes.Unusable(entry, "larger than " + SIZE_LIMIT + " bytes")
                    : new FileBytes.Text(entry, bytes);
        } catch (IOException e) {
            return new FileBytes.Unusable(entry, "cannot be read: " + FileFault.reason(e));
        }
    }

    /// Reads the text of a descriptor file.
    static DescriptorFile.Content parse(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                // Keeps text in UTF-16 or UTF-32 out, which the parser would otherwise recognise.
                return new DescriptorFile.Content.Unusable("not JSON: the file holds a zero byte");
            }
        }
        try {
            return new DescriptorFile.Content.Json(JsonReader.readStrict(bytes), false);
        } catch (JsonException _) {
            try {
                // Only a repeated key makes this difference.
                return new DescriptorFile.Content.Json(JsonReader.read(bytes), true);
            } catch (JsonException e) {
                return new DescriptorFile.Content.Unusable("not JSON: " + e.getMessage());
            }
        }
    }

    private Images existing(List<DescriptorFile> files, List<LoaderPair> fallback) {
        Set<String> named = new LinkedHashSet<>();
        for (DescriptorFile file : files) {
            if (file.content() instanceof DescriptorFile.Content.Json(JsonObject json, _)) {
                addImages(json, named);
            }
        }
        for (LoaderPair pair : fallback) {
            named.add(pair.image());
        }
        named.removeIf(path -> !root.exists(path));
        return new Images.Existing(named);
    }

    /// Every image that some release could name, without asking whether the descriptor is valid.
    private static void addImages(JsonObject descriptor, Set<String> named) {
        Optional<JsonObject> mapping = descriptor.findObject("mapping");
        mapping.flatMap(m -> m.findString("filename")).ifPresent(named::add);
        mapping.flatMap(m -> m.findObject("executable"))
                .flatMap(executable -> executable.findString("filename"))
                .ifPresent(named::add);
    }
}
