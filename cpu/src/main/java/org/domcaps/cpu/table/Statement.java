package org.domcaps.cpu.table;

import org.domcaps.cpu.CpuMapException;

import java.util.ArrayList;
import java.util.List;

/// One line of a table.
///
/// @param table where it stands
/// @param line the number of the line, from 1
/// @param keyword its first word
/// @param text everything after the keyword, without `since`
public record Statement(String table, int line, String keyword, String text) {

    /// A complaint about the line.
    public CpuMapException fault(String detail) {
        return new CpuMapException(table, line, detail);
    }

    /// The text cut at its first blanks into `count` parts; the last one takes what remains, with
    /// its blanks.
    ///
    /// @throws CpuMapException if there are fewer, or one is empty
    public List<String> parts(int count) {
        List<String> parts = new ArrayList<>(count);
        int start = 0;
        for (int i = 1; i < count; i++) {
            int blank = text.indexOf(' ', start);
            if (blank < 0) {
                throw fault("expected " + count + " words after " + keyword);
            }
            parts.add(text.substring(start, blank));
            start = blank + 1;
        }
        parts.add(text.substring(start));
        for (String part : parts) {
            if (part.isBlank()) {
                throw fault("two blanks in a row");
            }
        }
        return parts;
    }

    /// A hexadecimal number of at most 32 bits.
    ///
    /// @throws CpuMapException if it is none
    public int hex(String digits) {
        try {
            return Integer.parseUnsignedInt(digits, 16);
        } catch (NumberFormatException _) {
            throw fault("'" + digits + "' is no hexadecimal number of 32 bits");
        }
    }
}
