package org.domcaps.qemu;

/// A version of QEMU, as `query-version` tells it. A micro of 90 or more means a pre-release of the
/// next minor.
public record QemuVersion(int major, int minor, int micro) implements Comparable<QemuVersion> {

    @Override
    public int compareTo(QemuVersion other) {
        if (major != other.major) {
            return Integer.compare(major, other.major);
        }
        return minor != other.minor
                ? Integer.compare(minor, other.minor)
                : Integer.compare(micro, other.micro);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + micro;
    }
}
