package org.domcaps.document;

import java.util.Optional;

/// A release of libvirt, which is to say: a level of the format. Ordered by age, the oldest first.
///
/// Maintenance numbers do not count, because no maintenance release ever changed the document.
public record Release(int major, int minor) implements Comparable<Release> {

    /// The oldest level that Domcaps writes.
    public static final Release OLDEST = new Release(10, 7);

    /// The newest level that Domcaps knows; what it writes if not told otherwise.
    public static final Release NEWEST = new Release(12, 8);

    /// Checks that the numbers are not negative.
    public Release {
        if (major < 0 || minor < 0) {
            throw new IllegalArgumentException("negative release number " + major + "." + minor);
        }
    }

    /// Reads `MAJOR.MINOR` or `MAJOR.MINOR.MICRO`; empty if the text is neither.
    public static Optional<Release> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length < 2 || parts.length > 3) {
            return Optional.empty();
        }
        for (String part : parts) {
            if (part.isEmpty()
                    || part.length() > 4
                    || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Optional.empty();
            }
        }
        return Optional.of(new Release(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
    }

    /// Whether Domcaps can write this level: [#OLDEST] to [#NEWEST].
    public boolean isWritable() {
        return compareTo(OLDEST) >= 0 && compareTo(NEWEST) <= 0;
    }

    /// Whether this release is `other` or a later one.
    public boolean isAtLeast(Release other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(Release other) {
        int byMajor = Integer.compare(major, other.major);
        return byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
