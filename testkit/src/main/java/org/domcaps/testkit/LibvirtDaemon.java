package org.domcaps.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A real `libvirtd` that lives in a folder of its own, and `virsh` beside it.
///
/// It is a session daemon, so it opens `qemu:///session`. For root, libvirtd would be the daemon of
/// the machine, with the machine's files; so then it is started in a user namespace, in which root
/// has another number. Nothing outside the folder is touched.
public final class LibvirtDaemon implements AutoCloseable {

    /// Ends a daemon that was left behind because the test was killed.
    private static final String IDLE_SECONDS = "300";

    private static final long READY_SECONDS = 20;
    private static final Path LIBVIRTD = Path.of("/usr/sbin/libvirtd");
    private static final Path VIRSH = Path.of("/usr/bin/virsh");
    private static final List<String> AS_SOMEBODY =
            List.of("unshare", "--user", "--map-user=1", "--map-group=1", "--");

    private final Path folder;
    private final Process process;
    private final int tcpPort;
    private final int tlsPort;

    private LibvirtDaemon(Path folder, Process process, int tcpPort, int tlsPort) {
        this.folder = folder;
        this.process = process;
        this.tcpPort = tcpPort;
        this.tlsPort = tlsPort;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /// Why there can be no daemon on this machine; empty if there can.
    public static Optional<String> obstacle() {
        if (!Files.isExecutable(LIBVIRTD) || !Files.isExecutable(VIRSH)) {
            return Optional.of("libvirtd and virsh are not both installed");
        }
        if (!isRoot()) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(AS_SOMEBODY);
        command.add("true");
        try {
            return new ProcessBuilder(command).start().waitFor() == 0
                    ? Optional.empty()
                    : Optional.of("root cannot make a user namespace here");
        } catch (IOException | InterruptedException e) {
            return Optional.of("no user namespace: " + e.getMessage());
        }
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0)
                    .equals(
                            Files.getAttribute(
                                    Path.of("/proc/self"), "unix:uid", LinkOption.NOFOLLOW_LINKS));
        } catch (IOException _) {
            return false;
        }
    }

    /// Starts a daemon on a unix socket, TCP and TLS, and waits until it listens.
    ///
    /// @param folder an empty folder; its path has to be short, because a socket lies below it
    /// @param pki the daemon's certificate, and whose clients it believes
    /// @param settings lines for `libvirtd.conf`, such as `auth_tcp = "none"`
    /// @param environment variables besides those that give it its folders
    public static LibvirtDaemon start(
            Path folder, TestPki pki, List<String> settings, Map<String, String> environment)
            throws IOException {
        int tcp = freePort();
        int tls = freePort();
        List<String> lines = new ArrayList<>();
        lines.add("listen_tls = 1");
        lines.add("listen_tcp = 1");
        lines.add("listen_addr = \"127.0.0.1\"");
        lines.add("tcp_port = \"" + tcp + "\"");
        lines.add("tls_port = \"" + tls + "\"");
        lines.add("unix_sock_dir = \"" + folder.resolve("run/libvirt") + "\"");
        lines.add("ca_file = \"" + pki.folder().resolve("cacert.pem") + "\"");
        lines.add("cert_file = \"" + pki.folder().resolve("servercert.pem") + "\"");
        lines.add("key_file = \"" + pki.folder().resolve("serverkey.pem") + "\"");
        lines.addAll(settings);
        Path configuration =
                Files.createDirectories(folder.resolve("etc")).resolve("libvirtd.conf");
        Files.write(configuration, lines);
        Files.createDirectories(folder.resolve("run"));
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(AS_SOMEBODY);
        }
        command.addAll(List.of(LIBVIRTD.toString(), "--listen", "--timeout", IDLE_SECONDS));
        command.addAll(List.of("--config", configuration.toString()));
        command.addAll(List.of("--pid-file", folder.resolve("run/pid").toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(variables(folder));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        LibvirtDaemon daemon = new LibvirtDaemon(folder, builder.start(), tcp, tls);
        daemon.awaitReady();
        return daemon;
    }

    private static Map<String, String> variables(Path folder) {
        return Map.of(
                "HOME", folder.toString(),
                "XDG_RUNTIME_DIR", folder.resolve("run").toString(),
                "XDG_CONFIG_HOME", folder.resolve("config").toString(),
                "XDG_CACHE_HOME", folder.resolve("cache").toString(),
                "LC_ALL", "C");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        while (!Files.exists(socket()) || !listens(tcpPort) || !listens(tlsPort)) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                process.destroyForcibly();
                throw new IOException(
                        "libvirtd did not become ready: "
                                + Files.readString(folder.resolve("log")));
            }
            pause();
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    /// Its unix socket.
    public Path socket() {
        return folder.resolve("run").resolve("libvirt").resolve("libvirt-sock");
    }

    /// Its port for plain TCP.
    public int tcpPort() {
        return tcpPort;
    }

    /// Its port for TLS.
    public int tlsPort() {
        return tlsPort;
    }

    /// What `virsh` prints when it asks this daemon over the unix socket. Quiet, so that a document
    /// is followed by one line end more than it has.
    ///
    /// @throws IOException if virsh fails, with what it said
    public byte[] virsh(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                VIRSH.toString(),
                                "-q",
                                "-c",
                                "qemu+unix:///session?socket=" + socket()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(variables(folder));
        Path errors = folder.resolve("virsh.err");
        Process virsh = builder.redirectError(errors.toFile()).start();
        virsh.getOutputStream().close();
        byte[] printed = virsh.getInputStream().readAllBytes();
        try {
            if (virsh.waitFor() != 0) {
                throw new IOException(Files.readString(errors).strip());
            }
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
        return printed;
    }

    /// The same as text, without blanks around it.
    public String virshText(String... arguments) throws IOException {
        return new String(virsh(arguments), StandardCharsets.UTF_8).strip();
    }

    /// The process.
    public ProcessHandle process() {
        return process.toHandle();
    }

    /// Kills it, as a crash would.
    public void kill() {
        process.destroyForcibly();
    }

    /// Ends it and waits until it is gone.
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IOException("interrupted", e);
        }
    }
}
