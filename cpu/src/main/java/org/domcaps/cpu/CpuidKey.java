package org.domcaps.cpu;

/// What the CPUID instruction is asked: the leaf in EAX and the subleaf in ECX, both unsigned.
/// Ordered by leaf, then by subleaf.
public record CpuidKey(int leaf, int subleaf) implements Comparable<CpuidKey> {

    /// Subleaf 0 of a leaf.
    public static CpuidKey of(int leaf) {
        return new CpuidKey(leaf, 0);
    }

    @Override
    public int compareTo(CpuidKey other) {
        int byLeaf = Integer.compareUnsigned(leaf, other.leaf);
        return byLeaf != 0 ? byLeaf : Integer.compareUnsigned(subleaf, other.subleaf);
    }

    /// `LEAF.SUBLEAF` in hexadecimal, as the CPU map tables write it.
    @Override
    public String toString() {
        return Integer.toHexString(leaf) + "." + Integer.toHexString(subleaf);
    }
}
