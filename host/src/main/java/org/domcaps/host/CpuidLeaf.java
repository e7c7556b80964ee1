package org.domcaps.host;

/// Names one CPUID answer; both numbers are unsigned. Ordered by leaf, then subleaf.
public record CpuidLeaf(int leaf, int subleaf) implements Comparable<CpuidLeaf> {

    @Override
    public int compareTo(CpuidLeaf other) {
        int byLeaf = Integer.compareUnsigned(leaf, other.leaf);
        return byLeaf != 0 ? byLeaf : Integer.compareUnsigned(subleaf, other.subleaf);
    }
}
