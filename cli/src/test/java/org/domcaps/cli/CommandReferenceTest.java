package org.domcaps.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.testkit.Golden;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class CommandReferenceTest {

    @Test
    void thePageSaysWhatTheTablesSay() {
        String page = CommandReference.page();
        assertThat(page).isEqualTo(Golden.expected(Path.of("../docs/reference/command.md"), page));
    }
}
