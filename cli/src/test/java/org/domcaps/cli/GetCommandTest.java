package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.domcaps.document.DocumentWriter;
import org.domcaps.document.Release;
import org.domcaps.driver.DriverException;
import org.domcaps.driver.ErrorDomain;
import org.domcaps.driver.Flag;
import org.domcaps.driver.Request;
import org.domcaps.error.ErrorCode;
import org.domcaps.library.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class GetCommandTest {

    private final FakeShell shell = new FakeShell();
    private final FakeBackend backend = new FakeBackend();

    private Run run(String... words) {
        return Run.of(shell, backend, words);
    }

    @Test
    void withoutOptionsEverythingIsLeftToTheDriver() {
        Run run = run("get");
        assertThat(run).isEqualTo(new Run(0, newest(), ""));
        assertThat(backend.requests).containsExactly(Request.defaults());
        assertThat(backend.sources).containsExactly(Source.thisHost());
        assertThat(backend.closed).isEqualTo(1);
        assertThat(shell.writes()).isEqualTo(1);
    }

    private static String newest() {
        return new String(
                DocumentWriter.write(Documents.small(), Release.NEWEST),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void argumentsReachTheDriverAsTheyWereWritten() {
        run("get", "--emulatorbin", "/bin/q", "--arch=i686", "--machine", "q35", "--virttype=qemu");
        assertThat(backend.requests)
                .containsExactly(
                        Request.defaults()
                                .withEmulator("/bin/q")
                                .withArch("i686")
                                .withMachine("q35")
                                .withVirtType("qemu"));
    }

    @ParameterizedTest
    @CsvSource({
        "--disable-deprecated-features, DISABLE_DEPRECATED_FEATURES",
        "--expand-cpu-features, EXPAND_CPU_FEATURES",
        "--supported-cpu-features, SUPPORTED_CPU_FEATURES"
    })
    void eachFlagHasAnOption(String option, Flag flag) {
        run("get", option);
        assertThat(backend.requests.get(0).flags()).containsExactly(flag);
    }

    @Test
    void sourceOptionsReachTheBackend() {
        run(
                "get",
                "--replay",
                "bundle",
                "--host-facts=h.json",
                "--no-cache",
                "--probe-timeout",
                "7");
        assertThat(backend.sources)
                .containsExactly(
                        new Source(
                                Optional.of(Path.of("bundle")),
                                Optional.of(Path.of("h.json")),
                                List.of(),
                                false,
                                Optional.of(Duration.ofSeconds(7))));
    }

    @Test
    void aDaemonIsASource() {
        run("get", "--connect", "qemu:///system", "--probe-timeout", "7");
        assertThat(backend.sources)
                .containsExactly(
                        new Source(
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                true,
                                Optional.of(Duration.ofSeconds(7)),
                                Optional.of("qemu:///system")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--replay=x", "--host-facts=x", "--no-cache", "--document=x"})
    void whatOnlyEmulatorsKnowDoesNotGoWithADaemon(String option) {
        Run run = run("get", "--connect", "qemu:///system", option);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("leave").contains("out");
        assertThat(backend.sources).isEmpty();
    }

    /// It has everything that a reader could lose: an unknown element, a comment, blanks, quotes,
    /// the order of known elements.
    private static final String STRANGE =
            "<?xml version=\"1.0\"?>\n<domainCapabilities   new=\"1\">\r\n"
                    + "<arch>x86_64</arch><!-- c --><path>/usr/bin/q</path>\n"
                    + "<fresh/><devices></devices>\n</domainCapabilities>";

    private Run connected(String text, String... options) {
        backend.received = Optional.of(text.getBytes(UTF_8));
        List<String> words = new ArrayList<>(List.of("get", "--connect", "default"));
        words.addAll(List.of(options));
        return run(words.toArray(String[]::new));
    }

    @Test
    void theDaemonsBytesPassThrough() {
        assertThat(connected(STRANGE)).isEqualTo(new Run(0, STRANGE, ""));
    }

    @Test
    void theDaemonsDocumentCanBeSearched() {
        assertThat(connected(STRANGE, "--xpath", "//path/text()").out()).isEqualTo("/usr/bin/q\n");
    }

    @Test
    void theDaemonsDocumentCanBeJson() {
        assertThat(connected(STRANGE, "--format", "json").out()).contains("\"arch\": \"x86_64\"");
    }

    @Test
    void theDaemonsDocumentCanBePutIntoTheFormOfARelease() {
        String newest = new String(DocumentWriter.write(Documents.small(), Release.NEWEST), UTF_8);
        assertThat(connected(newest, "--generation", "10.7").out()).isEqualTo(Documents.OLD_FORM);
    }

    @Test
    void bytesThatAreNoDocumentAreShown() {
        assertThat(connected("<huh")).isEqualTo(new Run(0, "<huh", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--format=json", "--format=text", "--xpath=//x"})
    void bytesThatAreNoDocumentCannotBeRead(String option) {
        Run run = connected("<huh", option);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).startsWith("domcaps get: XML error: ").hasLineCount(1);
    }

    @Test
    void generationIsAskedForAndDecidesTheForm() {
        Run run = run("get", "--generation", "10.7");
        assertThat(backend.requests.get(0).release()).isEqualTo(new Release(10, 7));
        assertThat(run.out()).isEqualTo(Documents.OLD_FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.0", "12.9", "newest", "10", "10.7.x"})
    void otherGenerationsAreRefused(String generation) {
        Run run = run("get", "--generation", generation);
        assertThat(run)
                .isEqualTo(
                        new Run(
                                2,
                                "",
                                "domcaps get: --generation must be a libvirt release from 10.7 to"
                                        + " 12.8, not '"
                                        + generation
                                        + "'; see 'domcaps get --help'\n"));
        assertThat(backend.sources).isEmpty();
    }

    @Test
    void jsonIsAnObjectWithOneLineEnd() {
        Run run = run("get", "--format", "json");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("{\n")
                .endsWith("}\n")
                .contains("\"machine\": \"pc-i440fx-9.1\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--format yaml         | --format cannot be 'yaml', choose one of: xml, json,"
                        + " text;",
                "--color red           | --color cannot be 'red', choose one of: auto, always,"
                        + " never;",
                "--xpath / --format json | --xpath searches the XML, so it does not go with"
                        + " --format json;",
                "--wrap                | --wrap needs --xpath;",
                "--probe-timeout 0     | --probe-timeout must be a number of seconds from 1 to"
                        + " 86400, not '0';",
                "--probe-timeout ten   | --probe-timeout must be a number of seconds from 1 to"
                        + " 86400, not 'ten';",
                "--probe-timeout -5    | --probe-timeout must be a number of seconds from 1 to"
                        + " 86400, not '-5';",
                "--arch                | option --arch needs a value;",
                "--arch --machine q35  | option --arch needs a value;",
                "--arch=               | the value of --arch is empty;",
                "--arch a --arch b     | option --arch is there twice;",
                "--no-cache=yes        | option --no-cache takes no value;",
                "--machin q35          | unknown option '--machin', did you mean '--machine'?",
                "--virt-type=kvm       | unknown option '--virt-type', did you mean '--virttype'?",
                "--blubb               | unknown option '--blubb';",
                "q35                   | there is one word too many, 'q35';"
            })
    void aWrongWordIsOneLineWithAHint(String words, String message) {
        Run run = run(("get " + words).split(" "));
        assertThat(run)
                .isEqualTo(
                        new Run(2, "", "domcaps get: " + message + " see 'domcaps get --help'\n"));
        assertThat(backend.sources).isEmpty();
    }

    @Test
    void thePageFillsTheTerminalAndIsPaintedThere() {
        assertThat(run("get", "--format=text").out())
                .contains("pc-i440fx-9.1")
                .doesNotContain("\u001b");
        FakeShell terminal = new FakeShell().onTerminal().with("COLUMNS", "60");
        Run run = Run.of(terminal, backend, "get", "--format", "text");
        assertThat(run.out()).contains("\u001b[");
        assertThat(run.out().replaceAll("\u001b\\[[0-9]*m", "").lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
    }

    @Test
    void xpathPicksNodes() {
        assertThat(run("get", "--xpath", "//disk/enum/value").out())
                .isEqualTo("<value>disk</value>\n<value>cdrom</value>\n");
    }

    @Test
    void wrapPutsNodesBelowOneRoot() {
        assertThat(run("get", "--wrap", "--xpath", "/domainCapabilities/arch").out())
                .isEqualTo("<nodes>\n  <arch>x86_64</arch>\n</nodes>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//[", "count(//value)"})
    void anExpressionThatSelectsNoNodesIsAUsageError(String expression) {
        Run run = run("get", "--xpath", expression);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("domcaps get: --xpath: ").contains(expression);
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void aRefusalOfTheDriverKeepsLibvirtsWords() {
        backend.answer =
                _ -> {
                    throw new DriverException(
                            ErrorCode.INVALID_ARGUMENT,
                            ErrorDomain.QEMU,
                            "the machine 'x' is not known");
                };
        assertThat(run("get", "--machine", "x"))
                .isEqualTo(
                        new Run(
                                2,
                                "",
                                "domcaps get: invalid argument: the machine 'x' is not known\n"));
        assertThat(backend.closed).isEqualTo(1);
    }

    @Test
    void whatCannotBeFoundOutIsAnotherExitCode() {
        backend.answer =
                _ -> {
                    throw new DriverException(
                            ErrorCode.INTERNAL,
                            ErrorDomain.QEMU,
                            "the probe failed:\n  no such\r\n device");
                };
        assertThat(run("get"))
                .isEqualTo(
                        new Run(
                                3,
                                "",
                                "domcaps get: internal error: the probe failed:   no such "
                                        + " device\n"));
    }

    @Test
    void anUnforeseenFailureIsOneLineToo() {
        backend.answer =
                _ -> {
                    throw new IllegalStateException("odd");
                };
        Run run = run("get");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err())
                .contains("java.lang.IllegalStateException: odd")
                .contains("DOMCAPS_DEBUG=1");
    }

    @Test
    void aStackTraceIsPrintedOnRequestOnly() {
        backend.answer =
                _ -> {
                    throw new IllegalStateException("odd");
                };
        shell.with("DOMCAPS_DEBUG", "1");
        assertThat(run("get").err()).contains("\tat org.domcaps.cli");
    }

    @Test
    void noticesGoToStandardErrorAndChangeNothingElse() {
        backend.notices.add("cache file x is damaged; it is rebuilt");
        Run run = run("get");
        assertThat(run)
                .isEqualTo(
                        new Run(
                                0,
                                newest(),
                                "domcaps get: cache file x is damaged; it is rebuilt\n"));
    }

    @Test
    void aReaderThatGoesAwayIsNoError() {
        shell.failingWith("Broken pipe");
        assertThat(run("get")).isEqualTo(new Run(141, "", ""));
    }

    @Test
    void aBrokenPipeIsRecognisedInAnyLanguage() {
        shell.failingWith("Datenübergabe unterbrochen").intoPipe();
        assertThat(run("get")).isEqualTo(new Run(141, "", ""));
    }

    @Test
    void aFullDiskIsReported() {
        shell.failingWith("No space left on device");
        assertThat(run("get"))
                .isEqualTo(
                        new Run(
                                3,
                                "",
                                "domcaps get: cannot write to standard output: No space left on"
                                        + " device\n"));
    }

    @Test
    void outputGoesToAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("out.xml");
        assertThat(run("get", "--output", file.toString())).isEqualTo(new Run(0, "", ""));
        assertThat(file).hasContent(newest());
        assertThat(folder.toFile().listFiles()).containsExactly(file.toFile());
    }
}
