package org.domcaps.library;

import org.domcaps.document.Arch;
import org.domcaps.driver.Driver;
import org.domcaps.driver.DriverException;
import org.domcaps.driver.EmulatorOffer;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;
import org.domcaps.host.HostFacts;
import org.domcaps.host.HostPart;
import org.domcaps.host.HostProbe;
import org.domcaps.host.system.HostEnvironment;
import org.domcaps.qemu.driver.Bundle;
import org.domcaps.qemu.driver.BundleException;
import org.domcaps.qemu.driver.EmulatorSource;
import org.domcaps.qemu.driver.HostSource;
import org.domcaps.qemu.driver.LiveEmulators;
import org.domcaps.qemu.driver.QemuDriver;
import org.domcaps.qemu.driver.RecordedEmulator;
import org.domcaps.qemu.driver.ReplayedEmulators;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Opens drivers, and records what they would answer from.
public final class DriverFactory {

    private final Map<String, String> variables;
    private final HostEnvironment environment;

    /// A factory for a process with these environment variables.
    ///
    /// @param privileged whether to look as a system daemon does
    public DriverFactory(
            Map<String, String> variables, String workingDirectory, boolean privileged) {
        this.variables = Map.copyOf(variables);
        this.environment = HostEnvironment.of(variables, workingDirectory, privileged);
    }

    /// A factory for this process.
    public static DriverFactory ofThisProcess() {
        return new DriverFactory(System.getenv(), System.getProperty("user.dir"), isRoot());
    }

    /// Whether the effective user is root; unknown counts as not.
    public static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
            return false;
        }
    }

    /// The driver for a source; the caller closes it.
    ///
    /// @param source where the facts come from
    /// @param notices takes lines that a person should see although nothing failed, such as a
    ///   damaged cache file that is rebuilt; each is one line without line end
    /// @throws org.domcaps.error.DomcapsException if the source cannot be opened
    public Driver open(Source source, Consumer<String> notices) {
        if (source.replay().isPresent()) {
            return replay(source.replay().get(), source.hostFacts());
        }
        LiveMachine live = live(source, notices);
        HostSource host =
                source.hostFacts().isPresent()
                        ? HostSource.given(Bundle.readHostFacts(source.hostFacts().get()))
                        : live.host();
        return new QemuDriver(live.emulators(), host);
    }

    /// The driver for a source, for a program that runs for long.
    ///
    /// @param source as for [#open]; what was recorded never changes
    /// @param notices as for [#open]
    /// @throws org.domcaps.error.DomcapsException if the source cannot be opened
    public WatchedDriver watch(Source source, Consumer<String> notices) {
        if (source.replay().isPresent()) {
            Driver driver = open(source, notices);
            Object stamp = new Object();
            return new WatchedDriver(driver, () -> stamp, () -> defaultVersion(driver));
        }
        HostProbe probe = HostProbe.ofThisMachine(environment);
        HostWatch watch = new HostWatch(probe, environment.path());
        LiveMachine live =
                new LiveMachine(
                        environment,
                        probe,
                        watch::state,
                        source.cache() ? cacheFolder() : Optional.empty(),
                        source,
                        notices);
        LiveEmulators emulators = live.emulators();
        watch.watch(emulators::fingerprint);
        HostSource host =
                source.hostFacts().isPresent()
                        ? HostSource.given(Bundle.readHostFacts(source.hostFacts().get()))
                        : live.host();
        return new WatchedDriver(
                new QemuDriver(emulators, host),
                watch::stamp,
                () -> defaultVersion(emulators, host.arch()));
    }

    private static String defaultVersion(Driver driver) {
        for (EmulatorOffer offer : driver.emulators()) {
            if (offer.isDefault() && offer.version().isPresent()) {
                return offer.version().get();
            }
        }
        throw noEmulator();
    }

    private static String defaultVersion(EmulatorSource emulators, Arch arch) {
        return emulators
                .defaultEmulator(arch, arch)
                .map(path -> emulators.facts(path).version().toString())
                .orElseThrow(DriverFactory::noEmulator);
    }

    private static DriverException noEmulator() {
        return new DriverException(
                ErrorCode.INTERNAL,
                ErrorDomain.QEMU,
                "no emulator for guests of this host's own architecture");
    }

    private LiveMachine live(Source source, Consumer<String> notices) {
        return new LiveMachine(
                environment, source.cache() ? cacheFolder() : Optional.empty(), source, notices);
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

    /// Records the emulators of a source, and the facts of the host, into a folder.
    ///
    /// The folder is made if it is missing. If it holds an older bundle, what that one has and the
    /// new one has not is removed; other files stay.
    ///
    /// @param source which emulators; an empty list means every one that is found
    /// @param folder where to write
    /// @param notices takes lines that a person should see although nothing failed
    /// @return what was written, in that order
    /// @throws org.domcaps.error.DomcapsException if an emulator cannot be probed or a file cannot
    ///   be written
    public List<RecordedFile> record(Source source, Path folder, Consumer<String> notices) {
        LiveMachine live = live(source, notices);
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
        List<RecordedFile> written = new ArrayList<>();
        List<String> names = new Bundle(recorded, host).write(folder);
        for (int i = 0; i < names.size(); i++) {
            String what =
                    i < paths.size()
                            ? paths.get(i)
                            : i == paths.size() ? "facts of the host" : "the list of emulators";
            written.add(new RecordedFile(folder.resolve(names.get(i)), what));
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
}
