package org.domcaps.qemu.driver;

import org.domcaps.document.Arch;
import org.domcaps.driver.DriverException;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;
import org.domcaps.host.DeviceNode;
import org.domcaps.host.HostState;
import org.domcaps.host.system.FileFault;
import org.domcaps.host.system.Programs;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.cache.FactsCache;
import org.domcaps.qemu.probe.QemuProbe;
import org.domcaps.qemu.qmp.Recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The QEMU binaries of this machine. A binary is probed when nothing valid is remembered of it, in
/// memory or in the cache; different binaries can be probed at the same time, one binary only once.
public final class LiveEmulators implements EmulatorSource {

    /// Binaries that are remembered at once; one binary has many paths.
    private static final int MOST_REMEMBERED = 64;

    private static final Path KVM = Path.of("/dev/kvm");
    private static final String PREFIX = "qemu-system-";

    private final EmulatorFinder finder;
    private final Supplier<HostState> state;
    private final Optional<FactsCache> cache;
    private final Duration deadline;
    private final Map<String, Binary> binaries = new ConcurrentHashMap<>();

    /// Facts of a binary and the key under which they hold.
    private record Known(String key, QemuFacts facts) {}

    /// What is remembered of one binary; its lock keeps it from being probed twice at a time.
    private static final class Binary {
        private Known known;
    }

    /// The binaries that can be found as `programs` says.
    ///
    /// @param state what facts depend on besides the binary, as it is now
    /// @param cache where facts are kept; empty: only in memory
    /// @param deadline how long one run of QEMU may take
    public LiveEmulators(
            Programs programs,
            Supplier<HostState> state,
            Optional<FactsCache> cache,
            Duration deadline) {
        this.finder = new EmulatorFinder(programs);
        this.state = state;
        this.cache = cache;
        this.deadline = deadline;
    }

    @Override
    public Optional<String> defaultEmulator(Arch host, Arch guest) {
        return finder.find(host, guest);
    }

    @Override
    public List<String> emulators() {
        return finder.findAll();
    }

    @Override
    public QemuFacts facts(String emulator) {
        checkProgram(emulator);
        HostState now = state.get();
        String key = EmulatorKey.of(emulator, accelerators(), now, System.getenv());
        Binary binary = binary(emulator);
        synchronized (binary) {
            if (binary.known == null || !binary.known.key.equals(key)) {
                binary.known = new Known(key, cachedOrProbed(emulator, key, now));
            }
            return binary.known.facts;
        }
    }

    /// Everything that the remembered facts depend on, as it is now: if the text is the same as
    /// before, they still hold.
    ///
    /// @param now the state of the host
    public String fingerprint(HostState now) {
        StringBuilder text = new StringBuilder();
        for (String emulator : new TreeSet<>(binaries.keySet())) {
            text.append(EmulatorKey.of(emulator, accelerators(), now, System.getenv()));
        }
        return text.toString();
    }

    private Binary binary(String emulator) {
        Binary earlier = binaries.get(emulator);
        if (earlier != null) {
            return earlier;
        }
        if (binaries.size() >= MOST_REMEMBERED) {
            binaries.clear();
        }
        Binary fresh = new Binary();
        Binary faster = binaries.putIfAbsent(emulator, fresh);
        return faster == null ? fresh : faster;
    }

    private QemuFacts cachedOrProbed(String emulator, String key, HostState now) {
        Optional<QemuFacts> kept = cache.flatMap(files -> files.find(emulator, key));
        if (kept.isPresent()) {
            return kept.get();
        }
        QemuFacts facts = probe(emulator, now).probe(Path.of(emulator));
        cache.ifPresent(files -> files.keep(emulator, key, facts));
        return facts;
    }

    /// Holds libvirt's own conversation with a binary and writes it down.
    public Recording record(String emulator) {
        checkProgram(emulator);
        return probe(emulator, state.get()).record(Path.of(emulator));
    }

    private QemuProbe probe(String emulator, HostState now) {
        return new QemuProbe(deadline, hardwareLikely(emulator, now), accelerators());
    }

    /// Newer libvirt offers QEMU Microsoft's hypervisor everywhere; older QEMU refuses the name, so
    /// it is offered only where the host has it.
    private static String accelerators() {
        return Files.exists(Path.of("/dev/mshv")) ? "kvm:mshv:tcg" : "kvm:tcg";
    }

    /// A guess that only decides whether the second run starts before the first one says that it is
    /// needed: nobody can use a node that he may not open, and a binary that is named after a
    /// foreign architecture has no use for it.
    private static boolean hardwareLikely(String emulator, HostState now) {
        if (now.kvm() instanceof DeviceNode.Missing
                || !Files.isReadable(KVM)
                || !Files.isWritable(KVM)) {
            return false;
        }
        String name = emulator.substring(emulator.lastIndexOf('/') + 1);
        if (!name.startsWith(PREFIX)) {
            return true;
        }
        Arch host = now.machine().arch();
        return Arch.fromQemu(name.substring(PREFIX.length()))
                .map(arch -> arch.isNativeOn(host))
                .orElse(true);
    }

    private static void checkProgram(String emulator) {
        Path path = path(emulator);
        try {
            Map<String, Object> kind = Files.readAttributes(path, "isRegularFile,isDirectory");
            if (!kind.get("isRegularFile").equals(true) || !Files.isExecutable(path)) {
                throw new DriverException(
                        ErrorCode.SYSTEM,
                        ErrorDomain.QEMU,
                        "QEMU binary "
                                + emulator
                                + " is not executable: "
                                + (kind.get("isDirectory").equals(true)
                                        ? "Is a directory"
                                        : "Permission denied"));
            }
        } catch (IOException e) {
            throw unchecked(emulator, FileFault.reason(e), e);
        }
    }

    /// A text that cannot be a path, such as one with a zero byte, names nothing.
    private static Path path(String emulator) {
        if (emulator.isEmpty()) {
            throw unchecked(emulator, FileFault.NO_SUCH_FILE, null);
        }
        try {
            return Path.of(emulator);
        } catch (InvalidPathException e) {
            throw unchecked(emulator, FileFault.NO_SUCH_FILE, e);
        }
    }

    private static DriverException unchecked(String emulator, String reason, Exception cause) {
        return new DriverException(
                ErrorCode.SYSTEM,
                ErrorDomain.QEMU,
                "Cannot check QEMU binary " + emulator + ": " + reason,
                cause);
    }
}
