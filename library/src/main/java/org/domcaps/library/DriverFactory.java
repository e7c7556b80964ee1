package org.domcaps.library;

import org.domcaps.document.Arch;
import org.domcaps.driver.Driver;
import org.domcaps.driver.DriverException;
import org.domcaps.driver.EmulatorOffer;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;
import org.domcaps.host.HostFacts;
import org.domcaps.host.HostProbe;
import org.domcaps.host.system.HostEnvironment;
import org.domcaps.host.system.HostRoot;
import org.domcaps.qemu.driver.Bundle;
import org.domcaps.qemu.driver.EmulatorSource;
import org.domcaps.qemu.driver.HostSource;
import org.domcaps.qemu.driver.LiveEmulators;
import org.domcaps.qemu.driver.QemuDriver;
import org.domcaps.qemu.driver.ReplayedEmulators;
import org.domcaps.rpc.client.ConnectOptions;
import org.domcaps.rpc.client.RemoteDriver;
import org.domcaps.rpc.uri.ClientEnvironment;
import org.domcaps.rpc.uri.UriBook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Opens drivers, and records what they would answer from.
public final class DriverFactory {

    private static final String HVF_VARIANT = "+hvf";

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
        if (source.connect().isPresent()) {
            return connect(source.connect().get(), options(source));
        }
        if (source.replay().isPresent()) {
            return replay(source.replay().get(), source.hostFacts());
        }
        LiveMachine live = live(source, notices);
        HostSource host =
                source.hostFacts().isPresent()
                        ? HostSource.given(Bundle.readHostFacts(source.hostFacts().get()))
                        : live.host();
        LiveEmulators emulators = live.emulators();
        return new RoutingDriver(
                new QemuDriver(emulators, host), live.hypervisors(emulators, host));
    }

    private static ConnectOptions options(Source source) {
        ConnectOptions usual = ConnectOptions.DEFAULT;
        return source.probeTimeout().isPresent()
                ? usual.withTimeouts(source.probeTimeout().get(), source.probeTimeout().get())
                : usual;
    }

    /// A driver for a daemon of libvirt. Nothing is connected before the first question.
    ///
    /// @param uri a connection URI, or an alias of the client's `libvirt.conf`, or `default`: the
    ///   URI that libvirt's clients take if nobody names one
    /// @throws org.domcaps.rpc.uri.UriException if the text is no URI, or the configuration cannot
    ///   be read
    public RemoteDriver connect(String uri, ConnectOptions options) {
        ClientEnvironment client =
                new ClientEnvironment(HostRoot.THIS_MACHINE, variables, environment.privileged());
        return new RemoteDriver(new UriBook(client).resolve(uri), options, client);
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
            return new WatchedDriver(
                    driver, () -> stamp, () -> defaultVersion(driver), (_, _) -> Optional.empty());
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
        watch.watch(emulators::changes);
        HostSource host =
                source.hostFacts().isPresent()
                        ? HostSource.given(Bundle.readHostFacts(source.hostFacts().get()))
                        : live.host();
        QemuDriver driver = new QemuDriver(emulators, host);
        return new WatchedDriver(
                driver,
                watch::stamp,
                () -> defaultVersion(emulators, host.arch()),
                driver::cpuSwitches);
    }

    private static String defaultVersion(Driver driver) {
        for (EmulatorOffer offer : driver.emulators().offers()) {
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
            Bundle seen = told.map(bundle::withHost).orElse(bundle);
            return new RoutingDriver(seen.driver(), RecordedHypervisors.of(bundle));
        }
        // Named as libvirt's own recordings are: the variant says what QEMU does not.
        boolean hvf = replay.getFileName().toString().contains(HVF_VARIANT);
        ReplayedEmulators emulators = ReplayedEmulators.single(Bundle.readRecording(replay), hvf);
        // Without a host the recording's own architecture is the best guess, and it makes the
        // answer the same
        // everywhere.
        HostSource host =
                told.map(HostSource::given)
                        .orElseGet(() ->
                                HostSource.assumed(HostFacts.plain().withArch(archOf(emulators))));
        return new RoutingDriver(
                new QemuDriver(emulators, host), RecordedHypervisors.none(host.arch()));
    }

    private static Arch archOf(ReplayedEmulators emulators) {
        return emulators.facts(emulators.emulators().getFirst()).arch();
    }

    /// Records the emulators of a source, and the facts of the host, into a folder.
    ///
    /// The folder is made if it is missing. If it holds an older bundle, what that one has and the
    /// new one has not is removed; other files stay.
    ///
    /// @param source which emulators; an empty list means every one that is found, of every
    ///   hypervisor
    /// @param folder where to write
    /// @param notices takes lines that a person should see although nothing failed
    /// @return what was written, and which emulators that were found are not in it
    /// @throws org.domcaps.error.DomcapsException if an emulator that the source names cannot be
    ///   probed, or none that was found, or a file cannot be written
    public RecordedBundle record(Source source, Path folder, Consumer<String> notices) {
        return new BundleWriter(live(source, notices), source).write(folder);
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
