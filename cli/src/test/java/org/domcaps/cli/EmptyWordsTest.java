package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A word that is empty is mostly a variable of a script that was not set. As a path it would mean
/// the working directory.
class EmptyWordsTest {

    @ParameterizedTest
    @CsvSource({
        "record, DIR",
        "conformance, DIR",
        "baseline, HOST",
        "check, DOMAIN",
        "compare, CPU",
        "expand, CPU",
        "diff, BEFORE",
        "migrate, HOST",
        "explain, PATH",
        "completion, SHELL",
        "help, COMMAND"
    })
    void anEmptyWordIsRefused(String command, String operand) {
        FakeBackend backend = new FakeBackend();
        assertThat(Run.of(new FakeShell(), backend, command, ""))
                .isEqualTo(
                        new Run(
                                2,
                                "",
                                "domcaps "
                                        + command
                                        + ": "
                                        + operand
                                        + " is empty; see 'domcaps "
                                        + command
                                        + " --help'\n"));
        assertThat(backend.recorded).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"diff, AFTER", "compare, HOST"})
    void soIsALaterOne(String command, String operand) {
        assertThat(Run.of(command, "x", "").err()).contains(": " + operand + " is empty;");
        assertThat(Run.of("baseline", "x", "y", "").err()).contains(": HOST is empty;");
    }
}
