package org.domcaps.decide;

import java.util.Objects;

/// A place in a text that was read: where a judgement points.
///
/// @param text what messages call the text: a file name as the caller wrote it
/// @param line 1-based line
/// @param column 1-based column
public record TextPlace(String text, int line, int column) {
    /// Checks.
    public TextPlace {
        Objects.requireNonNull(text, "text");
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("no place in a text: " + line + ":" + column);
        }
    }

    /// As compilers write it: `file:line:column`.
    @Override
    public String toString() {
        return text + ":" + line + ":" + column;
    }
}
