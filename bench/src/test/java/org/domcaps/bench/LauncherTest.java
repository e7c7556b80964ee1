package org.domcaps.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// In a JVM of its own, because a launcher takes all children.
@Tag("live")
class LauncherTest {

    private static final Launcher LAUNCHER = new Launcher();
    private static final Map<String, String> PATH = Map.of("PATH", "/usr/bin:/bin");

    @TempDir private Path folder;

    private Launcher.Run run(String script) {
        return LAUNCHER.run(List.of("/bin/sh", "-c", script), PATH, folder.resolve("out"));
    }

    @Test
    void exitCodeAndOutputAreTold() throws Exception {
        assertThat(run("echo said; echo complained >&2; exit 3").exit()).isEqualTo(3);
        assertThat(folder.resolve("out")).hasContent("said");
        assertThat(Path.of(folder.resolve("out") + ".err")).hasContent("complained");
        assertThat(run("kill -TERM $$").exit()).isEqualTo(-15);
        assertThat(Files.exists(folder)).isTrue();
    }

    @Test
    void aSmallProgramDoesNotInheritTheMemoryOfTheJvm() {
        Launcher.Run run = run("exit 0");
        assertThat(run.peakKib()).isBetween(100L, 20_000L);
    }

    @Test
    void theClockRunsFromStartToDeath() {
        Launcher.Run run = run("sleep 0.2");
        assertThat(run.nanos()).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(200));
    }

    @Test
    void anOrphanIsBuriedAtOnce() {
        int before = LAUNCHER.orphans();
        // The inner process outlives its parent; somebody else then waits until its number is free.
        Launcher.Run run =
                run(
                        """
                        pid=$(sh -c 'sleep 0.1 >/dev/null & echo $!')
                        while kill -0 "$pid" 2>/dev/null; do sleep 0.01; done\
                        """);
        assertThat(run.exit()).isZero();
        assertThat(LAUNCHER.orphans()).isEqualTo(before + 1);
    }

    @Test
    void aProgramCanBeEnded() {
        Launcher.Child child = LAUNCHER.start(List.of("sleep", "50"), PATH, folder.resolve("out"));
        assertThat(child.isAlive()).isTrue();
        child.terminate();
        assertThat(child.await().exit()).isEqualTo(-15);
        assertThat(child.isAlive()).isFalse();
    }
}
