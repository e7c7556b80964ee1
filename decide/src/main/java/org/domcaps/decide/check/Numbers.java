package org.domcaps.decide.check;

import java.util.OptionalLong;

/// Numbers as definitions write them.
final class Numbers {

    private static final int HEX = 16;

    private Numbers() {}

    /// A decimal number, or one in base 16 behind `0x`; empty if the text is neither or does not
    /// fit into 63 bits.
    static OptionalLong parse(String text) {
        String bare = text.strip();
        boolean hex = bare.startsWith("0x") || bare.startsWith("0X");
        try {
            long value = hex ? Long.parseLong(bare.substring(2), HEX) : Long.parseLong(bare);
            return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
        } catch (NumberFormatException _) {
            return OptionalLong.empty();
        }
    }
}
