package org.domcaps.daemon;

import org.domcaps.driver.EmulatorFault;
import org.domcaps.error.DomcapsException;
import org.domcaps.host.HostPart;
import org.domcaps.host.HostProbe;
import org.domcaps.host.system.HostEnvironment;
import org.domcaps.host.system.HostRoot;
import org.domcaps.library.DriverFactory;
import org.domcaps.library.Source;
import org.domcaps.library.WatchedDriver;
import org.domcaps.rpc.message.Arguments;
import org.domcaps.rpc.message.EmulatorChoice;
import org.domcaps.rpc.message.Procedure;
import org.domcaps.rpc.server.Endpoint;
import org.domcaps.rpc.server.LogText;
import org.domcaps.rpc.server.RpcServer;

import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// The daemon of one process.
public final class Daemon {

    private final DaemonOptions options;
    private final Map<String, String> variables;
    private final boolean privileged;
    private final DaemonLog log;
    private final ServiceManager manager;
    private final CountDownLatch end = new CountDownLatch(1);

    /// A daemon that does nothing yet.
    ///
    /// @param variables the environment of the process
    /// @param privileged whether this is the daemon of the whole system
    /// @param err where the log goes
    public Daemon(
            DaemonOptions options,
            Map<String, String> variables,
            boolean privileged,
            OutputStream err) {
        this.options = options;
        this.variables = Map.copyOf(variables);
        this.privileged = privileged;
        this.log =
                new DaemonLog(
                        err,
                        options.level(),
                        variables.containsKey("JOURNAL_STREAM"),
                        Clock.systemUTC());
        this.manager = new ServiceManager(variables);
    }

    /// Serves until a signal or [#stop] ends it.
    ///
    /// @param source where the facts come from
    /// @throws DomcapsException if it cannot begin
    public void run(DriverFactory drivers, Source source) {
        Optional<TlsIdentity.Loaded> tls =
                options.tls().map(endpoint -> new TlsIdentity.Loaded(endpoint.identity()));
        Metrics metrics = new Metrics();
        try (WatchedDriver driver =
                        drivers.watch(
                                source,
                                line ->
                                        log.say(
                                                LogLevel.WARNING,
                                                "event=notice",
                                                LogText.field("what", line)));
                RpcServer server =
                        RpcServer.start(
                                endpoints(tls),
                                service(driver),
                                options.limits(),
                                new Observers(log, metrics));
                MetricsPort _ = MetricsPort.open(options, metrics, server)) {
            answerAhead(server);
            onSignals(server, tls);
            log.say(LogLevel.INFO, "event=started", "listen=" + listening(server));
            manager.ready("listening on " + String.join(", ", server.labels()));
            await();
            manager.stopping();
            log.say(LogLevel.INFO, "event=stopping", "connections=" + server.connections());
            server.stop();
        }
        log.say(LogLevel.INFO, "event=stopped", "");
    }

    /// Has the default emulator probed while the daemon starts. What fails here fails again, with
    /// its words, when somebody asks.
    private void probeAhead(WatchedDriver driver) {
        Thread.ofPlatform()
                .daemon()
                .name("probe-ahead")
                .start(() -> {
                    try {
                        String version = driver.defaultVersion();
                        log.say(LogLevel.DEBUG, "event=probed-ahead", "version=" + version);
                    } catch (DomcapsException e) {
                        log.say(
                                LogLevel.DEBUG,
                                "event=probe-ahead-failed",
                                LogText.field("what", e.libvirtMessage()));
                    }
                });
    }

    private void leftOut(EmulatorFault fault) {
        log.say(
                LogLevel.WARNING,
                "event=emulator-left-out",
                LogText.field("emulator", fault.subject())
                        + " why="
                        + LogText.quoted(fault.reason()));
    }

    /// What most clients ask.
    private static void answerAhead(RpcServer server) {
        server.workAhead(
                Procedure.CONNECT_GET_DOMAIN_CAPABILITIES,
                new Arguments.DomainCapabilities(EmulatorChoice.DEFAULT, 0));
    }

    private static String listening(RpcServer server) {
        return LogText.quoted(String.join(" ", server.labels()));
    }

    private List<Endpoint> endpoints(Optional<TlsIdentity.Loaded> tls) {
        List<Endpoint> endpoints = new ArrayList<>(options.plain());
        if (tls.isPresent()) {
            DaemonOptions.TlsEndpoint endpoint = options.tls().orElseThrow();
            endpoints.add(new Endpoint.Tls(endpoint.host(), endpoint.port(), tls.get()));
        }
        return endpoints;
    }

    private HostService service(WatchedDriver driver) {
        probeAhead(driver);
        HostProbe probe =
                HostProbe.ofThisMachine(
                        HostEnvironment.of(variables, System.getProperty("user.dir"), privileged));
        LiveHostDocument document = new LiveHostDocument(probe, options.release());
        return new HostService(
                driver,
                options.release(),
                privileged,
                new HostService.MachineView(
                        probe.state().machine().arch(),
                        new NodeReader(HostRoot.THIS_MACHINE),
                        new NodeState(HostRoot.THIS_MACHINE),
                        () -> probe.gather(EnumSet.of(HostPart.KVM)).kvm(),
                        document::cpu),
                document,
                this::leftOut);
    }

    private void onSignals(RpcServer server, Optional<TlsIdentity.Loaded> tls) {
        Signals.on("TERM", this::stop);
        Signals.on("INT", this::stop);
        Signals.on("HUP", () -> reload(server, tls));
    }

    /// Reads certificates again and forgets answers. Connections stay as they are.
    private void reload(RpcServer server, Optional<TlsIdentity.Loaded> tls) {
        manager.reloading();
        server.forgetAnswers();
        try {
            tls.ifPresent(TlsIdentity.Loaded::reload);
            log.say(LogLevel.INFO, "event=reloaded", "");
        } catch (DomcapsException e) {
            log.say(
                    LogLevel.ERROR,
                    "event=reload-failed",
                    LogText.field("what", e.libvirtMessage()));
        }
        manager.ready("listening on " + String.join(", ", server.labels()));
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Has [#run] end.
    public void stop() {
        end.countDown();
    }

    /// The metrics, if they are wanted.
    private record MetricsPort(Optional<MetricsPage> page) implements AutoCloseable {

        private static MetricsPort open(DaemonOptions options, Metrics metrics, RpcServer server) {
            if (options.metricsPort().isEmpty()) {
                return new MetricsPort(Optional.empty());
            }
            return new MetricsPort(
                    Optional.of(
                            MetricsPage.open(
                                    options.metricsPort().getAsInt(),
                                    () -> metrics.page(server::answerBytes))));
        }

        @Override
        public void close() {
            page.ifPresent(MetricsPage::close);
        }
    }
}
