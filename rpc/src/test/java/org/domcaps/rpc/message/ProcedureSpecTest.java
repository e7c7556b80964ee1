package org.domcaps.rpc.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.domcaps.rpc.message.Procedure.Access;
import org.domcaps.testkit.Corpus;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rows of [Procedure] against the list of API names in the description of the protocol, where
/// that is at hand.
class ProcedureSpecTest {

    private static final Pattern GROUP = Pattern.compile("\\*\\*Error domain (\\d+) ");
    private static final Pattern ROW = Pattern.compile("(\\d+)\\s+([A-Z][A-Za-z]+)([!?]?)[;.]");
    private static final Map<String, Access> MARKS =
            Map.of("", Access.READ, "!", Access.WRITE, "?", Access.WRITE_WITH_FLAGS);

    @Test
    void rowsSayWhatTheListSays() throws IOException {
        Optional<Path> spec = Corpus.find("spec/rpc.md");
        assumeTrue(spec.isPresent(), Corpus.MISSING);
        String text = Files.readString(spec.get());
        String list = text.substring(text.indexOf("## Appendix A"));

        Map<Integer, String> listed = new TreeMap<>();
        Map<Integer, String> ours = new TreeMap<>();
        Matcher group = GROUP.matcher(list);
        while (group.find()) {
            int end = list.indexOf("**Error domain", group.end());
            String part = list.substring(group.end(), end < 0 ? list.length() : end);
            Matcher row = ROW.matcher(part);
            while (row.find()) {
                int number = Integer.parseInt(row.group(1));
                listed.put(
                        number,
                        "vir"
                                + row.group(2)
                                + " "
                                + group.group(1)
                                + " "
                                + MARKS.get(row.group(3)));
                Procedure procedure = Procedure.find(number).orElseThrow();
                ours.put(
                        number,
                        procedure.apiName()
                                + " "
                                + procedure.domain().number()
                                + " "
                                + procedure.access());
            }
        }

        assertThat(listed).hasSizeGreaterThan(360);
        assertThat(ours).isEqualTo(listed);
    }
}
