package org.domcaps.bench;

import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.probe.HostAccelerators;
import org.domcaps.qemu.probe.QemuProbe;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// From nothing to the complete facts of one QEMU, in a JVM that has done it before, beside the
/// bare client.
final class ProbeBench {

    static final String WHAT = "cold: all facts of one QEMU, warm JVM";

    private static final String AIM = "at most 1.3 of the floor";

    /// Rounds that only make the JVM warm.
    private static final int WARM_UP = 12;

    private ProbeBench() {}

    /// A probe as the command would make it here.
    static QemuProbe probe() {
        return new QemuProbe(
                QemuProbe.DEFAULT_DEADLINE,
                Files.exists(Path.of("/dev/kvm")),
                HostAccelerators.KVM);
    }

    static Row measure(Path emulator, int runs) {
        QemuProbe probe = probe();
        List<Conversation> conversations = RequestTap.listen(probe, emulator);
        BareClient client = new BareClient(emulator, conversations);
        client.check();
        Series ours = new Series();
        Series bare = new Series();
        long bytes = 0;
        QemuFacts facts = probe.probe(emulator);
        for (int i = -WARM_UP; i <= runs; i++) {
            long start = System.nanoTime();
            facts = probe.probe(emulator);
            long middle = System.nanoTime();
            bytes = client.ask();
            long end = System.nanoTime();
            if (i >= 0) {
                ours.add(middle - start);
                bare.add(end - middle);
            }
        }
        return new Row(
                WHAT,
                ours.figure(),
                Optional.empty(),
                bare.figure(),
                AIM,
                List.of(note(conversations, bytes, facts)));
    }

    private static String note(List<Conversation> conversations, long bytes, QemuFacts facts) {
        StringBuilder counts = new StringBuilder();
        for (Conversation conversation : conversations) {
            counts.append(counts.isEmpty() ? "" : " + ").append(conversation.count());
        }
        return String.format(
                Locale.ROOT,
                "QEMU %s, %s requests in %d process%s at the same time, %d KB of replies; the floor"
                        + " is a client that sends the same requests and only counts line ends",
                facts.version(),
                counts,
                conversations.size(),
                conversations.size() == 1 ? "" : "es",
                bytes / 1000);
    }
}
