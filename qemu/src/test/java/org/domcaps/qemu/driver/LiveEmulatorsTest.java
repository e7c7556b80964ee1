package org.domcaps.qemu.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.driver.DriverException;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.error.ErrorCode;
import org.domcaps.host.DeviceNode;
import org.domcaps.host.HostState;
import org.domcaps.host.Identity;
import org.domcaps.host.system.HostEnvironment;
import org.domcaps.host.system.HostRoot;
import org.domcaps.host.system.Programs;
import org.domcaps.qemu.Fixtures;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.cache.FactsCache;
import org.domcaps.qemu.probe.ProbeException;
import org.domcaps.qemu.probe.StandIn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// When binaries are probed, and when what is remembered will do. Stand-ins for QEMU count how
/// often they are started.
@Tag("live")
class LiveEmulatorsTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    @TempDir Path folder;

    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger announced = new AtomicInteger();
    private final AtomicReference<HostState> state = new AtomicReference<>(HostStates.usual());

    private LiveEmulators emulators(boolean cached) {
        return emulators(cached, state::get);
    }

    private LiveEmulators emulators(boolean cached, Supplier<HostState> now) {
        HostEnvironment environment =
                new HostEnvironment("/nosuch", "/", Optional.empty(), Optional.empty(), false);
        return new LiveEmulators(
                new Programs(HostRoot.THIS_MACHINE, environment),
                now,
                cached
                        ? Optional.of(new FactsCache(folder.resolve("cache"), warnings::add))
                        : Optional.empty(),
                DEADLINE,
                announced::incrementAndGet);
    }

    private StandIn qemu(String name) {
        return StandIn.answering(folder.resolve("bin"), name, Fixtures.qemu72().recording());
    }

    private StandIn qemu() {
        return qemu("qemu-system-x86_64");
    }

    private static QemuFacts facts(LiveEmulators emulators, StandIn qemu) {
        return emulators.facts(qemu.program().toString());
    }

    @Test
    void aBinaryIsProbedOnceByOneProcessAndOnceForTheCache() {
        StandIn qemu = qemu();
        LiveEmulators first = emulators(true);
        QemuFacts probed = facts(first, qemu);

        assertThat(probed).isEqualTo(Fixtures.qemu72().facts());
        assertThat(facts(first, qemu)).isSameAs(probed);
        assertThat(facts(emulators(true), qemu)).as("by another process").isEqualTo(probed);
        assertThat(qemu.probes()).isEqualTo(1);
        assertThat(announced).as("only before a probe").hasValue(1);
        assertThat(warnings).isEmpty();
    }

    @Test
    void withoutACacheEveryProcessProbesOnce() {
        StandIn qemu = qemu();
        for (int process = 0; process < 2; process++) {
            LiveEmulators emulators = emulators(false);
            facts(emulators, qemu);
            facts(emulators, qemu);
        }

        assertThat(qemu.probes()).isEqualTo(2);
        assertThat(folder.resolve("cache")).doesNotExist();
    }

    /// libvirt probes again and again where the node cannot be opened by its prediction and can by
    /// QEMU, or the other way round. Here nothing is predicted.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "closed node, probe says KVM",
                "open node, probe says TCG",
                "no node, probe says KVM"
            })
    void aStateOfTheNodeThatContradictsTheProbeIsNoReasonToProbeAgain(String contradiction) {
        StandIn qemu = qemu();
        switch (contradiction.charAt(0)) {
            case 'c' ->
                    state.set(
                            new HostState(
                                    HostStates.usual().machine(),
                                    HostStates.toggles(),
                                    new DeviceNode.Present(0x0ae8, 1, 0x2180, 0, 0),
                                    new Identity(64055, 64055, "", "0000000000000002")));
            case 'o' ->
                    qemu =
                            StandIn.answering(
                                    folder.resolve("bin"),
                                    "qemu-system-x86_64",
                                    Fixtures.qemu111tcg().recording());
            default -> state.set(HostStates.with(new DeviceNode.Missing()));
        }
        for (int process = 0; process < 3; process++) {
            LiveEmulators emulators = emulators(true);
            for (int request = 0; request < 5; request++) {
                facts(emulators, qemu);
            }
        }

        assertThat(qemu.probes()).isEqualTo(1);
    }

    @Test
    void aChangeOfTheHostLeadsToAProbe() {
        StandIn qemu = qemu();
        LiveEmulators emulators = emulators(true);
        facts(emulators, qemu);
        List<HostState> changes = EmulatorKeyTest.changedStates().subList(0, 4);
        for (HostState changed : changes) {
            state.set(changed);
            facts(emulators, qemu);
            facts(emulators, qemu);
        }

        assertThat(qemu.probes()).isEqualTo(1 + changes.size());
    }

    @Test
    void aChangeOfTheBinaryLeadsToAProbe() throws IOException {
        StandIn qemu = qemu();
        LiveEmulators emulators = emulators(true);
        facts(emulators, qemu);

        Files.setPosixFilePermissions(qemu.program(), PosixFilePermissions.fromString("rwxrwxr-x"));
        facts(emulators, qemu);
        facts(emulators(true), qemu);

        assertThat(qemu.probes()).isEqualTo(2);
    }

    @Test
    void toBeAskedAboutForTheFirstTimeIsNoChange() {
        LiveEmulators emulators = emulators(true);
        long before = emulators.changes(state.get());
        facts(emulators, qemu());

        assertThat(emulators.changes(state.get())).isEqualTo(before);
    }

    @Test
    void aChangeIsCountedOnceEvenIfNobodyLookedSinceTheFirstQuestion() throws IOException {
        StandIn qemu = qemu();
        LiveEmulators emulators = emulators(true);
        long before = emulators.changes(state.get());
        facts(emulators, qemu);
        Files.setPosixFilePermissions(qemu.program(), PosixFilePermissions.fromString("rwxrwxr-x"));

        assertThat(emulators.changes(state.get())).isEqualTo(before + 1);
        facts(emulators, qemu);
        assertThat(emulators.changes(state.get())).isEqualTo(before + 1);

        Files.delete(qemu.program());
        assertThat(emulators.changes(state.get())).isEqualTo(before + 2);
    }

    /// What is not remembered is not watched, so answers about it must not be kept for longer.
    @Test
    void whatIsForgottenCountsAsChanged() throws IOException {
        StandIn qemu = qemu();
        LiveEmulators emulators = emulators(true);
        facts(emulators, qemu);
        long before = emulators.changes(state.get());
        for (int i = 0; i < LiveEmulators.MOST_REMEMBERED; i++) {
            Path link = folder.resolve("bin").resolve("link" + i);
            emulators.facts(Files.createSymbolicLink(link, qemu.program()).toString());
        }

        assertThat(emulators.changes(state.get())).isGreaterThan(before);
    }

    @Test
    void aDamagedCacheLeadsToOneWarningAndAProbe() throws IOException {
        StandIn qemu = qemu();
        facts(emulators(true), qemu);
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            Files.writeString(files.findFirst().orElseThrow(), "damaged");
        }

        assertThat(facts(emulators(true), qemu)).isEqualTo(Fixtures.qemu72().facts());
        assertThat(warnings).hasSize(1);
        facts(emulators(true), qemu);
        assertThat(warnings).hasSize(1);
        assertThat(qemu.probes()).isEqualTo(2);
    }

    @Test
    void aCacheThatCannotBeWrittenCostsNoAnswer() throws IOException {
        Files.writeString(folder.resolve("cache"), "a file where the folder should be");
        StandIn qemu = qemu();
        LiveEmulators emulators = emulators(true);
        facts(emulators, qemu);
        facts(emulators, qemu);

        assertThat(warnings).hasSize(1);
        assertThat(qemu.probes()).isEqualTo(1);
    }

    @Test
    void aProbeThatFailsIsNotRemembered() {
        StandIn broken =
                StandIn.script(
                        folder.resolve("bin"),
                        "qemu-system-x86_64",
                        "echo 'no library' >&2\nexit 127");
        LiveEmulators emulators = emulators(true);
        for (int request = 0; request < 2; request++) {
            assertThatThrownBy(() -> facts(emulators, broken))
                    .isInstanceOf(ProbeException.class)
                    .hasMessageContaining("exit status 127 and said: no library");
        }

        assertThat(broken.probes()).isEqualTo(2);
        assertThat(folder.resolve("cache")).doesNotExist();
    }

    @Test
    void manyThreadsGetTheFactsOfOneProbe() throws Exception {
        StandIn qemu = qemu();
        LiveEmulators emulators = emulators(true);
        List<Future<QemuFacts>> all = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 16; i++) {
                all.add(pool.submit(() -> facts(emulators, qemu)));
            }
            for (Future<QemuFacts> one : all) {
                assertThat(one.get()).isEqualTo(Fixtures.qemu72().facts());
            }
        }

        assertThat(qemu.probes()).isEqualTo(1);
    }

    /// Each waits for the other to be started before it answers. Their names are chosen to meet in
    /// one bucket of a hash table.
    @Test
    void differentBinariesAreProbedAtTheSameTime() throws Exception {
        Path bin = folder.resolve("bin");
        String[] names = namesThatCollide(bin);
        List<StandIn> pair = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            StandIn answering = qemu(names[i] + "-answers");
            pair.add(
                    StandIn.script(
                            bin,
                            names[i],
                            "n=0; while [ ! -e '"
                                    + bin.resolve(names[1 - i] + ".journal")
                                    + "' ] && [ $n -lt 100 ]; do sleep 0.05; n=$((n+1)); done\n"
                                    + "[ $n -lt 100 ] || exit 9\nexec '"
                                    + answering.program()
                                    + "' \"$@\""));
        }
        LiveEmulators emulators = emulators(false);
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            Future<QemuFacts> one = pool.submit(() -> facts(emulators, pair.get(0)));
            Future<QemuFacts> other = pool.submit(() -> facts(emulators, pair.get(1)));

            assertThat(one.get()).isEqualTo(other.get());
        }
    }

    private static String[] namesThatCollide(Path bin) {
        String first = "qemu-0";
        for (int i = 1; ; i++) {
            String second = "qemu-" + i;
            if (bucket(bin.resolve(first)) == bucket(bin.resolve(second))) {
                return new String[] {first, second};
            }
        }
    }

    private static int bucket(Path path) {
        int hash = path.toString().hashCode();
        return (hash ^ hash >>> 16) & 15;
    }

    @Test
    void withoutTheNodeTheRunWithTcgAloneIsNotStartedAhead() {
        state.set(HostStates.with(new DeviceNode.Missing()));
        StandIn tcg =
                StandIn.answering(
                        folder.resolve("bin"),
                        "qemu-system-x86_64",
                        Fixtures.qemu111tcg().recording());
        facts(emulators(false), tcg);

        assertThat(tcg.starts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qemu-system-s390x", "qemu-system-aarch64"})
    void theRunWithTcgAloneIsNotStartedAheadForForeignBinaries(String name) {
        StandIn foreign =
                StandIn.answering(folder.resolve("bin"), name, Fixtures.qemu111tcg().recording());
        facts(emulators(false), foreign);

        assertThat(foreign.starts()).hasSize(1);
    }

    private static void assertRefused(LiveEmulators emulators, String path, String message) {
        assertThatThrownBy(() -> emulators.facts(path))
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.SYSTEM);
                            assertThat(e.domain()).isEqualTo(ErrorDomain.QEMU);
                            assertThat(e.libvirtMessage()).isEqualTo(message);
                        });
    }

    @Test
    void whatIsNoProgramIsRefusedInLibvirtsWords() throws IOException {
        LiveEmulators emulators = emulators(true);
        String missing = folder.resolve("missing").toString();
        String plain = Files.writeString(folder.resolve("plain"), "x").toString();
        String link =
                Files.createSymbolicLink(folder.resolve("link"), Path.of("nowhere")).toString();

        assertRefused(
                emulators,
                missing,
                "Cannot check QEMU binary " + missing + ": No such file or directory");
        assertRefused(
                emulators,
                link,
                "Cannot check QEMU binary " + link + ": No such file or directory");
        assertRefused(
                emulators, plain, "QEMU binary " + plain + " is not executable: Permission denied");
        assertRefused(
                emulators,
                folder.toString(),
                "QEMU binary " + folder + " is not executable: Is a directory");
        assertRefused(
                emulators,
                "/dev/null",
                "QEMU binary /dev/null is not executable: Permission denied");
        assertRefused(emulators, "", "Cannot check QEMU binary : No such file or directory");
        assertRefused(
                emulators, "a\0b", "Cannot check QEMU binary a\0b: No such file or directory");
        assertThat(folder.resolve("cache")).doesNotExist();
    }
}
