package org.domcaps.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domcaps.document.Release;
import org.domcaps.testkit.Corpus;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class ConformanceTest {

    private static final String EMPTY =
            """
            <domainCapabilities>
              <path>/bin/emulatorbin</path>
              <domain>kvm</domain>
              <machine>my-machine-type</machine>
              <arch>x86_64</arch>
              <cpu>
                <mode name='host-passthrough' supported='no'/>
                <mode name='maximum' supported='no'/>
                <mode name='host-model' supported='no'/>
                <mode name='custom' supported='no'/>
              </cpu>
              <devices>
              </devices>
              <features>
                <sev supported='no'/>
                <sgx supported='no'/>
              </features>
            </domainCapabilities>
            """;

    @TempDir Path folder;

    private List<CaseResult> run() {
        List<CaseResult> results = new ArrayList<>();
        new Conformance(folder, Optional.of(Release.OLDEST), _ -> true).run(results::add);
        return results;
    }

    private void expected(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("domaincapsdata"));
        Files.writeString(folder.resolve("domaincapsdata").resolve(name), text);
    }

    @Test
    void theDocumentOfADriverThatKnowsNothing() throws IOException {
        expected("empty.xml", EMPTY);
        assertThat(run()).containsExactly(new CaseResult.Passed("empty", EMPTY));
    }

    @Test
    void foldersOfReleasesHoldDocumentsOfTheseReleases() throws IOException {
        expected("empty.xml", EMPTY);
        for (String release : List.of("10.7", "11.3", "12.8", "9.0", "other")) {
            Files.createDirectories(folder.resolve("domaincapsdata").resolve(release));
            expected(release + "/empty.xml", EMPTY);
        }

        List<CaseResult> all = new ArrayList<>();
        new Conformance(folder, Optional.empty(), _ -> true).run(all::add);
        assertThat(all)
                .containsExactly(
                        new CaseResult.Passed("empty", EMPTY),
                        new CaseResult.Passed("10.7-empty", EMPTY),
                        new CaseResult.Passed("11.3-empty", EMPTY),
                        new CaseResult.Passed("12.8-empty", EMPTY));
        assertThat(run())
                .as("one release alone")
                .containsExactly(
                        new CaseResult.Passed("empty", EMPTY),
                        new CaseResult.Passed("10.7-empty", EMPTY));
    }

    @Test
    void anotherTextFails() throws IOException {
        String other = EMPTY.replace("my-machine-type", "another");
        expected("empty.xml", other);
        assertThat(run()).containsExactly(new CaseResult.Failed("empty", other, EMPTY));
    }

    @Test
    void whatCannotBeDerivedSaysWhy() throws IOException {
        expected("qemu_1.2.3.x86_64.xml", EMPTY);
        expected("strange.xml", EMPTY);
        assertThat(run())
                .containsExactly(
                        new CaseResult.Skipped(
                                "qemu_1.2.3.x86_64",
                                "no recording caps_1.2.3_x86_64.replies in qemucapabilitiesdata"),
                        new CaseResult.Skipped(
                                "strange", "the name does not say which recording it belongs to"));
    }

    @Test
    void aBrokenRecordingIsAFailureAndNotTheEndOfTheRun() throws IOException {
        expected("qemu_1.2.3.x86_64.xml", EMPTY);
        expected("empty.xml", EMPTY);
        Files.createDirectories(folder.resolve("qemufirmwaredata"));
        Files.createDirectories(folder.resolve("qemucapabilitiesdata"));
        Files.writeString(folder.resolve("qemucapabilitiesdata/caps_1.2.3_x86_64.replies"), "{}\n");
        assertThat(run()).hasSize(2).first().isInstanceOf(CaseResult.Passed.class);
        assertThat(run().getLast())
                .isInstanceOfSatisfying(
                        CaseResult.Broken.class,
                        broken -> assertThat(broken.why()).contains("not a QMP recording"));
    }

    @Test
    void aFolderOfAnotherKindIsRefused() {
        assertThatThrownBy(this::run)
                .isInstanceOf(ConformanceException.class)
                .hasMessageContaining("holds none of the folders");
    }

    @Test
    void nothingOfTheSharedCorpusFails() {
        Optional<Path> corpus = Corpus.find("corpus/tests");
        Assumptions.assumeTrue(corpus.isPresent(), Corpus.MISSING);
        List<String> failed = new ArrayList<>();
        int[] passed = new int[1];
        new Conformance(corpus.get(), Optional.of(Release.OLDEST), _ -> true)
                .run(result -> {
                    switch (result) {
                        case CaseResult.Passed _ -> passed[0]++;
                        case CaseResult.Failed fail -> failed.add(fail.name());
                        case CaseResult.Broken broken ->
                                failed.add(broken.name() + ": " + broken.why());
                        case CaseResult.Skipped _ -> {
                            // Says itself why.
                        }
                    }
                });
        assertThat(failed).isEmpty();
        assertThat(passed[0]).isPositive();
    }
}
