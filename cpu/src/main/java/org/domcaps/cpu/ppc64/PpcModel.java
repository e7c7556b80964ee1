package org.domcaps.cpu.ppc64;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/// A model of the POWER CPU map.
///
/// @param name its name, for example `POWER9`
/// @param vendor its vendor
/// @param versions the register values that mean it, at least one
public record PpcModel(String name, String vendor, List<Version> versions) {

    private static final String GENERATION_PREFIX = "POWER";

    /// A pattern of the processor version register.
    ///
    /// @param value the bits that count
    /// @param mask which bits count
    public record Version(int value, int mask) {
        boolean fits(int pvr) {
            return (pvr & mask) == value;
        }
    }

    /// Checks and copies.
    public PpcModel {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(vendor, "vendor");
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a model without versions");
        }
    }

    /// Whether a value of the register means this model.
    public boolean fits(int pvr) {
        for (Version version : versions) {
            if (version.fits(pvr)) {
                return true;
            }
        }
        return false;
    }

    /// The number in a name like `POWER9`; empty for other names.
    public OptionalInt generation() {
        return numberAfter(GENERATION_PREFIX, name);
    }

    /// The number that all the rest of a text is.
    static OptionalInt numberAfter(String prefix, String text) {
        int digits = text.length() - prefix.length();
        if (!text.startsWith(prefix) || digits < 1 || digits > 4) {
            return OptionalInt.empty();
        }
        int number = 0;
        for (int i = prefix.length(); i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return OptionalInt.empty();
            }
            number = number * 10 + (c - '0');
        }
        return OptionalInt.of(number);
    }
}
