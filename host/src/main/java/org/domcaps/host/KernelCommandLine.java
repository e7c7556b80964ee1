package org.domcaps.host;

import java.util.List;

/// The kernel's command line, the text of `/proc/cmdline`. Pure.
record KernelCommandLine(String text) {

    /// A longer command line is not looked at.
    static final int LENGTH_LIMIT = 4096;

    private static final List<String> ENABLING = List.of("y", "Y", "on", "ON", "oN", "On", "1");

    /// Whether some occurrence of a parameter switches it on: its value starts with `y`, `Y`, `1`
    /// or any spelling of `on`.
    ///
    /// `-` and `_` in the name are the same. A parameter without a value does not count. Words are
    /// split at white space; double quotes around a word, or around a value, keep it together and
    /// are dropped.
    boolean enables(String parameter) {
        String wanted = parameter.replace('_', '-');
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            int end = wordEnd(at);
            if (enables(text.substring(at, end), wanted)) {
                return true;
            }
            at = end;
        }
        return false;
    }

    private int wordEnd(int start) {
        boolean quoted = false;
        int at = start;
        while (at < text.length() && (quoted || !Character.isWhitespace(text.charAt(at)))) {
            if (text.charAt(at) == '"') {
                quoted = !quoted;
            }
            at++;
        }
        return at;
    }

    private static boolean enables(String word, String wanted) {
        String bare = unquote(word);
        int equals = bare.indexOf('=');
        if (equals < 0 || !bare.substring(0, equals).replace('_', '-').equals(wanted)) {
            return false;
        }
        String value = unquote(bare.substring(equals + 1));
        for (String start : ENABLING) {
            if (value.startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    private static String unquote(String text) {
        if (!text.startsWith("\"")) {
            return text;
        }
        int end = text.length() > 1 && text.endsWith("\"") ? text.length() - 1 : text.length();
        return text.substring(1, end);
    }
}
