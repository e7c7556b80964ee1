package org.domcaps.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whole processes, from exec to death: `domcaps get` with and without cached facts, beside libvirt
/// and an empty JVM.
final class ProcessBench {

    private static final String COLD = "cold: whole `domcaps get --no-cache`";
    private static final String COLD_AIM = "at most 0.5 of the peer";
    private static final String WARM = "warm: whole `domcaps get`";
    private static final String WARM_AIM = "at most 60 ms, 64 MB";

    private final Launcher launcher;
    private final Command command;
    private final Path emulator;
    private final int runs;
    private final Optional<String> noPeer;

    ProcessBench(Launcher launcher, Command command, Path emulator, int runs) {
        this.launcher = launcher;
        this.command = command;
        this.emulator = emulator;
        this.runs = runs;
        this.noPeer = Daemon.obstacle(launcher);
    }

    /// Nothing cached, on either side.
    ///
    /// @param floor what QEMU alone takes, measured in the same run
    Row cold(Optional<Figure> floor) {
        Series ours = new Series();
        Series peer = new Series();
        boolean fair = true;
        for (int i = 0; i <= runs; i++) {
            try (PrivateFolder home = PrivateFolder.create()) {
                ours.add(get(home, "--no-cache"));
            }
            if (noPeer.isEmpty()) {
                try (Daemon daemon = Daemon.libvirtd(launcher)) {
                    int before = launcher.orphans();
                    peer.add(daemon.ask(emulator));
                    fair &= launcher.orphans() > before;
                }
            }
        }
        List<String> notes = new ArrayList<>();
        if (noPeer.isPresent()) {
            notes.add(noPeer.get());
        } else if (fair) {
            notes.add(
                    "the peer is `virsh domcapabilities` waiting for the first answer of a fresh"
                        + " libvirtd that is ready and has an empty cache; the daemon's own start"
                        + " is not counted");
        } else {
            notes.add(
                    "no figure for libvirtd: the QEMU processes that it started did not become"
                        + " children of this benchmark, so nobody saw to it that they were buried"
                        + " at once");
        }
        if (floor.isPresent()) {
            notes.add("the floor is QEMU's own time, the bare client's");
        }
        return new Row(
                COLD,
                ours.figure(),
                fair ? peer.figure() : Optional.empty(),
                floor,
                COLD_AIM,
                notes);
    }

    /// Facts cached on our side, and a daemon that has answered before on the other.
    Row warm() {
        Series ours = new Series();
        Series peer = new Series();
        Series empty = new Series();
        List<String> notes = new ArrayList<>();
        notes.add("the floor is a Java program that says hello, with the same flags");
        try (PrivateFolder home = PrivateFolder.create()) {
            get(home);
            Optional<Daemon> daemon =
                    noPeer.isEmpty() ? Optional.of(Daemon.libvirtd(launcher)) : Optional.empty();
            try {
                daemon.ifPresent(ready -> ready.ask(emulator));
                for (int i = 0; i <= runs; i++) {
                    empty.add(run(home, command.hello()));
                    daemon.ifPresent(ready -> peer.add(ready.ask(emulator)));
                    ours.add(get(home));
                }
                daemon.ifPresent(ready ->
                        notes.add(
                                "the peer is `virsh domcapabilities` at a libvirtd that has"
                                        + " answered before; the memory is that of virsh alone, the"
                                        + " daemon's is "
                                        + ready.residentMegabytes()
                                        + " MB"));
            } finally {
                daemon.ifPresent(Daemon::close);
            }
        }
        noPeer.ifPresent(notes::add);
        command.remark().ifPresent(notes::add);
        return new Row(WARM, ours.figure(), peer.figure(), empty.figure(), WARM_AIM, notes);
    }

    private Launcher.Run get(PrivateFolder home, String... options) {
        List<String> words = new ArrayList<>(command.domcaps());
        words.addAll(List.of("get", "--emulatorbin", emulator.toString()));
        words.addAll(List.of(options));
        Launcher.Run run = run(home, words);
        if (!text(home.resolve("answer")).contains("</domainCapabilities>")) {
            throw new BenchException("domcaps did not print a document");
        }
        return run;
    }

    private Launcher.Run run(PrivateFolder home, List<String> words) {
        Launcher.Run run = launcher.run(words, home.environment(), home.resolve("answer"));
        if (run.exit() != 0) {
            throw new BenchException(
                    "'"
                            + String.join(" ", words)
                            + "' failed: "
                            + text(home.resolve("answer.err")).strip());
        }
        return run;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BenchException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
