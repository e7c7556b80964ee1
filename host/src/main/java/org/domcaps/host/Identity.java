package org.domcaps.host;

import java.util.Objects;

/// Who asks, from `/proc/self/status`; decides what device nodes can be opened.
///
/// @param uid the effective user
/// @param gid the effective group
/// @param groups the supplementary groups, ascending as the kernel lists them, with a blank between
/// @param capabilities the effective capabilities, hexadecimal
public record Identity(long uid, long gid, String groups, String capabilities) {

    /// Checks that nothing is null.
    public Identity {
        Objects.requireNonNull(groups, "groups");
        Objects.requireNonNull(capabilities, "capabilities");
    }

    /// Reads the text of the file; numbers that are not there are -1.
    static Identity parse(String status) {
        return new Identity(
                effective(line(status, "Uid:")),
                effective(line(status, "Gid:")),
                line(status, "Groups:").strip(),
                line(status, "CapEff:").strip());
    }

    /// What follows the key at the start of a line.
    private static String line(String status, String key) {
        int start = status.startsWith(key) ? 0 : status.indexOf("\n".concat(key)) + 1;
        if (start == 0 && !status.startsWith(key)) {
            return "";
        }
        int end = status.indexOf('\n', start);
        return status.substring(start + key.length(), end < 0 ? status.length() : end);
    }

    /// The second of four numbers: real, effective, saved, file system.
    private static long effective(String numbers) {
        int start = numbers.indexOf('\t', 1) + 1;
        int end = numbers.indexOf('\t', start);
        if (start < 1 || end < start) {
            return -1;
        }
        try {
            return Long.parseLong(numbers, start, end, 10);
        } catch (NumberFormatException _) {
            return -1;
        }
    }
}
