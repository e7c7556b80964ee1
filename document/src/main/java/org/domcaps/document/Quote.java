package org.domcaps.document;

/// Foreign text in messages: one line, not too long.
final class Quote {

    private static final int LONGEST = 60;

    private Quote() {}

    /// The text without control characters, cut where it gets long.
    static String of(String text) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), LONGEST + 1));
        for (int i = 0; i < text.length(); i++) {
            if (i == LONGEST) {
                return out.append('\u2026').toString();
            }
            char c = text.charAt(i);
            out.append(Character.isISOControl(c) ? ' ' : c);
        }
        return out.toString();
    }
}
