package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The flags that commands are run with stand in one place, which is no part of any module.
class RunFlagsTest {

    private static final Path TOOLS = Path.of("../tools/app");

    /// A misspelt command would just run with other flags.
    @Test
    void everyCommandThatHasFlagsOfItsOwnExists() throws IOException {
        String source = Files.readString(TOOLS.resolve("Assemble.java"));
        Matcher runs = Pattern.compile("new LongRun\\(\\s*\"[^\"]+\",([^)]*)\\)").matcher(source);
        List<String> commands = new ArrayList<>();
        while (runs.find()) {
            Pattern.compile("\"(\\w+)\"")
                    .matcher(runs.group(1))
                    .results()
                    .forEach(word -> commands.add(word.group(1)));
        }
        assertThat(commands).contains("serve", "migrate").doesNotHaveDuplicates();
        assertThat(CommandTable.names()).containsAll(commands).contains("get");
        assertThat(commands).doesNotContain("get");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../domcaps", "../tools/app/launcher"})
    void aScriptThatStartsTheCommandNamesNoFlagsOfItsOwn(String script) throws IOException {
        assertThat(Files.readString(Path.of(script)))
                .contains("$flags")
                .doesNotContain("-XX:TieredStopAtLevel", "-Xmx", ".jsa");
    }
}
