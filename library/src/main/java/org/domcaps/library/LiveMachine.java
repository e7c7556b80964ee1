package org.domcaps.library;

import org.domcaps.bhyve.BhyveDriver;
import org.domcaps.host.HostProbe;
import org.domcaps.host.HostState;
import org.domcaps.host.firmware.DescriptorReader;
import org.domcaps.host.system.HostEnvironment;
import org.domcaps.host.system.HostRoot;
import org.domcaps.host.system.Programs;
import org.domcaps.qemu.cache.DescriptorCache;
import org.domcaps.qemu.cache.FactsCache;
import org.domcaps.qemu.cache.HostCache;
import org.domcaps.qemu.driver.HostSource;
import org.domcaps.qemu.driver.LiveEmulators;
import org.domcaps.qemu.driver.LiveHost;
import org.domcaps.qemu.probe.QemuProbe;
import org.domcaps.xen.XenDriver;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// This machine, seen once: whoever opens it looks at its state a single time.
final class LiveMachine {

    private final HostEnvironment environment;
    private final HostProbe probe;
    private final Supplier<HostState> state;
    private final Optional<Path> folder;
    private final Consumer<String> notices;
    private final Duration deadline;
    private final Optional<Duration> probeTimeout;
    private final Optional<List<String>> named;
    private volatile Optional<LiveHost> host = Optional.empty();

    /// Looks at nothing yet.
    ///
    /// @param environment what the facts depend on of the asking process
    /// @param folder where facts are kept; absent: nowhere
    LiveMachine(
            HostEnvironment environment,
            Optional<Path> folder,
            Source source,
            Consumer<String> notices) {
        HostProbe own = HostProbe.ofThisMachine(environment);
        this(environment, own, new Once(own), folder, source, notices);
    }

    /// The same with a state that somebody else looks at.
    LiveMachine(
            HostEnvironment environment,
            HostProbe probe,
            Supplier<HostState> state,
            Optional<Path> folder,
            Source source,
            Consumer<String> notices) {
        this.environment = environment;
        this.probe = probe;
        this.state = state;
        this.folder = folder;
        this.notices = new EachOnce(notices);
        this.deadline = source.probeTimeout().orElse(QemuProbe.DEFAULT_DEADLINE);
        this.probeTimeout = source.probeTimeout();
        this.named = source.emulators().isEmpty() ? Optional.empty() : Optional.of(qemus(source));
    }

    /// The emulators that a source names, each once, without those of other hypervisors.
    static List<String> qemus(Source source) {
        List<String> paths = new ArrayList<>();
        for (String path : source.emulators()) {
            boolean other = XenDriver.isOwnEmulator(path) || BhyveDriver.isOwnEmulator(path);
            if (!other && !paths.contains(path)) {
                paths.add(path);
            }
        }
        return paths;
    }

    /// Who gathers the facts of the host.
    HostProbe probe() {
        return probe;
    }

    /// The QEMU binaries.
    LiveEmulators emulators() {
        return new LiveEmulators(
                new Programs(HostRoot.THIS_MACHINE, environment),
                named,
                state,
                folder.map(path -> new FactsCache(path, notices)),
                deadline,
                () -> host.ifPresent(LiveHost::lookAhead));
    }

    /// The host, asked when a document needs it, and already while an emulator is probed.
    HostSource host() {
        LiveHost live =
                new LiveHost(
                        folder.map(this::withKeptDescriptors).orElse(probe),
                        state,
                        folder.map(path -> new HostCache(path, notices))
                                .orElseGet(HostCache::inMemory),
                        notices);
        host = Optional.of(live);
        return live;
    }

    private HostProbe withKeptDescriptors(Path path) {
        return probe.withDescriptorReader(
                new DescriptorCache(path, DescriptorReader.parsing(), notices));
    }

    /// The hypervisors that are not QEMU.
    ///
    /// @param emulators the QEMU binaries
    /// @param host whose architecture counts
    LiveHypervisors hypervisors(LiveEmulators emulators, HostSource host) {
        return new LiveHypervisors(
                HostRoot.THIS_MACHINE,
                environment,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                host::arch,
                () -> !emulators.emulators().isEmpty(),
                probeTimeout,
                notices);
    }

    /// Passes each line on once, since several files can have the same trouble.
    private static final class EachOnce implements Consumer<String> {
        private final Consumer<String> notices;
        private final Set<String> said = new HashSet<>();

        private EachOnce(Consumer<String> notices) {
            this.notices = notices;
        }

        @Override
        public synchronized void accept(String line) {
            if (said.add(line)) {
                notices.accept(line);
            }
        }
    }

    /// Asks once and remembers.
    private static final class Once implements Supplier<HostState> {
        private final HostProbe probe;
        private Optional<HostState> state = Optional.empty();

        private Once(HostProbe probe) {
            this.probe = probe;
        }

        @Override
        public synchronized HostState get() {
            if (state.isEmpty()) {
                state = Optional.of(probe.state());
            }
            return state.get();
        }
    }
}
