package org.domcaps.cpu.x86;

import org.domcaps.cpu.CpuidKey;
import org.domcaps.cpu.CpuidRegister;

import java.util.List;
import java.util.Optional;

/// The indented lines of one register of a CPU map table: a bit, the name of its feature, and
/// `unmigratable` if a guest with the feature can not be migrated; `since RELEASE` at the end
/// leaves the feature out for earlier releases.
final class RegisterLines implements CpuMapReader.Block {

    private final CpuMapReader reader;

    /// Absent for a model specific register.
    private final Optional<CpuidKey> leaf;

    private final int msr;
    private final CpuidRegister register;
    private int used;

    private RegisterLines(
            CpuMapReader reader, Optional<CpuidKey> leaf, int msr, CpuidRegister register) {
        this.reader = reader;
        this.leaf = leaf;
        this.msr = msr;
        this.register = register;
    }

    static RegisterLines ofCpuid(CpuMapReader reader, CpuidKey leaf, CpuidRegister register) {
        return new RegisterLines(reader, Optional.of(leaf), 0, register);
    }

    /// @param half EAX for the low half of the register, EDX for the high one
    static RegisterLines ofMsr(CpuMapReader reader, int msr, CpuidRegister half) {
        if (half != CpuidRegister.EAX && half != CpuidRegister.EDX) {
            throw reader.fault("the halves of a model specific register are eax and edx");
        }
        return new RegisterLines(reader, Optional.empty(), msr, half);
    }

    @Override
    public void line(List<String> words) {
        boolean exists = reader.exists(words);
        boolean migratable = words.size() != 3 || !words.getLast().equals("unmigratable");
        if (words.size() != (migratable ? 2 : 3)) {
            throw reader.fault("a feature line reads 'BIT NAME [unmigratable] [since RELEASE]'");
        }
        int bit = reader.number(words.getFirst(), 31);
        if ((used >>> bit & 1) != 0) {
            throw reader.fault("bit " + bit + " is there twice");
        }
        used |= 1 << bit;
        reader.add(words.get(1), place(bit), migratable, exists);
    }

    private FeaturePlace place(int bit) {
        if (leaf.isPresent()) {
            return new FeaturePlace.CpuidBit(leaf.get(), register, bit);
        }
        return new FeaturePlace.MsrBit(msr, register == CpuidRegister.EDX ? bit + 32 : bit);
    }

    @Override
    public void close() {
        if (used == 0) {
            throw reader.fault("the register that ends before this line has no feature");
        }
    }
}
