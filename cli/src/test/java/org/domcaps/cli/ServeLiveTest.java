package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The daemon of this host, asked by the real clients of libvirt, over every transport.
@Tag("live")
class ServeLiveTest {

    private static final List<String> NEEDED =
            List.of("virsh", "virt-install", "openssl", "qemu-system-x86_64");

    @TempDir static Path folder;
    private static ServedDaemon daemon;

    @BeforeAll
    static void start() throws Exception {
        for (String program : NEEDED) {
            assumeTrue(Files.exists(Path.of("/usr/bin/" + program)), program + " is missing");
        }
        Certificates.make(folder.resolve("pki"));
        daemon =
                ServedDaemon.start(
                        folder,
                        "--readonly-socket",
                        folder + "/ro",
                        "--tcp",
                        "0",
                        "--tls",
                        "127.0.0.1:0",
                        "--pki",
                        folder + "/pki",
                        "--metrics",
                        "0",
                        "--log-level",
                        "debug");
    }

    @AfterAll
    static void stop() throws Exception {
        if (daemon != null) {
            daemon.close();
        }
    }

    private static List<String> uris() throws Exception {
        return List.of(
                daemon.unixUri(),
                "qemu+tcp://127.0.0.1:" + daemon.port("tcp") + "/system",
                "qemu+tls://127.0.0.1:"
                        + daemon.port("tls")
                        + "/system?pkipath="
                        + folder
                        + "/pki");
    }

