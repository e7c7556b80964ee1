package org.domcaps.qemu.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.domcaps.document.DocumentReader;
import org.domcaps.document.DocumentWriter;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Release;
import org.domcaps.driver.Flag;
import org.domcaps.driver.Request;
import org.domcaps.host.HostFacts;
import org.domcaps.testkit.Corpus;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Documents that a real libvirt 12.8 printed for recordings of every architecture, on the host
/// that `docs/host-facts` describes.
///
/// Files are called `VERSION_ARCH.VIRTTYPE[-MACHINE][-FLAG].xml`.
class NewestCorpusTest {

    private static final String FOLDER = "corpus/newest/replay";
    private static final String RECORDINGS = "corpus/tests/qemucapabilitiesdata";
    private static final Path HOST =
            Path.of("..", "docs", "host-facts", "libvirt-12.8-host-facts.json");

    @TestFactory
    Stream<DynamicTest> everyDocumentIsTheOneThatLibvirtPrinted() throws IOException {
        Optional<Path> folder = Corpus.find(FOLDER);
        assumeTrue(folder.isPresent(), Corpus.MISSING);
        HostFacts host = Bundle.readHostFacts(HOST);
        try (Stream<Path> files = Files.list(folder.get())) {
            List<Path> expected =
                    files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
            assertThat(expected).hasSizeGreaterThan(30);
            return expected.stream()
                    .map(file ->
                            DynamicTest.dynamicTest(
                                    file.getFileName().toString(), () -> check(file, host)));
        }
    }

    private static void check(Path file, HostFacts host) throws IOException {
        String name = file.getFileName().toString();
        String stem = name.substring(0, name.length() - ".xml".length());
        int dot = stem.lastIndexOf('.');
        String recording = stem.substring(0, dot);
        String asked = stem.substring(dot + 1);
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (Flag flag : Flag.values()) {
            String suffix = "-" + flag.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (asked.endsWith(suffix)) {
                flags.add(flag);
                asked = asked.substring(0, asked.length() - suffix.length());
            }
        }
        int dash = asked.indexOf('-');
        byte[] bytes = Files.readAllBytes(file);
        DomainCapabilities theirs = DocumentReader.read(bytes);
        Request request =
                new Request(
                        theirs.path(),
                        Optional.of(recording.substring(recording.indexOf('_') + 1)),
                        dash < 0 ? Optional.empty() : Optional.of(asked.substring(dash + 1)),
                        Optional.of(dash < 0 ? asked : asked.substring(0, dash)),
                        flags,
                        Release.NEWEST);
        Path replies = Corpus.find(RECORDINGS + "/caps_" + recording + ".replies").orElseThrow();
        QemuDriver driver =
                new QemuDriver(
                        ReplayedEmulators.single(Bundle.readRecording(replies)),
                        HostSource.given(host));
        assertThat(DocumentWriter.write(driver.domainCapabilities(request), Release.NEWEST))
                .asString()
                .isEqualTo(new String(bytes, StandardCharsets.UTF_8));
    }
}
