package org.domcaps.qemu.cache;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.domcaps.document.Arch;
import org.domcaps.qemu.FakeFacts;
import org.domcaps.qemu.Fixtures;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.rules.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

class FactsCacheTest {

    private static final String QEMU = "/usr/bin/qemu-system-x86_64";
    private static final QemuFacts FACTS = Fixtures.qemu72().facts();
    private static final QemuFacts OTHERS = new FakeFacts().arch(Arch.AARCH64).build();

    @TempDir Path folder;

    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());

    private FactsCache cache() {
        return new FactsCache(folder, warnings::add);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private Path onlyFile() throws IOException {
        assertThat(files()).hasSize(1);
        return files().getFirst();
    }

    @Test
    void whatIsKeptIsFoundUnderItsKey() {
        cache().keep(QEMU, "key", FACTS);

        assertThat(cache().find(QEMU, "key")).contains(FACTS);
        assertThat(cache().find(QEMU, "other key")).isEmpty();
        assertThat(cache().find("/usr/bin/qemu-system-i386", "key")).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void newerFactsTakeThePlaceOfOlderOnes() throws IOException {
        cache().keep(QEMU, "old", FACTS);
        cache().keep(QEMU, "new", OTHERS);

        assertThat(cache().find(QEMU, "old")).isEmpty();
        assertThat(cache().find(QEMU, "new")).contains(OTHERS);
        assertThat(onlyFile().getFileName().toString()).startsWith("qemu-system-x86_64-");
    }

    @Test
    void pathsThatEndAlikeHaveFilesOfTheirOwn() throws IOException {
        cache().keep("/usr/bin/qemu", "key", FACTS);
        cache().keep("/opt/bin/qemu", "key", OTHERS);

        assertThat(files()).hasSize(2);
        assertThat(cache().find("/usr/bin/qemu", "key")).contains(FACTS);
        assertThat(cache().find("/opt/bin/qemu", "key")).contains(OTHERS);
    }

    @Test
    void anyPathHasAFile() {
        for (String path : List.of("", "/", "x/", "/bin/" + "q".repeat(250), "a b\n", "/opt/q..")) {
            cache().keep(path, "key", OTHERS);
            assertThat(cache().find(path, "key")).as("%s", path).contains(OTHERS);
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void theKeyNamesTheRulesAndTheForm() throws IOException {
        cache().keep(QEMU, "key", OTHERS);

        assertThat(Files.readString(onlyFile(), ISO_8859_1))
                .contains("form=" + FactsFormat.VERSION + "\nrules=" + Catalogue.VERSION + "\nkey");
    }

    @Test
    void contentOfAnotherFormIsNoticedAndReplaced() throws IOException {
        cache().keep(QEMU, "key", OTHERS);
        String versioned = "form=" + FactsFormat.VERSION + "\nrules=" + Catalogue.VERSION + "\nkey";
        new CacheFile(onlyFile(), warnings::add)
                .write(versioned, new byte[] {0, 0, 0, 1, 0, 0, 0, 9, 'x'});

        FactsCache cache = cache();
        assertThat(cache.find(QEMU, "key")).isEmpty();
        cache.keep(QEMU, "key", OTHERS);

        assertThat(warnings).hasSize(1);
        assertThat(warnings.getFirst()).contains("its content does not have the expected form");
        assertThat(cache().find(QEMU, "key")).contains(OTHERS);
    }

    @Test
    void aDamagedFileIsReportedOnceHoweverOftenItIsReadBeforeItIsReplaced() throws IOException {
        cache().keep(QEMU, "key", FACTS);
        Files.writeString(onlyFile(), "damaged");

        FactsCache cache = cache();
        cache.find(QEMU, "key");
        cache.find(QEMU, "key");
        cache.keep(QEMU, "key", FACTS);

        assertThat(warnings).hasSize(1);
        assertThat(cache.find(QEMU, "key")).contains(FACTS);
    }

    @Test
    void manyThreadsMayReadAndWriteAtOnce() throws Exception {
        int threads = 8;
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                boolean writes = i % 2 == 0;
                QemuFacts mine = i % 4 == 0 ? FACTS : OTHERS;
                FactsCache cache = i < 4 ? cache() : new FactsCache(folder, warnings::add);
                all.add(
                        pool.submit(() -> {
                            start.await();
                            for (int n = 0; n < 30; n++) {
                                if (writes) {
                                    cache.keep(QEMU, "key", mine);
                                }
                                cache.find(QEMU, "key")
                                        .ifPresent(found -> assertThat(found).isIn(FACTS, OTHERS));
                            }
                            return true;
                        }));
            }
            start.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        }

        assertThat(warnings).isEmpty();
        assertThat(cache().find(QEMU, "key")).isPresent();
        onlyFile();
    }
}
