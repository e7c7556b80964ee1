package org.domcaps.cli;

import org.domcaps.conformance.Conformance;
import org.domcaps.driver.Driver;
import org.domcaps.host.HostFacts;
import org.domcaps.host.HostPart;
import org.domcaps.host.HostProbe;
import org.domcaps.host.HostState;
import org.domcaps.host.system.HostEnvironment;
import org.domcaps.host.system.HostRoot;
import org.domcaps.host.system.Programs;
import org.domcaps.qemu.cache.FactsCache;
import org.domcaps.qemu.cache.HostCache;
import org.domcaps.qemu.driver.Bundle;
import org.domcaps.qemu.driver.BundleException;
import org.domcaps.qemu.driver.HostSource;
import org.domcaps.qemu.driver.LiveEmulators;
import org.domcaps.qemu.driver.LiveHost;
import org.domcaps.qemu.driver.QemuDriver;
import org.domcaps.qemu.driver.RecordedEmulator;
import org.domcaps.qemu.driver.ReplayedEmulators;
import org.domcaps.qemu.probe.QemuProbe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Answers from this machine, or from recordings.
final class HostBackend implements Backend {

    private final Map<String, String> variables;
    private final HostEnvironment environment;

    /// A backend for a process with these environment variables.
    ///
    /// @param privileged whether to look as a system daemon does
    HostBackend(Map<String, String> variables, String workingDirectory, boolean privileged) {
        this.variables = variables;
        this.environment = HostEnvironment.of(variables, workingDirectory, privileged);
    }

    /// A backend for this process.
    static HostBackend ofThisProcess() {
        return new HostBackend(System.getenv(), System.getProperty("user.dir"), isRoot());
    }

    /// Whether the effective user is root; unknown counts as not.
    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
            return false;
        }
    }

    @Override
    public Sources sources() {
        return this::open;
    }

    @Override
    public Recorder recorder() {
        return this::record;
    }

    @Override
    public ConformanceRun conformance() {
        return (order, results) ->
                new Conformance(order.folder(), order.generation(), order.only()).run(results);
    }

    private Driver open(Source source, Consumer<String> notices) {
        if (source.replay().isPresent()) {
            return replay(source.replay().get(), source.hostFacts());
        }
        Live live = new Live(source, notices);
        HostSource host =
                source.hostFacts().isPresent()
                        ? HostSource.given(Bundle.readHostFacts(source.hostFacts().get()))
                        : live.host();
        return new QemuDriver(live.emulators(), host);
    }

    private static Driver replay(Path replay, Optional<Path> hostFacts) {
        Optional<HostFacts> told = hostFacts.map(Bundle::readHostFacts);
        if (Files.isDirectory(replay)) {
            Bundle bundle = Bundle.read(replay);
            return new Bundle(bundle.emulators(), told.orElse(bundle.host())).driver();
        }
        ReplayedEmulators emulators = ReplayedEmulators.single(Bundle.readRecording(replay));
        // Without a host the recording's own architecture is the best guess, and it makes the
        // answer the same
        // everywhere.
        HostFacts host =
                told.orElseGet(() ->
                        HostFacts.plain()
                                .withArch(
                                        emulators.facts(emulators.emulators().getFirst()).arch()));
        return new QemuDriver(emulators, HostSource.given(host));
    }

    private List<Recorder.Recorded> record(Source source, Path folder, Consumer<String> notices) {
        Live live = new Live(source, notices);
        List<String> paths =
                source.emulators().isEmpty() ? live.emulators().emulators() : source.emulators();
        if (paths.isEmpty()) {
            throw new BundleException(
                    "no QEMU found in PATH; install one, or name one with --emulatorbin");
        }
        List<RecordedEmulator> recorded = new ArrayList<>();
        for (String path : paths) {
            recorded.add(new RecordedEmulator(path, live.emulators().record(path)));
        }
        HostFacts host =
                source.hostFacts()
                        .map(Bundle::readHostFacts)
                        .orElseGet(() -> live.probe().gather(EnumSet.allOf(HostPart.class)));
        Bundle.remove(folder);
        List<Recorder.Recorded> written = new ArrayList<>();
        List<String> names = new Bundle(recorded, host).write(folder);
        for (int i = 0; i < names.size(); i++) {
            String what =
                    i < paths.size()
                            ? paths.get(i)
                            : i == paths.size() ? "facts of the host" : "the list of emulators";
            written.add(new Recorder.Recorded(folder.resolve(names.get(i)), what));
        }
        return written;
    }

    /// Where facts are kept: `domcaps` in the user's cache directory; nowhere if there is none.
    private Optional<Path> cacheFolder() {
        String configured = variables.getOrDefault("XDG_CACHE_HOME", "");
        if (configured.startsWith("/")) {
            return Optional.of(Path.of(configured, "domcaps"));
        }
        String home = variables.getOrDefault("HOME", "");
        return home.startsWith("/")
                ? Optional.of(Path.of(home, ".cache", "domcaps"))
                : Optional.empty();
    }

    /// This machine, seen once: one command looks at its state a single time.
    private final class Live {
        private final HostProbe probe = HostProbe.ofThisMachine(environment);
        private final Supplier<HostState> state = new Once(probe);
        private final Optional<Path> folder;
        private final Consumer<String> notices;
        private final Duration deadline;

        private Live(Source source, Consumer<String> notices) {
            this.folder = source.cache() ? cacheFolder() : Optional.empty();
            this.notices = new EachOnce(notices);
            this.deadline = source.probeTimeout().orElse(QemuProbe.DEFAULT_DEADLINE);
        }

        private HostProbe probe() {
            return probe;
        }

        private LiveEmulators emulators() {
            return new LiveEmulators(
                    new Programs(HostRoot.THIS_MACHINE, environment),
                    state,
                    folder.map(path -> new FactsCache(path, notices)),
                    deadline);
        }

        private HostSource host() {
            return new LiveHost(
                    probe, state, folder.map(path -> new HostCache(path, notices)), notices);
        }
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
