package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `explain` does around its pages; those are in [ExplainGoldenTest].
class ExplainCommandTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "explain . | nothing that a document can say is called '.'; 'domcaps list --names"
                        + " paths' prints what is;",
                "explain tmp | nothing that a document can say is called 'tmp', did you mean"
                        + " 'tpm'?",
                "explain devices.tpm.modle | nothing that a document can say is called"
                        + " 'devices.tpm.modle', did you mean 'devices.tpm.model'?",
                "explain zzzzzzzzzzzz | nothing that a document can say is called 'zzzzzzzzzzzz';"
                        + " 'domcaps list --names paths' prints what is",
                "explain --format xml | --format cannot be 'xml', choose one of: text, json",
                "explain --document x --machine q35 | --document already is the answer, so"
                        + " --machine has no effect; leave one of them out",
                "explain --generation 9.0 | --generation must be a libvirt release from 10.7 to"
                        + " 12.8, not '9.0'"
            })
    void whatIsWrongIsSaidInOneLine(String words, String complaint) {
        Run run = Run.of(words.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("domcaps explain: " + complaint)
                .containsOnlyOnce("\n")
                .doesNotContain("Exception");
    }

    @Test
    void aRefusalOfTheDriverIsPassedOn() {
        FakeBackend backend = new FakeBackend();
        backend.answer =
                _ -> {
                    throw new DomcapsException(ErrorCode.SYSTEM, "no such emulator");
                };
        Run run = Run.of(new FakeShell(), backend, "explain", "devices.tpm");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).startsWith("domcaps explain: ").containsOnlyOnce("\n");
        assertThat(backend.closed).isEqualTo(1);
    }

    @Test
    void optionsOfTheRequestArriveAtTheDriver() {
        FakeBackend backend = new FakeBackend();
        Run.of(
                new FakeShell(),
                backend,
                "explain",
                "--machine",
                "q35",
                "--virttype",
                "qemu",
                "--generation",
                "11.3",
                "devices");

        assertThat(backend.requests).hasSize(1);
        assertThat(backend.requests.getFirst().machine()).contains("q35");
        assertThat(backend.requests.getFirst().virtType()).contains("qemu");
        assertThat(backend.requests.getFirst().release()).hasToString("11.3");
    }

    @Test
    void whatADaemonSaysIsExplainedByItsDocument() {
        FakeBackend backend = new FakeBackend();
        Run run =
                Run.of(
                        new FakeShell(),
                        backend,
                        "explain",
                        "--connect",
                        "qemu+ssh://root@rack12/system");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(backend.sources.getFirst().connect()).contains("qemu+ssh://root@rack12/system");
        assertThat(run.out()).contains("only the document is at hand");
        assertThat(backend.closed).isEqualTo(1);
        assertThat(Run.of("explain", "--connect", "default", "--replay", "x").code()).isEqualTo(2);
    }

    @Test
    void aDocumentOnStandardInputIsExplained() {
        String xml = Run.of("get").out();
        Run run =
                Run.of(
                        new FakeShell().reading(xml),
                        new FakeBackend(),
                        "explain",
                        "--document",
                        "-");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("only the document is at hand");
    }

    @Test
    void rubbishOnStandardInputIsOneLine() {
        Run run =
                Run.of(
                        new FakeShell().reading("<domainCapabilities"),
                        new FakeBackend(),
                        "explain",
                        "--document",
                        "-",
                        "devices.tpm");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).startsWith("domcaps explain: ").containsOnlyOnce("\n");
    }

    @Test
    void everyPathThatCanBeAskedIsListed() {
        Run run = Run.of("list", "--names", "paths");

        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .contains("devices.tpm", "devices.tpm.backendModel.emulator", "features.sev")
                .doesNotHaveDuplicates();
        for (String path : run.out().lines().limit(20).toList()) {
            assertThat(Run.of("explain", path).code()).as(path).isNotEqualTo(2);
        }
    }
}
