package org.domcaps.qemu.probe;

import org.domcaps.json.JsonException;
import org.domcaps.qemu.Accelerator;
import org.domcaps.qemu.AcceleratorFacts;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.qmp.QmpChannel;
import org.domcaps.qemu.qmp.QmpException;
import org.domcaps.qemu.qmp.Recording;
import org.domcaps.qemu.qmp.Recording.Exchange;
import org.domcaps.qemu.qmp.RecordingChannel;
import org.domcaps.qemu.qmp.ReplayChannel;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// Gathers the facts of a QEMU binary: live, or from a recording.
public final class QemuProbe {

    /// How long one run may take if nobody says otherwise. A healthy QEMU needs a fraction of a
    /// second.
    public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(20);

    // What killing a process and reading its last words may take beyond its deadline.
    private static final Duration GRACE = Duration.ofSeconds(5);

    /// The variables of the environment that reach QEMU, and so belong to whatever its answers
    /// depend on.
    public static final List<String> PASSED_ON =
            List.of("LD_PRELOAD", "LD_LIBRARY_PATH", "PATH", "HOME", "USER", "LOGNAME", "TMPDIR");

    private final Duration deadline;
    private final boolean hardwareLikely;
    private final HostAccelerators accelerators;

    /// A probe.
    ///
    /// @param deadline how long one run may take
    /// @param hardwareLikely whether the host has an accelerator that the binary may be able to
    ///   use, so that the run with TCG alone is worth starting at the same time
    /// @param accelerators what QEMU is offered in the first run
    public QemuProbe(Duration deadline, boolean hardwareLikely, HostAccelerators accelerators) {
        this.deadline = deadline;
        this.hardwareLikely = hardwareLikely;
        this.accelerators = accelerators;
    }

    /// Asks a binary.
    ///
    /// @throws ProbeException if it could not be found out what the binary can do
    public QemuFacts probe(Path binary) {
        CompletableFuture<AcceleratorFacts> early =
                hardwareLikely ? startRun(binary, "tcg", SecondRun::live) : null;
        CompletableFuture<QemuFacts> first =
                startRun(
                        binary,
                        accelerators.list(),
                        channel -> FirstRun.of(channel, accelerators::runsHvf));
        try {
            QemuFacts facts = outcome(binary, first);
            if (facts.hardware().isEmpty() || !facts.tcg()) {
                return facts;
            }
            return withTcg(
                    facts,
                    outcome(
                            binary,
                            early != null ? early : startRun(binary, "tcg", SecondRun::live)));
        } finally {
            // The processes must be gone when the probe is over, also that of a run whose outcome
            // nobody wants.
            if (early != null) {
                awaitEnd(early);
            }
        }
    }

    /// Starts a run on a platform thread of its own, which owns the process from its start to its
    /// end.
    private <T> CompletableFuture<T> startRun(
            Path binary, String list, Function<QmpChannel, T> conversation) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .name("qemu-probe-" + list)
                .start(() -> {
                    try {
                        result.complete(run(binary, list, conversation));
                    } catch (RuntimeException | Error e) {
                        result.completeExceptionally(e);
                    }
                });
        return result;
    }

    private <T> T run(Path binary, String list, Function<QmpChannel, T> conversation) {
        try (QemuProcess qemu = QemuProcess.start(binary, list, deadline)) {
            try {
                return conversation.apply(qemu.channel());
            } catch (QmpException | JsonException e) {
                throw failed(binary, qemu, e);
            } catch (OutOfMemoryError e) {
                throw new ProbeException(binary, "its answers take more memory than there is", e);
            }
        } catch (IOException e) {
            throw new ProbeException(binary, "it cannot be started: " + e.getMessage(), e);
        }
    }

    private ProbeException failed(Path binary, QemuProcess qemu, RuntimeException cause) {
        String words = qemu.lastWords();
        return qemu.isLate()
                ? late(binary, cause)
                : new ProbeException(binary, cause.getMessage() + " (" + words + ")", cause);
    }

    private ProbeException late(Path binary, Exception cause) {
        long millis = deadline.toMillis();
        String time = millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
        return new ProbeException(binary, "no complete answer within " + time, cause);
    }

    /// What a run came to. Its thread may wait for ever, where a process that nobody can find holds
    /// the other end of a pipe; whoever asks does not.
    private <T> T outcome(Path binary, CompletableFuture<T> run) {
        try {
            return run.get(deadline.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new ProbeException(binary, String.valueOf(e.getCause()), e);
        } catch (TimeoutException e) {
            throw late(binary, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProbeException(binary, "it was interrupted", e);
        }
    }

    private void awaitEnd(CompletableFuture<?> run) {
        try {
            run.get(deadline.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException _) {
            // Its outcome does not matter.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static QemuFacts withTcg(QemuFacts facts, AcceleratorFacts tcg) {
        Map<Accelerator, AcceleratorFacts> slots = new EnumMap<>(Accelerator.class);
        slots.putAll(facts.slots());
        slots.put(Accelerator.TCG, tcg);
        return facts.withSlots(slots);
    }

    /// The facts that a recording tells.
    ///
    /// @throws QmpException if an answer that is needed is not in it
    public static QemuFacts replay(Recording recording) {
        return replay(recording, false);
    }

    /// The facts that a recording tells.
    ///
    /// @param hvf whether it was made under Hypervisor.framework, which a QEMU before 10.2 does not
    ///   tell itself
    /// @throws QmpException if an answer that is needed is not in it
    public static QemuFacts replay(Recording recording, boolean hvf) {
        QemuFacts facts = FirstRun.of(new ReplayChannel(recording.sections().getFirst()), _ -> hvf);
        if (recording.sections().size() < 2 || facts.hardware().isEmpty() || !facts.tcg()) {
            return facts;
        }
        AcceleratorFacts tcg =
                SecondRun.replayed(
                        new ReplayChannel(recording.sections().get(1)),
                        facts.arch(),
                        facts.tellsUnavailableFeatures());
        return withTcg(facts, tcg);
    }

    /// Holds libvirt's own conversation with a binary and writes it down; slower than [#probe],
    /// since it asks one thing after the other and more things.
    ///
    /// @throws ProbeException if the conversation fails
    public Recording record(Path binary) {
        List<Exchange> first =
                outcome(
                        binary,
                        startRun(
                                binary,
                                accelerators.list(),
                                channel -> {
                                    RecordingChannel recorder = new RecordingChannel(channel);
                                    RecordingRun.first(recorder);
                                    return recorder.exchanges();
                                }));
        QemuFacts facts = FirstRun.of(new ReplayChannel(first), accelerators::runsHvf);
        Optional<List<Exchange>> second =
                facts.hardware().isEmpty() || !facts.tcg()
                        ? Optional.empty()
                        : Optional.of(
                                outcome(
                                        binary,
                                        startRun(
                                                binary,
                                                "tcg",
                                                channel -> {
                                                    RecordingChannel recorder =
                                                            new RecordingChannel(channel);
                                                    RecordingRun.second(
                                                            recorder,
                                                            facts.arch(),
                                                            facts.tellsUnavailableFeatures());
                                                    return recorder.exchanges();
                                                })));
        return new Recording(second.map(section -> List.of(first, section)).orElse(List.of(first)));
    }
}
