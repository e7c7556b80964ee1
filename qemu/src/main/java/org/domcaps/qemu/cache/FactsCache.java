package org.domcaps.qemu.cache;

import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.rules.Catalogue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The facts of QEMU binaries that earlier runs gathered. Safe for many threads and many processes.
public final class FactsCache {

    // In characters; file systems allow 255 bytes, of which the number and a temporary file's
    // suffix take their part.
    private static final int LONGEST_NAME = 40;

    private final Path folder;
    private final Consumer<String> warnings;
    private final Map<String, CacheFile> files = new ConcurrentHashMap<>();

    /// A cache in a folder, which is made when the first facts are kept.
    ///
    /// @param warnings takes one line for each file that is of no use or cannot be written
    public FactsCache(Path folder, Consumer<String> warnings) {
        this.folder = folder;
        this.warnings = warnings;
    }

    /// The facts of a binary, if they were kept under the same key.
    public Optional<QemuFacts> find(String emulator, String key) {
        return file(emulator).find(versioned(key), FactsFormat::read);
    }

    /// Keeps the facts of a binary, in the place of older ones.
    public void keep(String emulator, String key, QemuFacts facts) {
        file(emulator).write(versioned(key), FactsFormat.write(facts));
    }

    private static String versioned(String key) {
        return "form=" + FactsFormat.VERSION + "\nrules=" + Catalogue.VERSION + "\n" + key;
    }

    private CacheFile file(String emulator) {
        CacheFile known = files.get(emulator);
        if (known != null) {
            return known;
        }
        CacheFile fresh = new CacheFile(folder.resolve(name(emulator)), warnings);
        CacheFile faster = files.putIfAbsent(emulator, fresh);
        return faster == null ? fresh : faster;
    }

    /// The file for a path: its last component for people, and a number of the whole path. Two
    /// paths with the same number only take turns, since the path is in the key.
    private static String name(String emulator) {
        long number = 0xcbf29ce484222325L;
        for (int i = 0; i < emulator.length(); i++) {
            number = (number ^ emulator.charAt(i)) * 0x100000001b3L;
        }
        String name = emulator.substring(emulator.lastIndexOf('/') + 1);
        String shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
        return shown + "-" + Long.toHexString(number) + ".facts";
    }
}
