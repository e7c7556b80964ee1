package org.domcaps.qemu.driver;

import org.domcaps.document.Arch;
import org.domcaps.driver.DriverException;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.probe.QemuProbe;
import org.domcaps.qemu.qmp.QmpException;
import org.domcaps.qemu.qmp.Recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Binaries of some machine, answered for by recordings.
public final class ReplayedEmulators implements EmulatorSource {

    private final List<RecordedEmulator> recorded;
    private final boolean anyPath;
    private final Map<String, QemuFacts> facts = new ConcurrentHashMap<>();

    private ReplayedEmulators(List<RecordedEmulator> recorded, boolean anyPath) {
        this.recorded = List.copyOf(recorded);
        this.anyPath = anyPath;
    }

    /// Binaries under the paths that they were recorded from.
    public static ReplayedEmulators of(List<RecordedEmulator> recorded) {
        return new ReplayedEmulators(recorded, false);
    }

    /// One binary that was not recorded under Hypervisor.framework; see the other.
    ///
    /// @throws BundleException if the recording lacks an answer that is needed
    public static ReplayedEmulators single(Recording recording) {
        return single(recording, false);
    }

    /// One binary under whatever path a request names; without one it is
    /// `/usr/bin/qemu-system-ARCH`.
    ///
    /// @param hvf see [RecordedEmulator#hvf]
    /// @throws BundleException if the recording lacks an answer that is needed
    public static ReplayedEmulators single(Recording recording, boolean hvf) {
        QemuFacts facts = replay("the recording", recording, hvf);
        String path = "/usr/bin/qemu-system-" + facts.arch().xmlName();
        ReplayedEmulators emulators =
                new ReplayedEmulators(List.of(new RecordedEmulator(path, recording, hvf)), true);
        emulators.facts.put(path, facts);
        return emulators;
    }

    @Override
    public Arch defaultArch(Arch host) {
        // A request without an architecture is about the host; but who replays a single recording
        // means that one.
        if (!anyPath) {
            return host;
        }
        Arch recordedArch = facts(recorded.getFirst().path()).arch();
        return TargetResolver.strictlySupports(recordedArch, host) ? host : recordedArch;
    }

    @Override
    public Optional<String> defaultEmulator(Arch host, Arch guest) {
        Optional<String> fallback = Optional.empty();
        for (RecordedEmulator emulator : recorded) {
            Arch binary = facts(emulator.path()).arch();
            if (binary == guest) {
                return Optional.of(emulator.path());
            }
            if (fallback.isEmpty() && (anyPath || TargetResolver.strictlySupports(binary, guest))) {
                fallback = Optional.of(emulator.path());
            }
        }
        return fallback;
    }

    @Override
    public QemuFacts facts(String emulator) {
        RecordedEmulator found = anyPath ? recorded.getFirst() : find(emulator);
        return facts.computeIfAbsent(
                found.path(),
                path -> replay("the recording of " + path, found.recording(), found.hvf()));
    }

    private static QemuFacts replay(String name, Recording recording, boolean hvf) {
        try {
            return QemuProbe.replay(recording, hvf);
        } catch (QmpException e) {
            throw new BundleException(name + " cannot be used: " + e.getMessage(), e);
        }
    }

    private RecordedEmulator find(String emulator) {
        for (RecordedEmulator candidate : recorded) {
            if (candidate.path().equals(emulator)) {
                return candidate;
            }
        }
        throw new DriverException(
                ErrorCode.SYSTEM,
                ErrorDomain.QEMU,
                "Cannot check QEMU binary "
                        + emulator
                        + ": not in the bundle, which has "
                        + (recorded.isEmpty() ? "no QEMU" : String.join(", ", emulators())));
    }

    @Override
    public List<String> emulators() {
        List<String> paths = new ArrayList<>();
        for (RecordedEmulator emulator : recorded) {
            paths.add(emulator.path());
        }
        return paths;
    }
}
