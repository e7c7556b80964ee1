package org.domcaps.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `domcaps serve` beside libvirt's daemon: the first answer of fresh ones, and how many answers
/// they give and how soon when they know them.
final class ServeBench {

    private static final String FIRST = "cold: first answer of a fresh `domcaps serve`";
    private static final String FIRST_AIM = "at most 0.33 of the peer";
    private static final String LATENCY = "serve: one connection, latency";
    private static final String LATENCY_AIM = "at most 0.5 of the peer";
    private static final String THROUGHPUT_AIM = "at most 0.33 of the peer";
    private static final int[] CONNECTIONS = {8, 64};

    /// The release whose document is most like that of the libvirt that distributions have, so that
    /// both daemons send about the same number of bytes.
    private static final String RELEASE = "10.7";

    private static final int ROUNDS = 7;
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final double MILLION = 1e6;
    private static final double BILLION = 1e9;

    private final Launcher launcher;
    private final Command command;
    private final Path emulator;
    private final int runs;
    private final Optional<String> noPeer;

    ServeBench(Launcher launcher, Command command, Path emulator, int runs) {
        this.launcher = launcher;
        this.command = command;
        this.emulator = emulator;
        this.runs = runs;
        this.noPeer = Daemon.obstacle(launcher);
    }

    /// The first answer of a daemon that is ready and has an empty cache, to a virsh that waits.
    Row first() {
        Series ours = new Series();
        Series peer = new Series();
        boolean fair = true;
        for (int i = 0; i <= runs; i++) {
            try (Daemon daemon = Daemon.domcaps(launcher, command, RELEASE)) {
                ours.add(daemon.ask(emulator));
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
        notes.add(
                "the process of `virsh domcapabilities`, asking a daemon that is ready and has an"
                        + " empty cache; the memory is that of virsh");
        noPeer.ifPresent(notes::add);
        if (!fair) {
            notes.add("no figure for libvirtd: its dead QEMU processes were not buried at once");
        }
        return new Row(
                FIRST,
                ours.figure(),
                fair ? peer.figure() : Optional.empty(),
                Optional.empty(),
                FIRST_AIM,
                notes);
    }

    /// Answers that the daemons have given before: latency on one connection, then time per answer
    /// on several.
    List<Row> warm() {
        List<Row> rows = new ArrayList<>();
        try (Daemon ours = Daemon.domcaps(launcher, command, RELEASE)) {
            ours.ask(emulator);
            Optional<Daemon> peer =
                    noPeer.isEmpty() ? Optional.of(Daemon.libvirtd(launcher)) : Optional.empty();
            try {
                peer.ifPresent(daemon -> daemon.ask(emulator));
                rows.add(latency(ours, peer));
                for (int connections : CONNECTIONS) {
                    rows.add(throughput(ours, peer, connections));
                }
            } finally {
                peer.ifPresent(Daemon::close);
            }
        }
        return rows;
    }

    private Row latency(Daemon ours, Optional<Daemon> peer) {
        Side us = new Side(ours, 1);
        Optional<Side> them = peer.map(daemon -> new Side(daemon, 1));
        measure(us, them);
        List<String> notes = new ArrayList<>();
        notes.add(us.p99("ours"));
        them.ifPresent(side -> notes.add(side.p99("the peer's")));
        notes.add(
                "the document of release "
                        + RELEASE
                        + ", which is about as long as the peer's; the same client asks both");
        noPeer.ifPresent(notes::add);
        return new Row(
                LATENCY,
                us.medians.figure(),
                them.flatMap(side -> side.medians.figure()),
                Optional.empty(),
                LATENCY_AIM,
                notes);
    }

    private Row throughput(Daemon ours, Optional<Daemon> peer, int connections) {
        Side us = new Side(ours, connections);
        Optional<Side> them = peer.map(daemon -> new Side(daemon, connections));
        measure(us, them);
        List<String> notes = new ArrayList<>();
        notes.add(us.rate("ours"));
        them.ifPresent(side -> notes.add(side.rate("the peer")));
        notes.add("resident: ours " + ours.residentMegabytes() + " MB");
        peer.ifPresent(daemon -> notes.add("the peer " + daemon.residentMegabytes() + " MB"));
        noPeer.ifPresent(notes::add);
        return new Row(
                "serve: " + connections + " connections, time per answer",
                us.perCall.figure(),
                them.flatMap(side -> side.perCall.figure()),
                Optional.empty(),
                THROUGHPUT_AIM,
                notes);
    }

    /// Rounds in turn, so that whatever else the machine does hits both.
    private static void measure(Side us, Optional<Side> them) {
        try (us) {
            try {
                for (int round = 0; round <= ROUNDS; round++) {
                    us.round();
                    them.ifPresent(Side::round);
                }
            } finally {
                them.ifPresent(Side::close);
            }
        }
    }

    /// The connections to one daemon and what was measured on them.
    private final class Side implements AutoCloseable {
        private final RpcLoad load;
        private final Series medians = new Series();
        private final Series perCall = new Series();
        private final Series p99 = new Series();

        private Side(Daemon daemon, int connections) {
            load = new RpcLoad(daemon.socket(), Daemon.uri(), emulator, connections);
        }

        private void round() {
            RpcLoad.Round round = load.run(ROUND);
            medians.add(round.quantile(0.5));
            p99.add(round.quantile(0.99));
            perCall.add(round.nanosPerCall());
        }

        private String p99(String whose) {
            return String.format(
                    Locale.ROOT, "%s p99 %.3f ms", whose, p99.figure().orElseThrow().median());
        }

        private String rate(String whose) {
            double millis = perCall.figure().orElseThrow().median();
            return String.format(
                    Locale.ROOT, "%s %.0f answers a second", whose, BILLION / MILLION / millis);
        }

        @Override
        public void close() {
            load.close();
        }
    }
}
