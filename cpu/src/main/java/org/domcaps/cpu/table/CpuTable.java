package org.domcaps.cpu.table;

import org.domcaps.cpu.CpuMapException;
import org.domcaps.document.Release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads tables.
public final class CpuTable {

    private static final String SINCE = " since ";

    private CpuTable() {}

    /// The statements of a text that count for a release, in order.
    ///
    /// @param table the name that faults are told under
    /// @throws CpuMapException if a line cannot be understood
    public static List<Statement> read(String table, String text, Release release) {
        List<Statement> statements = new ArrayList<>();
        int number = 0;
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            number++;
            String line = text.substring(start, end);
            if (!line.isEmpty() && line.charAt(0) != '#') {
                statement(table, number, line, release).ifPresent(statements::add);
            }
            start = end + 1;
        }
        return statements;
    }

    private static Optional<Statement> statement(
            String table, int number, String line, Release release) {
        int since = line.lastIndexOf(SINCE);
        String rest = line;
        if (since >= 0) {
            String word = line.substring(since + SINCE.length());
            Release first =
                    Release.parse(word)
                            .orElseThrow(() ->
                                    new CpuMapException(
                                            table, number, "'" + word + "' is no release"));
            if (!release.isAtLeast(first)) {
                return Optional.empty();
            }
            rest = line.substring(0, since);
        }
        int blank = rest.indexOf(' ');
        if (blank <= 0 || blank == rest.length() - 1) {
            throw new CpuMapException(table, number, "not a keyword and what it says");
        }
        return Optional.of(
                new Statement(table, number, rest.substring(0, blank), rest.substring(blank + 1)));
    }
}
