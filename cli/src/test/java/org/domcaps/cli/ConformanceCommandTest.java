package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.conformance.CaseResult;
import org.domcaps.document.Release;
import org.domcaps.json.JsonReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ConformanceCommandTest {

    private final FakeShell shell = new FakeShell();
    private final FakeBackend backend = new FakeBackend();

    @TempDir private Path folder;

    @BeforeEach
    void cases() throws IOException {
        Files.createDirectories(folder.resolve("tests/cputestdata"));
        backend.results.addAll(
                List.of(
                        new CaseResult.Passed("qemu_9.1-q35", "<a/>\n"),
                        new CaseResult.Failed("x86-cpuid-guest", "<a/>\n<b/>\n", "<a/>\n<c/>\n"),
                        new CaseResult.Broken("qemu_9.1-pc", "no such reply"),
                        new CaseResult.Skipped("qemu_9.1_s390x", "no recording")));
    }

    private Run run(String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "conformance";
        all[1] = folder.resolve("tests").toString();
        System.arraycopy(words, 0, all, 2, words.length);
        return Run.of(shell, backend, all);
    }

    @Test
    void eachCaseHasALineAndAFailureADifference() {
        assertThat(run())
                .isEqualTo(
                        new Run(
                                1,
                                """
                                ok qemu_9.1-q35
                                FAIL x86-cpuid-guest
                                --- expected
                                +++ computed
                                @@ -1,2 +1,2 @@
                                 <a/>
                                -<b/>
                                +<c/>
                                FAIL qemu_9.1-pc: no such reply
                                skip qemu_9.1_s390x: no recording
                                1 passed, 2 failed, 1 skipped
                                """,
                                ""));
        assertThat(shell.writes()).as("results are told one by one").isEqualTo(5);
        assertThat(backend.orders.get(0).generation()).isEmpty();
    }

    @Test
    void jsonHoldsEveryCase() throws IOException {
        Run run = run("--format", "json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(shell.writes()).isEqualTo(1);
        assertThat(JsonReader.read(run.out().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(
                        JsonReader.read(
                                """
                                {"passed": 1, "failed": 2, "skipped": 1, "cases": [
                                  {"name": "qemu_9.1-q35", "result": "passed"},
                                  {"name": "x86-cpuid-guest", "result": "failed", "difference":
                                   "--- expected\\n+++ computed\\n@@ -1,2 +1,2 @@\\n <a/>\\n-<b/>\\n+<c/>\\n"},
                                  {"name": "qemu_9.1-pc", "result": "failed",
                                   "reason": "no such reply"},
                                  {"name": "qemu_9.1_s390x", "result": "skipped",
                                   "reason": "no recording"}]}
                                """
                                        .getBytes(StandardCharsets.UTF_8)));
        new PublishedSchema("conformance").assertDescribes(run.out());
    }

    @Test
    void withoutFailureTheAnswerIsYes() {
        Run run = run("--only", "qemu*{q35,s390x}", "--generation", "10.7");
        assertThat(run.code()).isZero();
        assertThat(run.out()).endsWith("1 passed, 0 failed, 1 skipped\n");
        assertThat(backend.orders.get(0).generation()).contains(new Release(10, 7));
    }

    @Test
    void aGlobThatMatchesNothingIsAMistake() {
        assertThat(run("--only", "*foo*"))
                .isEqualTo(
                        new Run(
                                2,
                                "",
                                "domcaps conformance: no case has a name like '*foo*'; see 'domcaps"
                                        + " conformance --help'\n"));
    }

    @Test
    void aGlobMustBeWellFormed() {
        assertThat(run("--only", "[a").err())
                .startsWith("domcaps conformance: --only '[a' is no glob: ");
    }

    @Test
    void computedDocumentsAreKept() throws IOException {
        Path out = folder.resolve("a/b");
        assertThat(run("--out", out.toString()).code()).isEqualTo(1);
        assertThat(out.resolve("qemu_9.1-q35.xml")).hasContent("<a/>\n");
        assertThat(out.resolve("x86-cpuid-guest.xml")).hasContent("<a/>\n<c/>\n");
        assertThat(out.toFile().list()).hasSize(2);
    }

    @Test
    void aFileInPlaceOfTheFolderForThemIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(run("--out", file.toString()))
                .isEqualTo(
                        new Run(
                                3,
                                "",
                                "domcaps conformance: cannot create " + file + ": File exists\n"));
    }

    @Test
    void aNameDoesNotLeadOutOfTheFolder() throws IOException {
        backend.results.clear();
        backend.results.add(new CaseResult.Passed("../../evil", "x"));
        assertThat(run("--out", folder.resolve("a/b").toString()).code()).isEqualTo(3);
        assertThat(folder.resolve("evil.xml")).doesNotExist();
    }

    @Test
    void coloursMarkResultsAndDifferences() {
        shell.onTerminal();
        assertThat(run().out())
                .contains("\u001b[32mok\u001b[0m qemu_9.1-q35\n")
                .contains("\u001b[31mFAIL\u001b[0m x86-cpuid-guest\n")
                .contains("\u001b[31m-<b/>\u001b[0m\n\u001b[32m+<c/>\u001b[0m\n");
    }

    @Test
    void aFolderWithoutCasesIsAMistake() throws IOException {
        Files.delete(folder.resolve("tests/cputestdata"));
        Path tests = folder.resolve("tests");
        assertThat(run())
                .isEqualTo(
                        new Run(
                                2,
                                "",
                                "domcaps conformance: "
                                        + tests
                                        + " holds none of qemucapabilitiesdata, domaincapsdata,"
                                        + " qemufirmwaredata, cputestdata; name a folder like"
                                        + " libvirt's tests/; see 'domcaps conformance --help'\n"));
        Files.delete(tests);
        assertThat(run().err()).contains(tests + " does not exist");
        Files.writeString(tests, "");
        assertThat(run().err()).contains(tests + " is no folder");
        assertThat(backend.orders).isEmpty();
    }

    @Test
    void aReaderThatGoesAwayStopsTheRun() {
        shell.failingWith("Broken pipe");
        assertThat(run()).isEqualTo(new Run(141, "", ""));
    }
}
