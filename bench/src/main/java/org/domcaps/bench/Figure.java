package org.domcaps.bench;

import java.util.Locale;
import java.util.Optional;

/// What a series of measurements came to.
///
/// @param median in milliseconds
/// @param least in milliseconds
/// @param memory how much memory, with its unit: the peak of a process, or the garbage of an
///   operation
record Figure(double median, double least, Optional<String> memory) {

    /// As in a cell of the table: `41.2 (39.0), 51 MB`.
    String text() {
        return number(median)
                + " ("
                + number(least)
                + ")"
                + memory.map(size -> ", " + size).orElse("");
    }

    /// How many times the other one this is.
    String ratioTo(Figure other) {
        return String.format(Locale.ROOT, "%.2f", median / other.median);
    }

    /// Three digits that count.
    private static String number(double value) {
        int digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