    private static void assertGood(Run run) {
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void virshPrintsOverEveryTransportWhatGetPrints() throws Exception {
        Run get = ServedDaemon.run(folder, ServedDaemon.command("get").toArray(new String[0]));
        assertGood(get);
        for (String uri : uris()) {
            Run run = daemon.virshOver(uri, "domcapabilities");
            assertGood(run);
            assertThat(run.out()).as(uri).isEqualTo(get.out() + "\n");
        }
    }

    @Test
    void everyOptionOfDomcapabilitiesIsHeard() throws Exception {
        String emulator = "/usr/bin/qemu-system-x86_64";
        Run get =
                ServedDaemon.run(
                        folder,
                        ServedDaemon.command(
                                        "get",
                                        "--emulatorbin",
                                        emulator,
                                        "--arch",
                                        "x86_64",
                                        "--machine",
                                        "q35",
                                        "--virttype",
                                        "qemu")
                                .toArray(new String[0]));
        Run run =
                daemon.virsh(
                        "domcapabilities",
                        "--emulatorbin",
                        emulator,
                        "--arch",
                        "x86_64",
                        "--machine",
                        "q35",
                        "--virttype",
                        "qemu");
        assertGood(run);
        assertThat(run.out()).isEqualTo(get.out() + "\n");
    }

    @Test
    void virshAsksEverythingElseOnTheWay() throws Exception {
        for (String uri : uris()) {
            Run version = daemon.virshOver(uri, "version", "--daemon");
            assertGood(version);
            assertThat(version.out())
                    .contains("Running hypervisor: QEMU ")
                    .contains("Running against daemon: 12.8.0");
            assertThat(daemon.virshOver(uri, "uri").out()).isEqualTo(uri + "\n");
            assertThat(daemon.virshOver(uri, "hostname").out().strip())
                    .isEqualTo(Files.readString(Path.of("/proc/sys/kernel/hostname")).strip());
            Run node = daemon.virshOver(uri, "nodeinfo");
            assertGood(node);
            assertThat(node.out()).contains("CPU(s):").contains("Memory size:");
            assertThat(daemon.virshOver(uri, "list", "--all").out()).isBlank();
            Run models = daemon.virshOver(uri, "cpu-models", "x86_64");
            assertGood(models);
            assertThat(models.out()).startsWith("486\n").contains("\nEPYC\n");
            Run capabilities = daemon.virshOver(uri, "capabilities");
            assertGood(capabilities);
            assertThat(capabilities.out())
                    .startsWith("<capabilities>")
                    .contains("<emulator>/usr/bin/qemu-system-x86_64</emulator>");
        }
    }

    @Test
    void aHostIsItsOwnBaselineAndIdenticalToItself() throws Exception {
        Path document = folder.resolve("document.xml");
        Files.writeString(document, daemon.virsh("domcapabilities").out());
        Run baseline = daemon.virsh("hypervisor-cpu-baseline", document.toString());
        assertGood(baseline);
        assertThat(baseline.out()).startsWith("<cpu mode='custom' match='exact'>");
        Path cpu = Files.writeString(folder.resolve("cpu.xml"), baseline.out());
        Run compare = daemon.virsh("hypervisor-cpu-compare", cpu.toString());
        assertThat(compare.code()).as(compare.toString()).isZero();
        Run self = daemon.virsh("hypervisor-cpu-compare", document.toString());
        assertThat(self.out()).contains("identical");
        Path unknown =
                Files.writeString(
                        folder.resolve("unknown.xml"),
                        "<cpu mode='custom' match='exact'><model>Foo</model></cpu>");
        assertThat(daemon.virsh("hypervisor-cpu-compare", unknown.toString()).err())
                .contains("error: internal error: Unknown CPU model Foo");
    }

    @ParameterizedTest
    @CsvSource({
        "--virttype, foo, 'invalid argument: unknown virttype: foo'",
        "--arch, foo, 'invalid argument: unknown architecture: foo'",
        "--arch, parisc64,"
                + " 'unsupported configuration: unable to find any emulator to serve ''parisc64''"
                + " architecture'",
        "--emulatorbin, /does/not/exist,"
                + " 'Cannot check QEMU binary /does/not/exist: No such file or directory'",
        "--emulatorbin, /etc/passwd,"
                + " 'QEMU binary /etc/passwd is not executable: Permission denied'",
        "--machine, foo,"
                + " 'invalid argument: the machine ''foo'' is not supported by emulator"
                + " ''/usr/bin/qemu-system-x86_64'''",
        "--virttype, xen, 'invalid argument: Emulator ''/usr/bin/qemu-system-x86_64'' does not"
                + " support virt type ''xen'''"
    })
    void refusalsReadAsThoseOfARealDaemon(String option, String value, String message)
            throws Exception {
        Run run = daemon.virsh("domcapabilities", option, value);
        if (option.equals("--virttype") && value.equals("xen")) {
            assumeTrue(Files.isWritable(Path.of("/dev/kvm")), "without KVM another row says no");
        }
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("error: failed to get emulator capabilities\nerror: " + message + "\n");
    }

    @Test
    void anotherArchitectureThanTheEmulatorsIsRefused() throws Exception {
        assertThat(
                        daemon.virsh(
                                        "domcapabilities",
                                        "--emulatorbin",
                                        "/usr/bin/qemu-system-x86_64",
                                        "--arch",
                                        "aarch64")
                                .err())
                .isEqualTo(
                        "error: failed to get emulator capabilities\nerror: invalid argument:"
                                + " architecture from emulator 'x86_64' doesn't match given"
                                + " architecture 'aarch64'\n");
    }

    @Test
    void readOnlyConnectionsGetTheHostButNotTheEmulator() throws Exception {
        String uri = "qemu+unix:///system?socket=" + folder + "/ro";
        assertGood(daemon.virshOver(uri, "-r", "capabilities"));
        assertThat(daemon.virshOver(uri, "domcapabilities").err())
                .contains(
                        "error: operation forbidden: read only access prevents"
                                + " virConnectGetDomainCapabilities");
    }

    @Test
    void whoHasNoTrustedCertificateGetsNoAnswer() throws Exception {
        Path foreign = folder.resolve("foreign");
        Certificates.make(foreign);
        // The client trusts the daemon, but its own certificate is another authority's.
        Files.copy(
                folder.resolve("pki/cacert.pem"),
                foreign.resolve("cacert.pem"),
                StandardCopyOption.REPLACE_EXISTING);
        String uri =
                "qemu+tls://127.0.0.1:"
                        + daemon.port("tls")
                        + "/system?no_sanity=1&pkipath="
                        + foreign;
        Run run = daemon.virshOver(uri, "domcapabilities");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isBlank();
        daemon.awaitLog("refused on tls");
        Path without = Files.createDirectories(folder.resolve("without"));
        Files.copy(folder.resolve("pki/cacert.pem"), without.resolve("cacert.pem"));
        assertThat(
                        daemon.virshOver(
                                        "qemu+tls://127.0.0.1:"
                                                + daemon.port("tls")
                                                + "/system?pkipath="
                                                + without,
                                        "domcapabilities")
                                .code())
                .isEqualTo(1);
        assertGood(daemon.virsh("uri"));
    }

    @Test
    void garbageInsteadOfAHandshakeHarmsNobody() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), daemon.port("tls"))) {
            socket.getOutputStream().write(new byte[5000]);
            int first = socket.getInputStream().read();
            assertThat(first).isNotEqualTo(1);
        } catch (IOException _) {
            // Hanging up is an answer, too.
        }
        assertGood(daemon.virsh("uri"));
    }

    @Test
    void virtInstallMakesADomain() throws Exception {
        for (String way : List.of("--print-xml", "--dry-run")) {
            Run run =
                    ServedDaemon.run(
                            folder,
                            "virt-install",
                            "--connect",
                            daemon.unixUri(),
                            "--name",
                            "guest",
                            "--memory",
                            "512",
                            "--import",
                            "--disk",
                            "none",
                            "--osinfo",
                            "generic",
                            "--boot",
                            "uefi",
                            way);
            assertThat(run.code()).as(run.toString()).isZero();
            assertThat(run.out())
                    .contains(
                            way.equals("--print-xml")
                                    ? "<emulator>/usr/bin/qemu-system-x86_64</emulator>"
                                    : "Dry run completed successfully");
        }
    }

    @Test
    void libvirtPythonSeesEveryFieldOfAnError() throws Exception {
        Path script = folder.resolve("script.py");
        Files.writeString(
                script,
                """
                import libvirt, sys
                libvirt.registerErrorHandler(lambda *a: None, None)
                c = libvirt.open(sys.argv[1])
                print(c.getType(), c.getLibVersion(), c.isSecure(), c.getMaxVcpus('qemu'))
                print(len(c.listAllDomains()), c.getInfo()[0], c.getCapabilities()[:14])
                print(c.getDomainCapabilities()[:20])
                for call in (lambda: c.getDomainCapabilities(None, 'foo'),
                             lambda: c.getDomainCapabilities(flags=128),
                             lambda: c.networkLookupByName('x')):
                    try:
                        call()
                    except libvirt.libvirtError as e:
                        print(e.get_error_code(), e.get_error_domain(), e.get_error_level(),
                              e.get_str1(), '|', e.get_str2(), '|', e.get_int1(), e)
                """);
        Run run = ServedDaemon.run(folder, "/usr/bin/python3", script.toString(), daemon.unixUri());
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .containsExactly(
                        "QEMU 12008000 1 16",
                        "0 x86_64 <capabilities>",
                        "<domainCapabilities>",
                        "8 10 2 invalid argument: %1$s | unknown architecture: foo | -1 invalid"
                                + " argument: unknown architecture: foo",
                        "8 10 2 qemuConnectGetDomainCapabilities | flags | 0 unsupported flags"
                                + " (0x80) in function qemuConnectGetDomainCapabilities",
                        "43 19 2 Network not found: %1$s | no network with matching name 'x' | -1"
                                + " Network not found: no network with matching name 'x'");
    }

    @Test
    void theCheckOfARunningDaemonPasses() throws Exception {
        Run run =
                ServedDaemon.run(
                        folder,
                        ServedDaemon.command("serve", "--check", daemon.unixUri())
                                .toArray(new String[0]));
        assertThat(run.code()).as(run.toString()).isZero();
        assertThat(run.out()).contains("ok      domain capabilities");
    }

    @Test
    void aSecondDaemonOnTheSameSocketSaysSoInOneLine() throws Exception {
        Run run =
                ServedDaemon.run(
                        folder,
                        ServedDaemon.command("serve", "--socket", folder + "/sock")
                                .toArray(new String[0]));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("another server is listening on").hasLineCount(1);
    }
}
