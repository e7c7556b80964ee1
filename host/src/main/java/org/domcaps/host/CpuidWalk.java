package org.domcaps.host;

import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.domcaps.host.system.CpuidRegisters;
import org.domcaps.host.system.CpuidSource;

/// Collects every CPUID answer a processor has: all basic and extended leaves, and the subleaves of those leaves that
/// have some.
final class CpuidWalk {

    private static final int BASIC = 0;
    private static final int EXTENDED = 0x80000000;
    /// No processor has more leaves in a range; a hypervisor may claim anything.
    private static final int LEAVES_PER_RANGE = 0x100;

    private static final int SUBLEAVES = 0x100;
    private static final int SGX_BIT = 1 << 2;

    private final CpuidSource source;
    private final TreeMap<CpuidLeaf, CpuidRegisters> answers = new TreeMap<>();

    private CpuidWalk(CpuidSource source) {
        this.source = source;
    }

    /// All answers, by leaf and subleaf; empty if the source does not answer.
    static SequencedMap<CpuidLeaf, CpuidRegisters> collect(CpuidSource source) {
        CpuidWalk walk = new CpuidWalk(source);
        walk.range(BASIC);
        walk.range(EXTENDED);
        return walk.answers;
    }

    private void range(int base) {
        Optional<CpuidRegisters> first = source.read(base, 0);
        if (first.isEmpty()) {
            return;
        }
        int last = first.get().eax();
        if (Integer.compareUnsigned(last, base) < 0) {
            // A processor without this range answers with something else altogether.
            return;
        }
        int count = Math.min(last - base, LEAVES_PER_RANGE);
        for (int leaf = base; leaf - base <= count; leaf++) {
            visit(leaf);
        }
    }

    private void visit(int leaf) {
        CpuidRegisters zero = keep(leaf, 0);
        switch (leaf) {
            case 0x4 -> whileIn(leaf, zero, 0x1f, false);
            case 0x7, 0x14 -> upTo(leaf, zero.eax());
            case 0xb -> whileIn(leaf, zero, 0xff00, true);
            case 0xd -> extendedStates(zero);
            case 0xf -> perBit(leaf, 1, zero.edx());
            case 0x10 -> perBit(leaf, 1, zero.ebx());
            case 0x12 -> enclaves();
            case 0x17 -> {
                if (Integer.compareUnsigned(zero.eax(), 3) >= 0) {
                    upTo(leaf, zero.eax());
                }
            }
            default -> {}
        }
    }

    private CpuidRegisters keep(int leaf, int subleaf) {
        CpuidRegisters registers = source.read(leaf, subleaf).orElse(CpuidRegisters.ZERO);
        answers.put(new CpuidLeaf(leaf, subleaf), registers);
        return registers;
    }

    /// Subleaves as long as the last answer has one of the bits set, in ECX or in EAX.
    private void whileIn(int leaf, CpuidRegisters zero, int bits, boolean inEcx) {
        CpuidRegisters last = zero;
        for (int subleaf = 1; subleaf < SUBLEAVES && ((inEcx ? last.ecx() : last.eax()) & bits) != 0; subleaf++) {
            last = keep(leaf, subleaf);
        }
    }

    private void upTo(int leaf, int last) {
        int end = Integer.compareUnsigned(last, SUBLEAVES) < 0 ? last : SUBLEAVES;
        for (int subleaf = 1; subleaf <= end; subleaf++) {
            keep(leaf, subleaf);
        }
    }

    private void perBit(int leaf, int from, int bits) {
        for (int subleaf = from; subleaf < Integer.SIZE; subleaf++) {
            if ((bits & 1 << subleaf) != 0) {
                keep(leaf, subleaf);
            }
        }
    }

    private void extendedStates(CpuidRegisters zero) {
        CpuidRegisters one = keep(0xd, 1);
        perBit(0xd, 2, zero.eax() | one.ecx());
        int high = zero.edx() | one.edx();
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            if ((high & 1 << bit) != 0) {
                keep(0xd, Integer.SIZE + bit);
            }
        }
    }

    private void enclaves() {
        CpuidRegisters seven = answers.getOrDefault(new CpuidLeaf(0x7, 0), CpuidRegisters.ZERO);
        if ((seven.ebx() & SGX_BIT) == 0) {
            answers.remove(new CpuidLeaf(0x12, 0));
            return;
        }
        keep(0x12, 1);
        CpuidRegisters last = keep(0x12, 2);
        for (int subleaf = 3; subleaf < SUBLEAVES && (last.eax() & 0xf) != 0; subleaf++) {
            last = keep(0x12, subleaf);
        }
    }
}
