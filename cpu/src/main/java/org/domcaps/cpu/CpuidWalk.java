package org.domcaps.cpu;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Visits every CPUID leaf of a processor that can tell something about it.
///
/// Both ranges of leaves are walked, from 0 and from 0x80000000 up to the maximum that each names
/// in EAX. Leaves whose answer depends on a subleaf are asked for every subleaf that they announce,
/// each in its own way.
public final class CpuidWalk {

    private static final int BASIC = 0;
    private static final int EXTENDED = 0x80000000;

    /// No processor has this many leaves in one range; a maximum beyond it is a broken answer.
    private static final int MAX_LEAVES = 0x1000;

    /// Likewise for the subleaves of one leaf.
    private static final int MAX_SUBLEAVES = 0x100;

    private static final int SGX_BIT = 1 << 2;

    private final Cpuid cpuid;
    private final SequencedMap<CpuidKey, CpuidRegs> leaves = new LinkedHashMap<>();

    private CpuidWalk(Cpuid cpuid) {
        this.cpuid = cpuid;
    }

    /// All leaves of the processor, without any model specific register.
    public static CpuidDump walk(Cpuid cpuid) {
        CpuidWalk walk = new CpuidWalk(cpuid);
        walk.range(BASIC);
        walk.range(EXTENDED);
        return new CpuidDump(walk.leaves, new LinkedHashMap<>());
    }

    private void range(int base) {
        int last = cpuid.read(CpuidKey.of(base)).eax();
        if (Integer.compareUnsigned(last, base) < 0) {
            return;
        }
        int count = Math.min(last - base, MAX_LEAVES - 1);
        if (count < 0) {
            count = MAX_LEAVES - 1;
        }
        for (int i = 0; i <= count; i++) {
            leaf(base + i);
        }
    }

    private void leaf(int leaf) {
        switch (leaf) {
            case 0x4 -> caches(leaf);
            case 0x7, 0x14 -> counted(leaf);
            case 0xb -> topology(leaf);
            case 0xd -> states(leaf);
            case 0xf -> bits(leaf, visit(leaf, 0).edx());
            case 0x10 -> bits(leaf, visit(leaf, 0).ebx());
            case 0x12 -> enclaves(leaf);
            case 0x17 -> vendorAttributes(leaf);
            default -> visit(leaf, 0);
        }
    }

    private CpuidRegs read(int leaf, int subleaf) {
        return cpuid.read(new CpuidKey(leaf, subleaf));
    }

    private CpuidRegs visit(int leaf, int subleaf) {
        CpuidRegs regs = read(leaf, subleaf);
        leaves.put(new CpuidKey(leaf, subleaf), regs);
        return regs;
    }

    /// The list ends with the first subleaf of cache type 0, which is kept.
    private void caches(int leaf) {
        int subleaf = 0;
        while ((visit(leaf, subleaf).eax() & 0x1f) != 0 && subleaf < MAX_SUBLEAVES) {
            subleaf++;
        }
    }

    /// EAX of subleaf 0 is the highest subleaf.
    private void counted(int leaf) {
        int last = visit(leaf, 0).eax();
        for (int subleaf = 1;
                Integer.compareUnsigned(subleaf, last) <= 0 && subleaf < MAX_SUBLEAVES;
                subleaf++) {
            visit(leaf, subleaf);
        }
    }

    /// The list ends before the first subleaf of level type 0.
    private void topology(int leaf) {
        for (int subleaf = 0;
                subleaf < MAX_SUBLEAVES && (read(leaf, subleaf).ecx() & 0xff00) != 0;
                subleaf++) {
            visit(leaf, subleaf);
        }
    }

    /// Subleaves 0 and 1 name in bit n the state components that have a subleaf n.
    private void states(int leaf) {
        CpuidRegs user = visit(leaf, 0);
        CpuidRegs supervisor = visit(leaf, 1);
        long low = Integer.toUnsignedLong(user.eax() | supervisor.ecx());
        long high = Integer.toUnsignedLong(user.edx() | supervisor.edx());
        long components = low | high << 32;
        for (int component = 2; component < 64; component++) {
            if ((components >>> component & 1) != 0) {
                visit(leaf, component);
            }
        }
    }

    /// Bit n of a register of subleaf 0 tells that subleaf n exists.
    private void bits(int leaf, int present) {
        for (int subleaf = 1; subleaf < 32; subleaf++) {
            if ((present >>> subleaf & 1) != 0) {
                visit(leaf, subleaf);
            }
        }
    }

    /// Only with SGX; from subleaf 2 on the list ends before the first one of type 0.
    private void enclaves(int leaf) {
        if ((read(0x7, 0).ebx() & SGX_BIT) == 0) {
            return;
        }
        visit(leaf, 0);
        visit(leaf, 1);
        for (int subleaf = 2;
                subleaf < MAX_SUBLEAVES && (read(leaf, subleaf).eax() & 0xf) != 0;
                subleaf++) {
            visit(leaf, subleaf);
        }
    }

    /// Exists only if subleaf 0 announces at least three more.
    private void vendorAttributes(int leaf) {
        if (Integer.compareUnsigned(read(leaf, 0).eax(), 3) >= 0) {
            counted(leaf);
        }
    }
}
