package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.document.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {

    static java.util.List<CommandSpec> commands() {
        return CommandTable.specs();
    }

    @Test
    void theOverviewNamesEveryCommand() {
        Run run = Run.of("--help");
        assertThat(run.code()).isZero();
        for (CommandSpec spec : CommandTable.specs()) {
            assertThat(run.out()).contains("\n  " + spec.name() + " ").contains(spec.summary());
        }
        assertThat(Run.of("help")).isEqualTo(run);
        assertThat(Run.of("-h")).isEqualTo(run);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aPageHasSynopsisOptionsExamplesAndExitCodes(CommandSpec spec) {
        Run run = Run.of(spec.name(), "--help");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("domcaps " + spec.name() + " - " + spec.summary() + "\n")
                .contains("\nUsage:\n  domcaps " + spec.name())
                .contains("\nExamples:\n")
                .contains("\nExit codes:\n  0  ");
        for (OptionSpec option : spec.options()) {
            assertThat(
                            run.out()
                                    .lines()
                                    .filter(line -> line.startsWith("  " + option.usage() + " ")))
                    .as("the line of --" + option.name())
                    .hasSize(1)
                    .allSatisfy(line -> assertThat(line).endsWith(option.text()));
        }
        assertThat(
                        run.out()
                                .lines()
                                .filter(line ->
                                        !line.startsWith("  domcaps ")
                                                && !line.startsWith("  virsh ")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(Run.of("help", spec.name())).isEqualTo(run);
        assertThat(Run.of(spec.name(), "--nonsense", "-h")).isEqualTo(run);
    }

    @Test
    void thePagesNameTheReleasesThatCanBeWritten() {
        String range =
                Release.OLDEST + " to " + Release.NEWEST + " (default: " + Release.NEWEST + ")";
        assertThat(Run.of("get", "--help").out()).contains(range);
        assertThat(Run.of("conformance", "--help").out()).contains(range);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void examplesCanBeParsed(CommandSpec spec) {
        for (Manual.Example example :
                CommandTable.find(spec.name()).orElseThrow().manual().examples()) {
            String line =
                    example.line()
                            .replaceFirst("^.*[|(] *(?=domcaps )", "")
                            .replaceFirst(" >.*|\\)$", "");
            String[] words =
                    java.util.regex.Pattern.compile("\"[^\"]*\"|'[^']*'|\\S+")
                            .matcher(line)
                            .results()
                            .map(match -> match.group().replaceAll("^[\"']|[\"']$", ""))
                            .toArray(String[]::new);
            assertThat(words[0]).isEqualTo("domcaps");
            CommandSpec used = CommandTable.find(words[1]).orElseThrow().spec();
            ArgumentParser.parse(used, java.util.Arrays.copyOfRange(words, 2, words.length));
        }
    }

    @Test
    void narrowTerminalsGetNarrowPages() {
        Run run = Run.of(new FakeShell().with("COLUMNS", "60"), new FakeBackend(), "get", "--help");
        assertThat(run.out().lines().filter(line -> line.startsWith("Prints what")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
        assertThat(
                        Run.of(
                                new FakeShell().with("COLUMNS", "wide"),
                                new FakeBackend(),
                                "get",
                                "--help"))
                .isEqualTo(Run.of("get", "--help"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gte       | unknown command 'gte', did you mean 'get'? see 'domcaps --help'",
                "conf      | unknown command 'conf', did you mean 'conformance'? see 'domcaps"
                        + " --help'",
                "frobnicate| unknown command 'frobnicate'; see 'domcaps --help'",
                "--format  | unknown option '--format' before a command; see 'domcaps --help'"
            })
    void anUnknownCommandIsNamed(String word, String message) {
        assertThat(Run.of(word)).isEqualTo(new Run(2, "", "domcaps: " + message + "\n"));
    }

    @Test
    void noCommandIsAMistake() {
        assertThat(Run.of())
                .isEqualTo(new Run(2, "", "domcaps: no command; see 'domcaps --help'\n"));
        assertThat(Run.of(""))
                .isEqualTo(new Run(2, "", "domcaps: the command is empty; see 'domcaps --help'\n"));
    }

    @Test
    void helpAboutNothingKnownIsAMistake() {
        assertThat(Run.of("help", "recrod"))
                .isEqualTo(
                        new Run(
                                2,
                                "",
                                "domcaps help: unknown command 'recrod', did you mean 'record'? see"
                                        + " 'domcaps help --help'\n"));
    }
}
