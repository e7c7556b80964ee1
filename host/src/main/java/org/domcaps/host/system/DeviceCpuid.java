package org.domcaps.host.system;

import org.domcaps.cpu.CpuidRegs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;

/// CPUID through `/dev/cpu/0/cpuid`: 16 bytes at the offset leaf + (subleaf << 32), little endian.
///
/// Needs root and the kernel module `cpuid`. Answers for processor 0 alone.
public record DeviceCpuid(HostRoot root) implements CpuidSource {

    private static final String NODE = "/dev/cpu/0/cpuid";
    private static final int REGISTER_BYTES = 16;

    /// Checks that the root is given.
    public DeviceCpuid {
        Objects.requireNonNull(root, "root");
    }

    @Override
    public Optional<CpuidRegs> read(int leaf, int subleaf) {
        ByteBuffer registers = ByteBuffer.allocate(REGISTER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long offset = Integer.toUnsignedLong(leaf) | (long) subleaf << 32;
        try (FileChannel node = FileChannel.open(root.resolve(NODE), StandardOpenOption.READ)) {
            if (node.read(registers, offset) != REGISTER_BYTES) {
                return Optional.empty();
            }
        } catch (IOException _) {
            return Optional.empty();
        }
        registers.flip();
        return Optional.of(
                new CpuidRegs(
                        registers.getInt(),
                        registers.getInt(),
                        registers.getInt(),
                        registers.getInt()));
    }
}
