package org.domcaps.qemu;

import org.domcaps.qemu.probe.QemuProbe;
import org.domcaps.qemu.qmp.Recording;
import org.domcaps.testkit.Corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// Bundles that `domcaps record` wrote on real machines, below `src/test/resources/recordings`.
///
/// A folder there is a bundle whose recordings are compressed; its folder `cases` holds what is
/// expected of it.
public final class Fixtures {

    /// Where the bundles lie.
    public static final Path RECORDINGS = Path.of("src", "test", "resources", "recordings");

    private static final String PACKED = ".replies.gz";
    private static final Map<Path, Recording> PARSED = new ConcurrentHashMap<>();

    private Fixtures() {}

    /// A file of recorded replies.
    public record Recorded(Path file) {

        /// The bytes of the `.replies` file, unpacked where they are packed.
        public byte[] bytes() {
            return Fixtures.bytes(file);
        }

        /// The conversation.
        public Recording recording() {
            return PARSED.computeIfAbsent(file, _ -> Recording.parse(bytes()));
        }

        /// What a probe makes of it.
        public QemuFacts facts() {
            return QemuProbe.replay(recording());
        }

        @Override
        public String toString() {
            return file.getParent().getFileName() + "/" + file.getFileName();
        }
    }

    /// The bundles, ordered by name.
    public static List<Path> bundles() {
        return list(RECORDINGS).stream()
                .filter(folder -> Files.exists(folder.resolve("bundle.json")))
                .toList();
    }

    /// The project's own recordings.
    public static List<Recorded> own() {
        return bundles().stream()
                .flatMap(bundle -> list(bundle).stream())
                .filter(file -> file.toString().endsWith(PACKED))
                .map(Recorded::new)
                .toList();
    }

    /// The project's own recordings, and those of the corpus where it is here.
    public static List<Recorded> all() {
        List<Recorded> all = new ArrayList<>(own());
        Optional<Path> corpus = Corpus.find("corpus/tests/qemucapabilitiesdata");
        corpus.ifPresent(folder ->
                list(folder).stream()
                        .filter(file -> file.toString().endsWith(".replies"))
                        .map(Recorded::new)
                        .forEach(all::add));
        return all;
    }

    /// QEMU 7.2 for x86_64 under KVM.
    public static Recorded qemu72() {
        return new Recorded(RECORDINGS.resolve("qemu-7.2/caps_7.2.22_x86_64" + PACKED));
    }

    /// QEMU 7.2 for i386 under KVM.
    public static Recorded qemu72i386() {
        return new Recorded(RECORDINGS.resolve("qemu-7.2/caps_7.2.22_i686" + PACKED));
    }

    /// QEMU 11.1 for x86_64 under KVM.
    public static Recorded qemu111() {
        return new Recorded(RECORDINGS.resolve("qemu-11.1/caps_11.1.3_x86_64" + PACKED));
    }

    /// QEMU 11.1 for x86_64 on a host without KVM.
    public static Recorded qemu111tcg() {
        return new Recorded(RECORDINGS.resolve("qemu-11.1-tcg/caps_11.1.3_x86_64" + PACKED));
    }

    /// Lays a bundle out in a folder as `domcaps record` wrote it.
    public static Path unpack(Path bundle, Path into) {
        try {
            Files.createDirectories(into);
            for (Path file : list(bundle)) {
                String name = file.getFileName().toString();
                if (name.endsWith(PACKED)) {
                    Files.write(
                            into.resolve(name.substring(0, name.length() - ".gz".length())),
                            bytes(file));
                } else if (Files.isRegularFile(file)) {
                    Files.copy(file, into.resolve(name));
                }
            }
            return into;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file);
                InputStream unpacked =
                        file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return unpacked.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
