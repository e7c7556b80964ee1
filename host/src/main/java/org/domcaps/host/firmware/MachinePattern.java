package org.domcaps.host.firmware;

/// The pattern language of descriptors: `*` is any run of characters, `?` exactly one, all others
/// stand for themselves.
///
/// The whole name has to match. Brackets and backslashes are ordinary characters.
public final class MachinePattern {

    private MachinePattern() {}

    /// Whether a machine name matches a pattern.
    public static boolean matches(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
            } else if (p < pattern.length()
                    && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                // The last star takes one character more, and the rest is tried again.
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
