package org.domcaps.host;

import java.util.Optional;

/// The text of `/etc/passwd`. Pure.
final class PasswdFile {

    private static final int UID = 2;
    private static final int HOME = 5;

    private PasswdFile() {}

    /// The home directory of the first entry of a user.
    static Optional<String> home(String text, long uid) {
        String wanted = Long.toString(uid);
        for (int start = 0; start < text.length(); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            String line = text.substring(start, end);
            if (field(line, UID).equals(wanted) && !field(line, HOME).isEmpty()) {
                return Optional.of(field(line, HOME));
            }
            start = end + 1;
        }
        return Optional.empty();
    }

    private static String field(String line, int number) {
        int start = 0;
        for (int i = 0; i < number; i++) {
            int colon = line.indexOf(':', start);
            if (colon < 0) {
                return "";
            }
            start = colon + 1;
        }
        int end = line.indexOf(':', start);
        return line.substring(start, end < 0 ? line.length() : end);
    }
}
