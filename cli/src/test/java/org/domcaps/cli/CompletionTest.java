package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Sources each script in its shell and asks for completions; `domcaps` is a stand-in that tells
/// its arguments.
class CompletionTest {

    @TempDir Path folder;

    @BeforeEach
    void standIn() throws IOException {
        Path domcaps = folder.resolve("bin/domcaps");
        Files.createDirectories(domcaps.getParent());
        Files.writeString(
                domcaps, "#!/bin/sh\necho pc\necho q35\necho \"with-$(echo $* | tr ' /' '++')\"\n");
        assertThat(domcaps.toFile().setExecutable(true)).isTrue();
        Files.createDirectories(folder.resolve("work/inner dir"));
        Files.writeString(folder.resolve("work/facts.json"), "");
        for (String shell : ValueKind.SHELL.words()) {
            Run run = Run.of("completion", shell);
            assertThat(run.code()).isZero();
            Files.writeString(folder.resolve(shell), run.out());
        }
    }

    @Test
    void anotherShellIsRefused() {
        assertThat(Run.of("completion", "csh"))
                .isEqualTo(
                        new Run(
                                2,
                                "",
                                "domcaps completion: SHELL cannot be 'csh', choose one of: bash,"
                                        + " zsh, fish; see 'domcaps completion --help'\n"));
    }

    /// Runs bash's completion on words, of which the last is being typed; `=` is a word of its own,
    /// as bash has it.
    private List<String> bash(String... words) throws Exception {
        StringBuilder script = new StringBuilder("source ../bash; COMP_WORDS=(");
        for (String word : words) {
            script.append('\'').append(word).append("' ");
        }
        script.append(
                "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _domcaps; printf '%s\\n'"
                        + " \"${COMPREPLY[@]}\"");
        return shell("bash", "--norc", "-c", script.toString());
    }

    private List<String> shell(String... command) throws Exception {
        Assumptions.assumeTrue(
                Files.exists(Path.of("/usr/bin", command[0])), command[0] + " is not installed");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(folder.resolve("work").toFile());
        builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        builder.environment().put("HOME", folder.toString());
        builder.redirectErrorStream(true);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return out.lines().filter(line -> !line.isBlank()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "domcaps rec                       | record",
                "domcaps --v                       | --version",
                "domcaps get --expand              | --expand-cpu-features",
                "domcaps get --format t            | text",
                "domcaps get --format = j          | json",
                "domcaps get --format =            | xml json text",
                "domcaps get --generation 11.10    | 11.10",
                "domcaps get --arch aar            | aarch64",
                "domcaps get --virttype k          | kvm",
                "domcaps get --host-facts fa       | facts.json",
                "domcaps get --machine q           | q35",
                "domcaps get --xpath x             | -",
                "domcaps list --names m            | machines",
                "domcaps explain p                 | pc",
                "domcaps explain pc q              | q35",
                "domcaps explain --document fa     | facts.json",
                "domcaps completion f              | fish",
                "domcaps help conf                 | conformance",
                "domcaps record in                 | inner+dir",
                "domcaps conformance --out in      | inner+dir"
            })
    void bashCompletes(String words, String found) throws Exception {
        List<String> completions = bash(words.split(" "));
        List<String> expected = found == null ? List.of() : List.of(found.split(" "));
        assertThat(completions.stream().map(word -> word.replace(' ', '+')))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void bashAsksWithTheOptionsTypedSoFar() throws Exception {
        assertThat(
                        bash(
                                "domcaps",
                                "get",
                                "--arch",
                                "=",
                                "i686",
                                "--emulatorbin",
                                "/q",
                                "--machine",
                                "with"))
                .containsExactly("with-list+--names+machines+--arch+i686+--emulatorbin++q");
    }

    @Test
    void bashCompletesFilesWhereNoEmulatorIsKnown() throws Exception {
        assertThat(bash("domcaps", "get", "--emulatorbin", "fac")).containsExactly("facts.json");
    }

    @Test
    @Tag("live")
    void zshCompletes() throws Exception {
        // zsh completes only where it edits a line, so a second zsh in a pseudo terminal types for
        // us.
        Files.createDirectories(folder.resolve("zfunc"));
        Files.copy(folder.resolve("zsh"), folder.resolve("zfunc/_domcaps"));
        assertThat(zsh("domcaps rec")).contains("domcaps record ");
        assertThat(zsh("domcaps get --expa")).contains("domcaps get --expand-cpu-features");
        assertThat(zsh("domcaps get --format=j")).contains("domcaps get --format=json");
        assertThat(zsh("domcaps get --format j")).contains("domcaps get --format json");
        assertThat(zsh("domcaps get --machine q")).contains("domcaps get --machine q35");
        assertThat(zsh("domcaps get --host-facts fa"))
                .contains("domcaps get --host-facts facts.json");
        assertThat(zsh("domcaps get --arch i686 --machine w"))
                .contains(
                        "domcaps get --arch i686 --machine with-list+--names+machines+--arch+i686");
        assertThat(zsh("domcaps get --emulatorbin fa"))
                .contains("domcaps get --emulatorbin facts.json");
        assertThat(zsh("domcaps help co")).contains("domcaps help co");
    }

    private String zsh(String typed) throws Exception {
        Path script =
                Files.writeString(
                        folder.resolve("drive.zsh"),
                        """
                        zmodload zsh/zpty
                        zpty t 'zsh -f -i'
                        zpty -w t "PS1='' RPS1='' fpath=(%s $fpath); autoload -U compinit; compinit -u -D; stty cols 200"
                        zpty -w t "bindkey '^I' complete-word; report() { print -r -- \\"<<\\$BUFFER>>\\"; zle accept-line }"
                        zpty -w t "zle -N report; bindkey '^X' report; print REA''DY"
                        zpty -r -m t x '*READY*'
                        zpty -w -n t $'%s\\t'
                        sleep 0.5
                        zpty -w -n t $'\\C-x'
                        zpty -r -m t x '*>>*'
                        print -r -- "${${x##*<<}%%%%>>*}"
                        zpty -d t
                        """
                                .formatted(folder.resolve("zfunc"), typed));
        return String.join("\n", shell("zsh", "-f", script.toString()));
    }

    @Test
    @Tag("live")
    void fishCompletes() throws Exception {
        assertThat(fish("domcaps rec")).containsExactly("record");
        assertThat(fish("domcaps get --expand")).containsExactly("--expand-cpu-features");
        assertThat(fish("domcaps get --format=j")).containsExactly("--format=json");
        assertThat(fish("domcaps get --format j")).containsExactly("json");
        assertThat(fish("domcaps get --generation 12.8")).containsExactly("12.8");
        assertThat(fish("domcaps get --machine q")).containsExactly("q35");
        assertThat(fish("domcaps get --arch i686 --machine w"))
                .containsExactly("with-list+--names+machines+--arch+i686");
        assertThat(fish("domcaps get --host-facts fa")).containsExactly("facts.json");
        assertThat(fish("domcaps get --emulatorbin fa")).containsExactly("facts.json");
        assertThat(fish("domcaps completion z")).containsExactly("zsh");
    }

    private List<String> fish(String typed) throws Exception {
        String script = "source ../fish; complete -C '" + typed + "'";
        return shell("fish", "--no-config", "-c", script).stream()
                .map(line -> line.split("\t")[0])
                .toList();
    }
}
