package org.domcaps.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A daemon that speaks libvirt's protocol and lives in a folder of its own, and `virsh` beside it:
/// libvirt's own for one user, or `domcaps serve`. Its cache is empty at first.
///
/// Nothing outside that folder is touched. For root, libvirtd would be the daemon of the machine,
/// with the machine's files; so then it is started in a user namespace, in which root has another
/// number and keeps its access to `/dev/kvm`.
final class Daemon implements AutoCloseable {

    /// Ends a daemon that was left behind because this process was killed.
    private static final String IDLE_SECONDS = "30";

    private static final long READY_SECONDS = 20;
    private static final List<String> AS_SOMEBODY =
            List.of("unshare", "--user", "--map-user=1", "--map-group=1", "--");

    private final Launcher launcher;
    private final PrivateFolder folder;
    private final Map<String, String> environment;
    private final Launcher.Child daemon;
    private final String name;
    private final Path socket;

    private Daemon(
            Launcher launcher,
            PrivateFolder folder,
            String name,
            List<String> command,
            Path socket) {
        this.launcher = launcher;
        this.folder = folder;
        this.name = name;
        this.socket = socket;
        this.environment = folder.environment();
        this.daemon = launcher.start(command, environment, folder.resolve(name));
        Runtime.getRuntime().addShutdownHook(new Thread(daemon::terminate));
    }

    /// Why there can be no daemon on this machine; empty if there can.
    static Optional<String> obstacle(Launcher launcher) {
        if (Programs.find("libvirtd").isEmpty() || Programs.find("virsh").isEmpty()) {
            return Optional.of(
                    "libvirtd and virsh are not both installed here, so there is nothing to compare"
                            + " with");
        }
        try (PrivateFolder folder = PrivateFolder.create()) {
            List<String> command = new ArrayList<>(asSomebody());
            command.add("true");
            if (launcher.run(command, folder.environment(), folder.resolve("out")).exit() != 0) {
                return Optional.of(
                        "no libvirtd of its own: root cannot make a user namespace here;"
                                + " run the benchmark as an ordinary user");
            }
        }
        return Optional.empty();
    }

    private static List<String> asSomebody() {
        return isRoot() ? AS_SOMEBODY : List.of();
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid", LinkOption.NOFOLLOW_LINKS)
                    .equals(0);
        } catch (IOException e) {
            throw new BenchException("cannot find out who runs this: " + e.getMessage(), e);
        }
    }

    /// Starts libvirt's daemon and waits until it answers. It has not looked at any QEMU yet.
    static Daemon libvirtd(Launcher launcher) {
        PrivateFolder folder = PrivateFolder.create();
        List<String> command = new ArrayList<>(asSomebody());
        command.addAll(List.of("libvirtd", "--timeout", IDLE_SECONDS));
        Path socket = folder.resolve("run").resolve("libvirt").resolve("libvirt-sock");
        return ready(new Daemon(launcher, folder, "libvirtd", command, socket));
    }

    /// Starts `domcaps serve` and waits until it answers. It has not looked at any QEMU yet.
    ///
    /// @param release the release of libvirt whose documents it gives
    static Daemon domcaps(Launcher launcher, Command domcaps, String release) {
        PrivateFolder folder = PrivateFolder.create();
        Path socket = folder.resolve("run").resolve("domcaps-sock");
        List<String> command = new ArrayList<>(domcaps.domcaps());
        command.addAll(
                List.of(
                        "serve",
                        "--socket",
                        socket.toString(),
                        "--generation",
                        release,
                        "--log-level",
                        "warning"));
        return ready(new Daemon(launcher, folder, "domcaps", command, socket));
    }

    private static Daemon ready(Daemon daemon) {
        daemon.awaitReady();
        return daemon;
    }

    private void awaitReady() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        while (!Files.exists(socket) || virsh("uri").exit() != 0) {
            if (!daemon.isAlive() || System.nanoTime() - end > 0) {
                String words = text(folder.resolve(name + ".err")).strip();
                close();
                throw new BenchException(name + " did not become ready: " + words);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(2);
            } catch (InterruptedException e) {
                throw new BenchException("interrupted", e);
            }
        }
    }

    /// Its socket.
    Path socket() {
        return socket;
    }

    /// What a client opens there.
    static String uri() {
        return "qemu:///session";
    }

    private Launcher.Run virsh(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("virsh", "-c", "qemu+unix:///session?socket=" + socket));
        command.addAll(List.of(arguments));
        return launcher.run(command, environment, folder.resolve("answer"));
    }

    /// A process of `virsh` that asks for the document of an emulator, from its start to its end.
    Launcher.Run ask(Path emulator) {
        Launcher.Run run = virsh("domcapabilities", "--emulatorbin", emulator.toString());
        if (run.exit() != 0 || !text(folder.resolve("answer")).contains("</domainCapabilities>")) {
            throw new BenchException(
                    "virsh did not print a document: "
                            + text(folder.resolve("answer.err")).strip());
        }
        return run;
    }

    /// The memory of the daemon that is resident now.
    long residentMegabytes() {
        String status = text(Path.of("/proc", Integer.toString(daemon.pid()), "status"));
        for (String line : status.split("\n")) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1_000_000;
            }
        }
        throw new BenchException(name + " is gone");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BenchException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /// Ends the daemon and removes everything that it wrote.
    @Override
    public void close() {
        daemon.terminate();
        daemon.await();
        folder.close();
    }
}
