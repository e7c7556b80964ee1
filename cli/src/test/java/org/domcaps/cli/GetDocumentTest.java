package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class GetDocumentTest {

    private final FakeShell shell = new FakeShell();
    private final FakeBackend backend = new FakeBackend();

    private Run run(String... words) {
        return Run.of(shell, backend, words);
    }

    @Test
    void aFileIsWrittenBackInItsOwnForm(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("d.xml"), Documents.OLD_FORM);
        assertThat(run("get", "--document", file.toString()))
                .isEqualTo(new Run(0, Documents.OLD_FORM, ""));
        assertThat(backend.sources).isEmpty();
    }

    @Test
    void aDashIsStandardInput() {
        shell.reading(Documents.OLD_FORM);
        assertThat(run("get", "--document", "-").out()).isEqualTo(Documents.OLD_FORM);
    }

    @Test
    void generationTakesOutWhatTheReleaseDoesNotKnow() {
        shell.reading(
                "<domainCapabilities>\n  <devices>\n    <console supported='yes'/>\n  </devices>\n"
                        + "</domainCapabilities>\n");
        assertThat(run("get", "--document=-", "--generation", "10.7").out())
                .isEqualTo(
                        "<domainCapabilities>\n  <devices>\n  </devices>\n</domainCapabilities>\n");
    }

    @Test
    void theJsonFormIsReadBack() {
        shell.reading(Documents.OLD_FORM);
        String json = run("get", "--document=-", "--format=json").out();
        FakeShell second = new FakeShell().reading("\n " + json);
        assertThat(Run.of(second, backend, "get", "--document=-").out())
                .isEqualTo(Documents.OLD_FORM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--emulatorbin=x",
                "--arch=x",
                "--machine=x",
                "--virttype=x",
                "--replay=x",
                "--host-facts=x",
                "--no-cache",
                "--probe-timeout=1",
                "--disable-deprecated-features",
                "--expand-cpu-features",
                "--supported-cpu-features"
            })
    void whatAsksSomebodyContradictsADocument(String option) {
        Run run = run("get", "--document", "-", option);
        int equals = option.indexOf('=');
        String name = equals < 0 ? option : option.substring(0, equals);
        assertThat(run)
                .isEqualTo(
                        new Run(
                                2,
                                "",
                                "domcaps get: --document already is the answer, so "
                                        + name
                                        + " has no effect; leave one of "
                                        + "them out; see 'domcaps get --help'\n"));
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path folder) {
        Path file = folder.resolve("none.xml");
        assertThat(run("get", "--document", file.toString()))
                .isEqualTo(
                        new Run(
                                3,
                                "",
                                "domcaps get: cannot read "
                                        + file
                                        + ": No such file or directory\n"));
    }

    @Test
    void aFolderIsNoDocument(@TempDir Path folder) {
        assertThat(run("get", "--document", folder.toString()))
                .isEqualTo(
                        new Run(
                                3,
                                "",
                                "domcaps get: cannot read " + folder + ": Is a directory\n"));
    }

    @Test
    void brokenXmlIsToldWithItsPlace() {
        shell.reading("<domainCapabilities>\n  <oops>\n</domainCapabilities>");
        Run run = run("get", "--document", "-");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("domcaps get: XML error: standard input: ")
                .contains("line 3");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void brokenJsonIsToldWithItsPlace() {
        shell.reading("{\n  \"path\": 7\n}");
        Run run = run("get", "--document", "-");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).startsWith("domcaps get: standard input: path").endsWith("\n");
    }

    @Test
    void anotherXmlIsRefused() {
        shell.reading("<domain type='kvm'/>");
        assertThat(run("get", "--document", "-").err()).contains("this is a domain definition");
    }

    @Test
    void emptyInputIsRefused() {
        Run run = run("get", "--document", "-");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).startsWith("domcaps get: XML error: standard input: ");
    }

    @Test
    void anEndlessStreamIsRefused() {
        shell.reading(" ".repeat((4 << 20) + 1));
        assertThat(run("get", "--document", "-"))
                .isEqualTo(
                        new Run(
                                3,
                                "",
                                "domcaps get: XML error: standard input is larger than the limit of"
                                        + " 4194304 bytes\n"));
    }
}
