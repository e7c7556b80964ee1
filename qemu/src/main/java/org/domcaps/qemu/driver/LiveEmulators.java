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
import org.domcaps.qemu.probe.HostAccelerators;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// The QEMU binaries of this machine. A binary is probed when nothing valid is remembered of it, in
/// memory or in the cache; different binaries can be probed at the same time, one binary only once.
public final class LiveEmulators implements EmulatorSource {

    /// Binaries that are remembered at once; one binary has many paths.
    static final int MOST_REMEMBERED = 64;

    private static final Path KVM = Path.of("/dev/kvm");
    private static final Path MSHV = Path.of("/dev/mshv");

    private final EmulatorFinder finder;
    private final Optional<List<String>> named;
    private final Supplier<HostState> state;
    private final Optional<FactsCache> cache;
    private final Duration deadline;
    private final Runnable beforeProbe;
    private final Map<String, Binary> binaries = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    /// Facts of a binary and the key under which they hold.
    private record Known(String key, QemuFacts facts) {}

    /// What is remembered of one binary; its lock keeps it from being probed twice at a time.
    private static final class Binary {
        private final AtomicReference<String> lastKey;
        private Known known;

        /// @param key as it was when somebody asked about the binary first
        private Binary(String key) {
            this.lastKey = new AtomicReference<>(key);
        }
    }

    /// The binaries that can be found as `programs` says; the rest as for the other constructor.
    public LiveEmulators(
            Programs programs,
            Supplier<HostState> state,
            Optional<FactsCache> cache,
            Duration deadline,
            Runnable beforeProbe) {
        this(programs, Optional.empty(), state, cache, deadline, beforeProbe);
    }

    /// Binaries of this machine.
    ///
    /// @param programs where binaries are found
    /// @param named the binaries to list; absent: those that are found. A default one is always
    ///   found
    /// @param state what facts depend on besides the binary, as it is now
    /// @param cache where facts are kept; empty: only in memory
    /// @param deadline how long one run of QEMU may take
    /// @param beforeProbe is run each time before a binary is probed for its facts
    public LiveEmulators(
            Programs programs,
            Optional<List<String>> named,
            Supplier<HostState> state,
            Optional<FactsCache> cache,
            Duration deadline,
            Runnable beforeProbe) {
        this.finder = new EmulatorFinder(programs);
        this.named = named;
        this.state = state;
        this.cache = cache;
        this.deadline = deadline;
        this.beforeProbe = beforeProbe;
    }

    @Override
    public Optional<String> defaultEmulator(Arch host, Arch guest) {
        return finder.find(host, guest);
    }

    @Override
    public List<String> emulators() {
        return named.isPresent() ? List.copyOf(new TreeSet<>(named.get())) : finder.findAll();
    }

    @Override
    public QemuFacts facts(String emulator) {
        checkProgram(emulator);
        HostState now = state.get();
        String key = key(emulator, now);
        Binary binary = binary(emulator, key);
        synchronized (binary) {
            if (binary.known == null || !binary.known.key.equals(key)) {
                binary.known = new Known(key, cachedOrProbed(emulator, key, now));
            }
            return binary.known.facts;
        }
    }

    /// How often something was seen to have changed that facts depend on, among the binaries that
    /// were asked about so far. While the number stays, the facts still hold. It stays when a
    /// binary is asked about for the first time: what it was then is remembered.
    ///
    /// @param now the state of the host
    public long changes(HostState now) {
        for (Map.Entry<String, Binary> entry : binaries.entrySet()) {
            String key = key(entry.getKey(), now);
            if (!key.equals(entry.getValue().lastKey.getAndSet(key))) {
                changes.incrementAndGet();
            }
        }
        return changes.get();
    }

    private static String key(String emulator, HostState now) {
        return EmulatorKey.of(emulator, accelerators(now).list(), now, System.getenv());
    }

    private Binary binary(String emulator, String key) {
        Binary earlier = binaries.get(emulator);
        if (earlier != null) {
            return earlier;
        }
        if (binaries.size() >= MOST_REMEMBERED) {
            // What is watched no more might change unseen.
            binaries.clear();
            changes.incrementAndGet();
        }
        Binary fresh = new Binary(key);
        Binary faster = binaries.putIfAbsent(emulator, fresh);
        return faster == null ? fresh : faster;
    }

    private QemuFacts cachedOrProbed(String emulator, String key, HostState now) {
        Optional<QemuFacts> kept = cache.flatMap(files -> files.find(emulator, key));
        if (kept.isPresent()) {
            return kept.get();
        }
        beforeProbe.run();
        QemuFacts facts = probe(emulator, now).probe(Path.of(emulator));
        cache.ifPresent(files -> files.keep(emulator, key, facts));
        return facts;
    }

    /// Holds libvirt's own conversation with a binary and writes it down.
    public RecordedEmulator record(String emulator) {
        checkProgram(emulator);
        HostState now = state.get();
        Recording recording = probe(emulator, now).record(Path.of(emulator));
        Optional<Arch> hvf = accelerators(now).hvf();
        return new RecordedEmulator(
                emulator,
                recording,
                hvf.isPresent() && hvf.get() == QemuProbe.replay(recording).arch());
    }

    private QemuProbe probe(String emulator, HostState now) {
        return new QemuProbe(deadline, hardwareLikely(emulator, now), accelerators(now));
    }

    private static HostAccelerators accelerators(HostState now) {
        return HostAccelerators.on(
                System.getProperty("os.name"),
                now.machine().arch(),
                () -> Files.exists(MSHV),
                HypervisorFramework::isSupported);
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
        Arch host = now.machine().arch();
        return EmulatorFinder.archOfName(emulator).map(arch -> arch.isNativeOn(host)).orElse(true);
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
