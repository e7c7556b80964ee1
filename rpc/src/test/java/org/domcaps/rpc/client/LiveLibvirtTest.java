package org.domcaps.rpc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.domcaps.driver.EmulatorOffer;
import org.domcaps.driver.Request;
import org.domcaps.host.system.HostRoot;
import org.domcaps.rpc.message.EmulatorChoice;
import org.domcaps.rpc.message.Feature;
import org.domcaps.rpc.transport.ConnectionException;
import org.domcaps.rpc.uri.ClientEnvironment;
import org.domcaps.rpc.uri.ConnectUri;
import org.domcaps.testkit.LibvirtDaemon;
import org.domcaps.testkit.TestPki;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The client beside `virsh`, both asking the same real daemon.
@Tag("live")
@Timeout(300)
class LiveLibvirtTest {

    private static final Duration SECONDS = Duration.ofSeconds(60);
    private static final ConnectOptions OPTIONS =
            ConnectOptions.DEFAULT.withTimeouts(SECONDS, SECONDS);

    @TempDir static Path folder;
    private static TestPki pki;
    private static LibvirtDaemon daemon;

    @BeforeAll
    static void startDaemon() throws IOException {
        Optional<String> obstacle = LibvirtDaemon.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
        assumeTrue(TestPki.isAvailable(), "openssl is not installed");
        pki = TestPki.create(folder.resolve("pki"));
        daemon =
                LibvirtDaemon.start(
                        folder.resolve("d"),
                        pki,
                        List.of("auth_tcp = \"none\"", "auth_unix_rw = \"none\""),
                        Map.of());
        script("ssh", "while [ \"$1\" != -- ]; do shift; done; shift 2; exec sh -c \"$1\"");
        script("bridge", "exec nc -U '" + daemon.socket() + "'");
    }

    @AfterAll
    static void stopDaemon() throws IOException {
        if (daemon != null) {
            daemon.close();
        }
    }

