package org.domcaps.rpc.server;

/// Texts of strangers for log lines: one line, no quotes that could end the value, not long.
public final class LogText {

    private static final int LONGEST = 200;

    private LogText() {}

    /// One field of a line, `name="text"`.
    public static String field(String name, String text) {
        return name + "=" + quoted(text);
    }

    /// The text in quotes.
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        int end = Math.min(text.length(), LONGEST);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else {
                quoted.append(Character.isISOControl(c) ? '?' : c);
            }
        }
        return quoted.append(end < text.length() ? "...\"" : "\"").toString();
    }
}
