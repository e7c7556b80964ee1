package org.domcaps.decide.check;

import java.util.OptionalLong;

/// Sizes of memory as definitions write them: a number with an attribute `unit`.
final class MemorySize {

    private static final long KIB = 1L << 10;
    private static final long KB = 1000;

    /// More than any address space has, so that sums cannot overflow.
    private static final long MOST_KIB = 1L << 54;

    private MemorySize() {}

    /// The size in KiB, rounded up; empty if it is no size.
    static OptionalLong kib(Node size) {
        OptionalLong number = Numbers.parse(size.text());
        long bytes = unit(size.attribute("unit").orElse("KiB"));
        if (number.isEmpty() || bytes == 0) {
            return OptionalLong.empty();
        }
        long high = Math.multiplyHigh(number.getAsLong(), bytes);
        long low = number.getAsLong() * bytes;
        if (high != 0 || low < 0 || low / KIB > MOST_KIB) {
            return OptionalLong.of(MOST_KIB);
        }
        return OptionalLong.of((low + KIB - 1) / KIB);
    }

    /// Bytes of a unit; 0 if there is no such unit.
    private static long unit(String name) {
        return switch (name) {
            case "b", "bytes" -> 1;
            case "KB" -> KB;
            case "k", "KiB" -> KIB;
            case "MB" -> KB * KB;
            case "M", "MiB" -> KIB * KIB;
            case "GB" -> KB * KB * KB;
            case "G", "GiB" -> KIB * KIB * KIB;
            case "TB" -> KB * KB * KB * KB;
            case "T", "TiB" -> KIB * KIB * KIB * KIB;
            default -> 0;
        };
    }
}
