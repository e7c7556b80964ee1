package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The command with the project's own recordings, which are packed.
class OwnRecordingsCommandTest {

    private static final Path RECORDINGS = Path.of("../qemu/src/test/resources/recordings");
    private static final Path S390 =
            RECORDINGS.resolve("qemu-7.2-others/caps_7.2.22_s390x.replies.gz");

    @TempDir Path folder;

    private static Run run(String... words) {
        return Run.of(new FakeShell(), HostBackend.ofThisProcess(), words);
    }

    @Test
    void aBundleOfPackedRecordingsAnswers() throws IOException {
        Path bundle = RECORDINGS.resolve("qemu-7.2-others");
        Run document = run("get", "--replay", bundle.toString(), "--arch", "aarch64");

        assertThat(document.err()).isEmpty();
        assertThat(document.out())
                .isEqualTo(Files.readString(bundle.resolve("cases/aarch64/expected.xml")));
        assertThat(run("list", "--replay", bundle.toString()).out())
                .contains("/usr/bin/qemu-system-sparc", "loongarch64", "s390-ccw-virtio-7.2");
    }

    @Test
    void onePackedRecordingAnswers() {
        Run document = run("get", "--replay", S390.toString());

        assertThat(document.err()).isEmpty();
        assertThat(document.out())
                .contains("<arch>s390x</arch>", "<model usable='no' vendor='IBM'>gen15a</model>");
    }

    @Test
    void aPackedRecordingThatIsCutOffGivesOneLine() throws IOException {
        Path half = folder.resolve("half.replies.gz");
        byte[] whole = Files.readAllBytes(S390);
        Files.write(half, Arrays.copyOf(whole, whole.length / 2));

        assertThat(run("get", "--replay", half.toString()))
                .isEqualTo(
                        new Run(
                                3,
                                "",
                                "domcaps get: "
                                        + half
                                        + ": the gzip data are damaged or cut off\n"));
    }

    @Test
    void conformanceRunsOnThem() {
        Run all = run("conformance", RECORDINGS.toString());
        assertThat(all.out()).endsWith(" passed, 0 failed, 0 skipped\n");
        assertThat(all.code()).isZero();

        Run one = run("conformance", RECORDINGS.toString(), "--only", "11.3-*s390x");
        assertThat(one.out())
                .isEqualTo("ok 11.3-qemu_7.2.22.s390x\n1 passed, 0 failed, 0 skipped\n");
        Run level = run("conformance", RECORDINGS.toString(), "--generation", "11.3");
        assertThat(level.out()).contains("ok 11.3-").doesNotContain("ok 12.8-", "ok 10.7-");
    }
}
