package org.domcaps.host;

import org.domcaps.host.system.FileText;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The settings of one of libvirt's configuration files (`qemu.conf`, `bhyve.conf`,
/// `libvirt.conf`), as far as anybody here depends on them: strings, and lists of strings. Pure.
///
/// The format: lines `name = value`; `#` starts a comment; a value is a whole number, a string in
/// single, double or three double quotes (nothing is escaped in it), or a list of values in
/// brackets, over several lines if need be.
public final class LibvirtConf {

    private static final String TRIPLE = "\"\"\"";

    private final String text;
    private final Map<String, List<String>> settings = new HashMap<>();
    private int at;

    private LibvirtConf(String text) {
        this.text = text;
    }

    /// What reading the text gave.
    public sealed interface Parsed {

        /// The settings; a single value is a list of one.
        record Settings(Map<String, List<String>> values) implements Parsed {
            /// The value of a setting, a single one as a list of one; empty if it is not set.
            public Optional<List<String>> list(String name) {
                return Optional.ofNullable(values.get(name));
            }

            /// The value of a setting that has just one; empty if it is not set or is another list.
            public Optional<String> string(String name) {
                return list(name).filter(values -> values.size() == 1).map(List::getFirst);
            }
        }

        /// A text that is not of the format.
        record Malformed(int line, String detail) implements Parsed {}

        /// There was no text to be had.
        record Unreadable(String reason) implements Parsed {}
    }

    /// The settings of a file as it was read; one that does not exist sets nothing.
    public static Parsed of(FileText file) {
        return file instanceof FileText.Refused(String reason)
                ? new Parsed.Unreadable(reason)
                : parse(file.orEmpty());
    }

    /// The settings that a text makes.
    public static Parsed parse(String text) {
        LibvirtConf conf = new LibvirtConf(text);
        try {
            conf.readSettings();
            return new Parsed.Settings(Map.copyOf(conf.settings));
        } catch (Malformation malformation) {
            int line = 1 + (int) text.substring(0, conf.at).chars().filter(c -> c == '\n').count();
            return new Parsed.Malformed(line, malformation.getMessage());
        }
    }

    private void readSettings() {
        for (skipBlank(); at < text.length(); skipBlank()) {
            String name = name();
            skipSpaces();
            if (!text.startsWith("=", at)) {
                throw new Malformation("expected '=' after " + name);
            }
            at++;
            skipSpaces();
            List<String> values = new ArrayList<>();
            if (text.startsWith("[", at)) {
                list(values);
            } else {
                values.add(scalar());
            }
            settings.put(name, List.copyOf(values));
            skipSpaces();
            if (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '#') {
                throw new Malformation("expected the end of the line after the value of " + name);
            }
        }
    }

    private String name() {
        int start = at;
        while (at < text.length() && isNameCharacter(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw new Malformation("expected a name");
        }
        return text.substring(start, at);
    }

    private static boolean isNameCharacter(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '_'
                || c == '-'
                || c == '.';
    }

    private void list(List<String> values) {
        at++;
        for (skipBlank(); !text.startsWith("]", at); skipBlank()) {
            values.add(scalar());
            skipBlank();
            if (text.startsWith(",", at)) {
                at++;
            } else if (!text.startsWith("]", at)) {
                throw new Malformation("expected ',' or ']' in a list");
            }
        }
        at++;
    }

    private String scalar() {
        if (text.startsWith(TRIPLE, at)) {
            return delimited(TRIPLE);
        }
        if (text.startsWith("\"", at) || text.startsWith("'", at)) {
            String value = delimited(text.substring(at, at + 1));
            if (value.indexOf('\n') >= 0) {
                throw new Malformation("a string does not end on its line");
            }
            return value;
        }
        int start = at;
        if (text.startsWith("-", at) || text.startsWith("+", at)) {
            at++;
        }
        int digits = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (digits == at) {
            throw new Malformation("expected a value");
        }
        return text.substring(start, at);
    }

    private String delimited(String quote) {
        int start = at + quote.length();
        int end = text.indexOf(quote, start);
        if (end < 0) {
            throw new Malformation("a string does not end");
        }
        at = end + quote.length();
        return text.substring(start, end);
    }

    /// Blanks within a line.
    private void skipSpaces() {
        while (at < text.length()
                && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '\r')) {
            at++;
        }
    }

    /// Blanks, line ends and comments.
    private void skipBlank() {
        while (at < text.length()) {
            if (text.charAt(at) == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                return;
            }
        }
    }

    /// Leaves the middle of the text; never leaves this class.
    private static final class Malformation extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformation(String detail) {
            super(detail, null, false, false);
        }
    }
}
