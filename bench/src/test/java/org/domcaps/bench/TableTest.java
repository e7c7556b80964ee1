package org.domcaps.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class TableTest {

    @Test
    void aRowWithoutAPeerClaimsNothingAboutOne() {
        Figure ours = new Figure(40, 35, Optional.of("51 MB"));
        Figure floor = new Figure(20, 18, Optional.empty());
        Row row =
                new Row(
                        "start",
                        Optional.of(ours),
                        Optional.empty(),
                        Optional.of(floor),
                        "60 ms",
                        List.of("no virsh"));
        assertThat(Table.text(List.of(row)))
                .startsWith(
                        """
                        | what     | ours               | peer | floor       | ours / peer | ours / floor | aim   |
                        |----------|--------------------|------|-------------|-------------|--------------|-------|
                        | 1. start | 40.0 (35.0), 51 MB | –    | 20.0 (18.0) | –           | 2.00         | 60 ms |
                        """)
                .endsWith("\n\n1. no virsh.\n");
    }

    @Test
    void rowsAreNumberedLikeTheirNotes() {
        Row first = Row.missing("one", "-", "first note");
        Row second = Row.missing("two", "-", "second note");
        assertThat(Table.text(List.of(first, second)))
                .contains("| 1. one |", "| 2. two |", "\n1. first note.\n2. second note.\n");
    }
}
