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

/// A session daemon of libvirt that lives in a folder of its own, and `virsh` beside it. Its cache
/// is empty at first.
///
/// Nothing outside that folder is touched. For root, libvirtd would be the daemon of the machine,
/// with the machine's files; so then it is started in a user namespace, in which root has another
/// number and keeps its access to `/dev/kvm`.
final class Libvirtd implements AutoCloseable {

    /// Ends a daemon that was left behind because this process was killed.
    private static final String IDLE_SECONDS = "30";

    private static final long READY_SECONDS = 20;
    private static final List<String> AS_SOMEBODY =
            List.of("unshare", "--user", "--map-user=1", "--map-group=1", "--");

    private final Launcher launcher;
    private final PrivateFolder folder;
    private final Map<String, String> environment;
    private final Launcher.Child daemon;

    private Libvirtd(Launcher launcher, PrivateFolder folder, Launcher.Child daemon) {
        this.launcher = launcher;
        this.folder = folder;
        this.environment = folder.environment();
        this.daemon = daemon;
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

    /// Starts a daemon and waits until it answers. It has not looked at any QEMU yet.
    static Libvirtd start(Launcher launcher) {
        PrivateFolder folder = PrivateFolder.create();
        List<String> command = new ArrayList<>(asSomebody());
        command.addAll(List.of("libvirtd", "--timeout", IDLE_SECONDS));
        Launcher.Child daemon =
                launcher.start(command, folder.environment(), folder.resolve("libvirtd"));
        Libvirtd started = new Libvirtd(launcher, folder, daemon);
        started.awaitReady();
        return started;
    }

    private void awaitReady() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        while (!Files.exists(socket()) || virsh("uri").exit() != 0) {
            if (!daemon.isAlive() || System.nanoTime() - end > 0) {
                String words = text(folder.resolve("libvirtd.err")).strip();
                close();
                throw new BenchException("libvirtd did not become ready: " + words);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(2);
            } catch (InterruptedException e) {
                throw new BenchException("interrupted", e);
            }
        }
    }

    private Path socket() {
        return folder.resolve("run").resolve("libvirt").resolve("libvirt-sock");
    }

    private Launcher.Run virsh(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("virsh", "-c", "qemu+unix:///session?socket=" + socket()));
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
        throw new BenchException("libvirtd is gone");
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
