package org.domcaps.qemu.cache;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.domcaps.qemu.ChildJvm;
import org.domcaps.qemu.FakeFacts;
import org.domcaps.qemu.QemuFacts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Several processes at one cache, some of them killed.
@Tag("live")
class CacheProcessesTest {

    private static final String QEMU = "/usr/bin/qemu-system-x86_64";
    private static final int ROUNDS = 300;

    @TempDir Path folder;

    /// Writes and reads until it has done so often enough; prints what was wrong.
    public static final class Worker {

        private Worker() {}

        /// The arguments: the folder, a number that tells this process from others, and how often.
        public static void main(String[] arguments) {
            FactsCache cache = new FactsCache(Path.of(arguments[0]), System.out::println);
            QemuFacts mine = facts(Integer.parseInt(arguments[1]));
            int rounds = Integer.parseInt(arguments[2]);
            for (int i = 0; i < rounds; i++) {
                cache.keep(QEMU, "key", mine);
                Optional<QemuFacts> found = cache.find(QEMU, "key");
                if (found.isEmpty() || !isOurs(found.get())) {
                    System.out.println("found " + found);
                }
            }
        }
    }

    private static QemuFacts facts(int number) {
        return new FakeFacts()
                .version(9, number, 0)
                .yes("type " + "x".repeat(1000 * number))
                .build();
    }

    private static boolean isOurs(QemuFacts found) {
        return found.equals(facts(found.version().minor()));
    }

    private Process worker(int number, int rounds) {
        return ChildJvm.start(
                Worker.class,
                Map.of(),
                folder.toString(),
                Integer.toString(number),
                Integer.toString(rounds));
    }

    @Test
    void noProcessEverSeesHalfAFileOrWarns() throws Exception {
        List<Process> workers = new ArrayList<>();
        for (int number = 1; number <= 4; number++) {
            workers.add(worker(number, ROUNDS));
        }
        for (Process worker : workers) {
            try (InputStream out = worker.getInputStream()) {
                assertThat(new String(out.readAllBytes(), UTF_8)).isEmpty();
            }
            assertThat(worker.waitFor()).isZero();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aProcessThatIsKilledWhileItWritesDamagesNothing() throws Exception {
        for (int number = 1; number <= 3; number++) {
            Process worker = worker(number, Integer.MAX_VALUE);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (isEmpty() && System.nanoTime() < end) {
                Thread.sleep(5);
            }
            Thread.sleep(20L * number);
            worker.destroyForcibly().waitFor();

            List<String> warnings = new ArrayList<>();
            FactsCache cache = new FactsCache(folder, warnings::add);
            assertThat(cache.find(QEMU, "key"))
                    .hasValueSatisfying(found -> assertThat(isOurs(found)).isTrue());
            assertThat(warnings).isEmpty();
        }
    }

    private boolean isEmpty() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.noneMatch(file -> file.toString().endsWith(".facts"));
        }
    }
}
