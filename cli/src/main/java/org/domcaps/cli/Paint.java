package org.domcaps.cli;

/// Colours for terminals, or none.
enum Paint {
    /// Text stays as it is.
    NONE,
    /// ECMA-48 sequences around text.
    ANSI;

    private static final String RESET = "\u001b[0m";

    static Paint of(boolean colours) {
        return colours ? ANSI : NONE;
    }

    /// What counts most: a name, a heading.
    String strong(String text) {
        return paint("\u001b[1m", text);
    }

    /// What counts least.
    String faint(String text) {
        return paint("\u001b[2m", text);
    }

    /// Something good.
    String good(String text) {
        return paint("\u001b[32m", text);
    }

    /// Something bad.
    String bad(String text) {
        return paint("\u001b[31m", text);
    }

    private String paint(String sequence, String text) {
        return this == NONE || text.isEmpty() ? text : sequence + text + RESET;
    }
}
