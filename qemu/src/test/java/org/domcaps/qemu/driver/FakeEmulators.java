package org.domcaps.qemu.driver;

import org.domcaps.document.Arch;
import org.domcaps.qemu.FakeFacts;
import org.domcaps.qemu.QemuFacts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Binaries that exist nowhere. The first one added is the default for every architecture that it
/// was added for.
final class FakeEmulators implements EmulatorSource {

    private final Map<String, QemuFacts> facts = new LinkedHashMap<>();
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

    @Override
    public QemuFacts facts(String emulator) {
        return facts.get(emulator);
    }

    @Override
    public List<String> emulators() {
        return List.copyOf(facts.keySet());
    }
}
