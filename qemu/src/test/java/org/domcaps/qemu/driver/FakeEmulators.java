package org.domcaps.qemu.driver;

import org.domcaps.document.Arch;
import org.domcaps.qemu.FakeFacts;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.probe.ProbeException;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Binaries that exist nowhere. The first one added is the default for every architecture that it
/// was added for.
final class FakeEmulators implements EmulatorSource {

    private final Map<String, QemuFacts> facts = new LinkedHashMap<>();
    private final Map<String, String> broken = new LinkedHashMap<>();
    private final Map<Arch, String> defaults = new LinkedHashMap<>();

    /// A source of one binary, the default for these guests.
    static FakeEmulators of(String path, FakeFacts fake, Arch... guests) {
        return new FakeEmulators().add(path, fake, guests);
    }

    FakeEmulators add(String path, FakeFacts fake, Arch... guests) {
        facts.put(path, fake.build());
        for (Arch guest : guests) {
            defaults.putIfAbsent(guest, path);
        }
        return this;
    }

    @Override
    public Optional<String> defaultEmulator(Arch host, Arch guest) {
        return Optional.ofNullable(defaults.get(guest));
    }

    /// Adds a binary that does not answer.
    FakeEmulators addBroken(String path, String reason) {
        broken.put(path, reason);
        return this;
    }

    @Override
    public QemuFacts facts(String emulator) {
        if (broken.containsKey(emulator)) {
            throw new ProbeException(Path.of(emulator), broken.get(emulator), null);
        }
        return facts.get(emulator);
    }

    @Override
    public List<String> emulators() {
        SortedSet<String> paths = new TreeSet<>(facts.keySet());
        paths.addAll(broken.keySet());
        return List.copyOf(paths);
    }
}
