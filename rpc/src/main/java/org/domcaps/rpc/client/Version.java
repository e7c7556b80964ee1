package org.domcaps.rpc.client;

/// A version of a hypervisor or of libvirt.
public record Version(int major, int minor, int micro) implements Comparable<Version> {

    private static final long MAJOR = 1_000_000;
    private static final long MINOR = 1000;

    /// The version in libvirt's packed form, major * 1000000 + minor * 1000 + micro.
    static Version unpacked(long packed) {
        long below = Long.remainderUnsigned(packed, MAJOR);
        int major = (int) Long.divideUnsigned(packed, MAJOR);
        return new Version(major, (int) below / (int) MINOR, (int) below % (int) MINOR);
    }

    @Override
    public int compareTo(Version other) {
        int byMajor = Integer.compare(major, other.major);
        int byMinor = Integer.compare(minor, other.minor);
        return byMajor != 0
                ? byMajor
                : byMinor != 0 ? byMinor : Integer.compare(micro, other.micro);
    }

    /// As people write it: `7.2.22`.
    @Override
    public String toString() {
        return major + "." + minor + "." + micro;
    }
}