    /// Writes a program; each run of it adds its process number to `NAME.pids`.
    private static Path script(String name, String body) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\necho $$ >>'" + file + ".pids'\n" + body + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void assertNothingIsLeftOf(Path script) throws Exception {
        List<String> pids = Files.readAllLines(Path.of(script + ".pids"));
        assertThat(pids).isNotEmpty();
        for (String pid : pids) {
            Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(pid));
            if (process.isPresent()) {
                // Between the signal and the end that everybody sees there is a moment.
                process.get().onExit().get(10, TimeUnit.SECONDS);
            }
        }
    }

    /// The ways to the daemon.
    enum Way {
        UNIX("unix", "/session", "socket=%s"),
        TCP("tcp", "127.0.0.1:%s/session", ""),
        TLS("tls", "localhost:%s/session", "pkipath=%s"),
        SSH("ssh", "somewhere/session", "socket=%s&command=%s/ssh"),
        EXT("ext", "/session", "command=%s/bridge");

        private final String scheme;
        private final String rest;
        private final String query;

        Way(String scheme, String rest, String query) {
            this.scheme = scheme;
            this.rest = rest;
            this.query = query;
        }

        ConnectUri uri() {
            String place =
                    switch (this) {
                        case TCP -> rest.replace("%s", Integer.toString(daemon.tcpPort()));
                        case TLS -> rest.replace("%s", Integer.toString(daemon.tlsPort()));
                        case UNIX, SSH, EXT -> rest;
                    };
            String parameters =
                    switch (this) {
                        case UNIX, SSH ->
                                query.replaceFirst("%s", daemon.socket().toString())
                                        .replace("%s", folder.toString());
                        case TLS -> query.replace("%s", pki.folder().toString());
                        case EXT -> query.replace("%s", folder.toString());
                        case TCP -> query;
                    };
            return ConnectUri.parse("qemu+" + scheme + "://" + place + "?" + parameters);
        }
    }

    private static Connection connect(Way way) {
        return Connection.open(way.uri(), OPTIONS, environment());
    }

    private static ClientEnvironment environment() {
        return new ClientEnvironment(
                HostRoot.THIS_MACHINE,
                Map.of("HOME", folder.toString(), "PATH", "/usr/sbin:/usr/bin:/sbin:/bin"),
                false);
    }

    /// The document as virsh prints it, without the line end that virsh adds.
    private static String virshDocument(String... arguments) throws IOException {
        String printed = new String(daemon.virsh(arguments), UTF_8);
        return printed.substring(0, printed.length() - 1);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void documentsAreVirshsToTheByte(Way way) throws Exception {
        try (RemoteDriver driver = new RemoteDriver(way.uri(), OPTIONS, environment())) {
            Request any = Request.defaults();
            assertThat(new String(driver.answer(any).text(), UTF_8))
                    .isEqualTo(virshDocument("domcapabilities"));
            assertThat(
                            new String(
                                    driver.answer(any.withMachine("q35").withVirtType("qemu"))
                                            .text(),
                                    UTF_8))
                    .isEqualTo(
                            virshDocument(
                                    "domcapabilities", "--machine", "q35", "--virttype", "qemu"));
            assertThat(driver.domainCapabilities(any.withMachine("microvm")).machine())
                    .contains("microvm");
            assertThat(driver.connection().isEncrypted()).isEqualTo(way != Way.TCP);
        }
    }

    @Test
    void everythingElseIsVirshsToo() throws Exception {
        try (Connection connection = connect(Way.UNIX)) {
            assertThat(connection.uri()).isEqualTo("qemu:///session");
            assertThat(new String(connection.capabilities(), UTF_8))
                    .isEqualTo(virshDocument("capabilities"));
            assertThat(connection.hostname()).isEqualTo(daemon.virshText("hostname"));
            assertThat(daemon.virshText("version", "--daemon"))
                    .contains("QEMU " + connection.hypervisorVersion())
                    .endsWith("daemon: " + connection.daemonVersion());
            assertThat(daemon.virshText("nodeinfo"))
                    .contains(connection.nodeInfo().model())
                    .contains(connection.nodeInfo().memory() + " KiB");
            assertThat(String.join("\n", connection.cpuModelNames("x86_64")))
                    .isEqualTo(daemon.virshText("cpu-models", "x86_64"));
            assertThat(connection.type()).isEqualTo("QEMU");
            assertThat(connection.maxVcpus(Optional.of("qemu"))).isPositive();
            assertThatExceptionOfType(RemoteException.class)
                    .isThrownBy(() -> connection.maxVcpus(Optional.of("foo")))
                    .withMessageContaining("unknown type 'foo'");
            assertThat(connection.supports(Feature.KEEPALIVE)).isTrue();
            assertThat(connection.daemonIsSecure()).isTrue();
        }
    }

    @Test
    void cpusAreComparedAndCombinedAsVirshDoes() throws Exception {
        String cpu = "<cpu mode='custom' match='exact'><model>qemu64</model></cpu>";
        Path file = Files.writeString(folder.resolve("cpu.xml"), cpu);
        EmulatorChoice tcg =
                new EmulatorChoice(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("qemu"));
        try (Connection connection = connect(Way.UNIX)) {
            CpuComparison result = connection.compareHypervisorCpu(tcg, cpu, Set.of());
            String words =
                    daemon.virshText(
                            "hypervisor-cpu-compare", "--virttype", "qemu", file.toString());
            assertThat(words)
                    .contains(
                            switch (result) {
                                case INCOMPATIBLE -> "incompatible";
                                case IDENTICAL -> "identical";
                                case SUPERSET -> "superset";
                            });
            String document = virshDocument("domcapabilities", "--virttype", "qemu");
            Path source = Files.writeString(folder.resolve("caps.xml"), document);
            assertThat(
                            connection.baselineHypervisorCpu(
                                    tcg, List.of(hostModel(document)), Set.of()))
                    .isEqualTo(
                            new String(
                                    daemon.virsh(
                                            "hypervisor-cpu-baseline",
                                            "--virttype",
                                            "qemu",
                                            source.toString()),
                                    UTF_8));
        }
    }

    /// What virsh makes of a document that it is given for a baseline: the host model as a
    /// definition.
    private static String hostModel(String document) {
        int start = document.indexOf("<mode name='host-model' supported='yes'>");
        int end = document.indexOf("</mode>", start);
        return "<cpu>" + document.substring(document.indexOf('>', start) + 1, end) + "</cpu>";
    }

    @Test
    void theHostsEmulatorsAreThoseOfItsCapabilities() throws Exception {
        try (RemoteDriver driver = new RemoteDriver(Way.UNIX.uri(), OPTIONS, environment())) {
            String capabilities = daemon.virshText("capabilities");
            List<EmulatorOffer> offers = driver.emulators().offers();
            assertThat(offers).isNotEmpty();
            for (EmulatorOffer offer : offers) {
                assertThat(capabilities).contains("<emulator>" + offer.path() + "</emulator>");
                for (EmulatorOffer.Slot slot : offer.slots()) {
                    assertThat(slot.machines()).isNotEmpty();
                }
                Request request =
                        Request.defaults()
                                .withEmulator(offer.path())
                                .withArch(offer.archs().getFirst().xmlName());
                assertThat(driver.domainCapabilities(request).machine())
                        .as(offer.path())
                        .contains(offer.slots().getFirst().machines().getFirst().name());
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "--arch foo",
                "--virttype foo",
                "--machine foo",
                "--emulatorbin /does/not/exist",
                "--arch mips64el --emulatorbin /usr/bin/qemu-system-x86_64",
                "--virttype xen",
            })
    void refusalsHaveVirshsWords(String arguments) throws Exception {
        Request request = Request.defaults();
        String[] words = arguments.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            String value = words[i + 1];
            request =
                    switch (words[i]) {
                        case "--arch" -> request.withArch(value);
                        case "--virttype" -> request.withVirtType(value);
                        case "--machine" -> request.withMachine(value);
                        default -> request.withEmulator(value);
                    };
        }
        Request asked = request;
        List<String> command = new ArrayList<>(List.of("domcapabilities"));
        command.addAll(List.of(words));
        String theirs = "";
        try {
            daemon.virsh(command.toArray(String[]::new));
        } catch (IOException e) {
            theirs = e.getMessage();
        }
        String refusal = theirs;
        assertThat(refusal).startsWith("error: ");
        try (RemoteDriver driver = new RemoteDriver(Way.UNIX.uri(), OPTIONS, environment())) {
            assertThatExceptionOfType(RemoteException.class)
                    .isThrownBy(() -> driver.answer(asked))
                    .satisfies(e -> assertThat(refusal).endsWith("error: " + e.libvirtMessage()));
        }
    }

    @Test
    void manyThreadsShareOneConnection() throws Exception {
        String document = virshDocument("domcapabilities");
        String hostname = daemon.virshText("hostname");
        try (Connection connection = connect(Way.TLS);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                boolean big = i % 2 == 0;
                tasks.add(() ->
                        big
                                ? new String(
                                                connection.domainCapabilities(
                                                        EmulatorChoice.DEFAULT, 0),
                                                UTF_8)
                                        .equals(document)
                                : connection.hostname().equals(hostname));
            }
            for (Future<Boolean> answer : threads.invokeAll(tasks)) {
                assertThat(answer.get()).isTrue();
            }
        }
    }

    @Test
    void aDaemonThatIsKilledFailsEveryCallAtOnce() throws Exception {
        Path own = folder.resolve("k");
        try (LibvirtDaemon victim =
                LibvirtDaemon.start(own, pki, List.of("auth_unix_rw = \"none\""), Map.of())) {
            ConnectUri uri = ConnectUri.parse("qemu:///session?socket=" + victim.socket());
            AtomicInteger answered = new AtomicInteger();
            try (Connection connection = Connection.open(uri, OPTIONS, environment());
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<String>> callers = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    callers.add(
                            threads.submit(() -> {
                                try {
                                    while (true) {
                                        connection.hostname();
                                        answered.incrementAndGet();
                                    }
                                } catch (ConnectionException e) {
                                    return e.getMessage();
                                }
                            }));
                }
                while (answered.get() < 50) {
                    Thread.sleep(5);
                }
                victim.kill();
                for (Future<String> caller : callers) {
                    assertThat(caller)
                            .succeedsWithin(Duration.ofSeconds(5))
                            .asString()
                            .contains(victim.socket().toString());
                }
            }
        }
    }

    @Test
    void aDaemonThatHangsIsGivenUp() throws Exception {
        Path own = folder.resolve("h");
        try (LibvirtDaemon victim =
                LibvirtDaemon.start(own, pki, List.of("auth_unix_rw = \"none\""), Map.of())) {
            ConnectUri uri = ConnectUri.parse("qemu:///session?socket=" + victim.socket());
            ConnectOptions impatient = OPTIONS.withPulse(Duration.ofMillis(300), 2);
            try (Connection connection = Connection.open(uri, impatient, environment())) {
                connection.hostname();
                signal(victim.process(), "STOP");
                assertThatExceptionOfType(ConnectionException.class)
                        .isThrownBy(connection::hostname)
                        .withMessageContaining("no sign of life");
            } finally {
                signal(victim.process(), "CONT");
            }
        }
    }

    private static void signal(ProcessHandle process, String signal) throws Exception {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    }

    private static String failure(String uri, Duration timeout) {
        try (Connection connection =
                Connection.open(
                        ConnectUri.parse(uri),
                        OPTIONS.withTimeouts(timeout, timeout),
                        environment())) {
            return "connected to " + connection.uri();
        } catch (ConnectionException e) {
            return e.getMessage();
        }
    }

    private static String tls(Path certificates, String more) {
        return "qemu+tls://localhost:"
                + daemon.tlsPort()
                + "/session?pkipath="
                + certificates
                + more;
    }

    /// A folder with the authority's certificate, and perhaps a client's.
    private static Path clientFolder(String name, TestPki authority, String client)
            throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        Files.copy(authority.folder().resolve("cacert.pem"), own.resolve("cacert.pem"));
        if (!client.isEmpty()) {
            Files.copy(pki.folder().resolve(client + "cert.pem"), own.resolve("clientcert.pem"));
            Files.copy(pki.folder().resolve(client + "key.pem"), own.resolve("clientkey.pem"));
        }
        return own;
    }

    @Test
    void theDaemonRefusesThoseWithoutCertificate() throws Exception {
        Path none = clientFolder("none", pki, "");

        assertThat(failure(tls(none, ""), SECONDS)).contains("wants a certificate of ours");
    }

    @Test
    void aDaemonOfAnotherAuthorityOrNameIsNotBelieved() throws Exception {
        TestPki other = TestPki.create(folder.resolve("other"));
        Path strange = clientFolder("strange", other, "client");

        assertThat(failure(tls(strange, ""), SECONDS)).contains("TLS: ");
        assertThat(failure(tls(strange, "&no_verify=1"), SECONDS)).startsWith("connected");
        assertThat(failure(tls(pki.folder(), "").replace("localhost", "127.0.0.1"), SECONDS))
                .startsWith("connected");
    }

    @Test
    void aDaemonWithTheCertificateOfAnotherMachineIsNotBelieved() throws Exception {
        TestPki elsewhere =
                TestPki.create(folder.resolve("elsewhere"), "DNS:elsewhere,IP:127.0.0.9");
        try (LibvirtDaemon impostor =
                LibvirtDaemon.start(folder.resolve("i"), elsewhere, List.of(), Map.of())) {
            String uri =
                    "qemu+tls://localhost:"
                            + impostor.tlsPort()
                            + "/session?pkipath="
                            + elsewhere.folder();
            assertThat(failure(uri, SECONDS)).contains("TLS: ").contains("localhost");
            assertThat(failure(uri + "&no_verify=1", SECONDS)).startsWith("connected");
        }
    }

    @Test
    void aRevokedDaemonIsNotBelieved() throws Exception {
        Path own = clientFolder("crl", pki, "client");
        Files.writeString(pki.folder().resolve("index.txt"), "");
        Files.writeString(
                pki.folder().resolve("ca.cnf"),
                "[ca]\ndefault_ca=c\n[c]\ndatabase=index.txt\ndefault_md=sha256\n"
                        + "default_crl_days=9\n");
        pki.openssl(
                "ca",
                "-config",
                "ca.cnf",
                "-gencrl",
                "-keyfile",
                "cakey.pem",
                "-cert",
                "cacert.pem",
                "-out",
                "empty.pem");
        Files.copy(pki.folder().resolve("empty.pem"), own.resolve("cacrl.pem"));
        assertThat(failure(tls(own, ""), SECONDS)).startsWith("connected");

        pki.openssl(
                "ca",
                "-config",
                "ca.cnf",
                "-revoke",
                "servercert.pem",
                "-keyfile",
                "cakey.pem",
                "-cert",
                "cacert.pem");
        pki.openssl(
                "ca",
                "-config",
                "ca.cnf",
                "-gencrl",
                "-keyfile",
                "cakey.pem",
                "-cert",
                "cacert.pem",
                "-out",
                "full.pem");
        Files.delete(own.resolve("cacrl.pem"));
        Files.copy(pki.folder().resolve("full.pem"), own.resolve("cacrl.pem"));
        assertThat(failure(tls(own, ""), SECONDS)).contains("revoked");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"rsa:3072", "ec -pkeyopt ec_paramgen_curve:P-256", "ed25519"})
    void keysOfEveryKindAndFormLetUsIn(String kind) throws Exception {
        String name = "c" + kind.replaceAll("[^a-z0-9]", "");
        pki.sign(name, kind, "", "clientAuth");
        Path own = clientFolder(name, pki, name);
        assertThat(failure(tls(own, ""), SECONDS)).startsWith("connected");
        if (!kind.equals("ed25519")) {
            Path key = own.resolve("clientkey.pem");
            Path modern = pki.folder().resolve(name + "key.pem");
            pki.openssl("pkey", "-in", modern.toString(), "-traditional", "-out", key.toString());
            assertThat(Files.readString(key)).containsPattern("BEGIN (RSA|EC) PRIVATE KEY");
            assertThat(failure(tls(own, ""), SECONDS)).startsWith("connected");
        }
    }

    @Test
    void badCertificateFilesAreToldBeforeAnybodyIsCalled() throws Exception {
        Path broken = clientFolder("broken", pki, "client");
        Files.writeString(broken.resolve("clientkey.pem"), "no key");
        assertThat(failure(tls(broken, ""), SECONDS))
                .contains(broken.resolve("clientkey.pem").toString())
                .contains("no private key");

        Path server = clientFolder("server", pki, "server");
        assertThat(failure(tls(server, ""), SECONDS)).contains("not meant for clients");

        Path gone = folder.resolve("gone");
        assertThat(failure(tls(gone, ""), SECONDS)).contains(gone.resolve("cacert.pem").toString());

        Files.copy(pki.folder().resolve("clientcert.pem"), gone(gone).resolve("cacert.pem"));
        assertThat(failure(tls(gone, ""), SECONDS)).contains("not one of an authority");
    }

    private static Path gone(Path folder) throws IOException {
        return Files.createDirectories(folder);
    }

    private static String ssh(Path program) {
        return "qemu+ssh://somewhere/session?socket=" + daemon.socket() + "&command=" + program;
    }

    @Test
    void whatSshSaysIsPartOfTheError() throws Exception {
        Path failing = script("failing", "echo 'Host key verification failed.' >&2; exit 255");

        assertThat(failure(ssh(failing), SECONDS))
                .contains("ssh to somewhere")
                .contains("exit status 255")
                .contains("Host key verification failed.");
        assertThat(failure(ssh(folder.resolve("missing")), SECONDS))
                .contains("there is no program");
    }

    @Test
    void sshThatHangsIsKilledWithAllItStarted() throws Exception {
        Path hanging =
                script(
                        "hanging",
                        "sh -c 'echo $$ >>\""
                                + folder
                                + "/hanging.pids\"; exec sleep 1000' & trap '' TERM; sleep 1000");

        assertThat(failure(ssh(hanging), Duration.ofSeconds(1))).contains("within 1.0 s");
        assertNothingIsLeftOf(hanging);
    }

    @Test
    void aConnectionThroughSshLeavesNothingBehind() throws Exception {
        try (Connection connection = connect(Way.SSH)) {
            assertThat(connection.hostname()).isNotEmpty();
        }
        assertNothingIsLeftOf(folder.resolve("ssh"));
    }
}
