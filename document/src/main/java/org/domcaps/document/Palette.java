package org.domcaps.document;

/// How a page for people marks words: not at all, or with the colours of a terminal.
public enum Palette {
    /// Plain text.
    NONE,
    /// ANSI escape sequences, as every terminal of today knows them.
    ANSI;

    private static final String RESET = "\u001b[0m";

    /// What a word is, so that it can be marked.
    public enum Tone {
        /// Nothing special.
        PLAIN(""),
        /// The title of a section.
        HEADING("\u001b[1m"),
        /// Something that works.
        GOOD("\u001b[32m"),
        /// Something that does not work.
        BAD("\u001b[31m"),
        /// Something that works and is advised against.
        DOUBTFUL("\u001b[33m"),
        /// Something that can be overlooked.
        FAINT("\u001b[2m");

        private final String sequence;

        Tone(String sequence) {
            this.sequence = sequence;
        }
    }

    /// The text, marked; it takes no more room on the screen than before.
    public String paint(Tone tone, String text) {
        return this == NONE || tone == Tone.PLAIN ? text : tone.sequence + text + RESET;
    }
}
