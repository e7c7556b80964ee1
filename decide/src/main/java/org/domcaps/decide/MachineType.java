package org.domcaps.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A machine type taken apart: the machines of one family differ in their version only.
///
/// @param family `pc-q35`, `virt`, `s390-ccw-virtio`; a distribution's word before the version is
///   part of it: `pc-q35-rhel`
/// @param version the numbers of the version, the most important first; empty for names without
///   one, such as `microvm` or an alias
public record MachineType(String family, List<Integer> version) {

    private static final int LONGEST_NUMBER = 6;

    /// Checks and copies.
    public MachineType {
        Objects.requireNonNull(family, "family");
        version = List.copyOf(version);
    }

    /// Takes a canonical name or an alias apart. The aliases of QEMU's own machines give the family
    /// that they stand for.
    public static MachineType parse(String name) {
        int start = name.length();
        while (start > 0 && isVersionPart(name.charAt(start - 1))) {
            start--;
        }
        while (start < name.length() && name.charAt(start) == '.') {
            start++;
        }
        // A digit that ends a word, as in `q35` or `m68k4`, is no version.
        boolean apart = start > 0 && start < name.length() && isBoundary(name, start);
        if (!apart) {
            return new MachineType(ofAlias(name), List.of());
        }
        Optional<List<Integer>> numbers = numbers(name.substring(start));
        String family = name.substring(0, start);
        return numbers.isEmpty()
                ? new MachineType(name, List.of())
                : new MachineType(
                        family.endsWith("-") ? family.substring(0, start - 1) : family,
                        numbers.get());
    }

    private static boolean isVersionPart(char c) {
        return c >= '0' && c <= '9' || c == '.';
    }

    private static boolean isBoundary(String name, int start) {
        return name.charAt(start - 1) == '-' || name.indexOf('.', start) > 0;
    }

    private static String ofAlias(String name) {
        return switch (name) {
            case "q35" -> "pc-q35";
            case "pc" -> "pc-i440fx";
            default -> name;
        };
    }

    private static Optional<List<Integer>> numbers(String text) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : text.split("\\.", -1)) {
            if (part.isEmpty() || part.length() > LONGEST_NUMBER) {
                return Optional.empty();
            }
            numbers.add(Integer.parseInt(part));
        }
        return Optional.of(numbers);
    }

    /// Whether there is a version, so that the name means the same machine everywhere and for ever.
    public boolean isVersioned() {
        return !version.isEmpty();
    }

    /// Whether both are versions of one machine.
    public boolean isSameFamily(MachineType other) {
        return family.equals(other.family);
    }

    /// Negative if this version is older than the other, positive if it is newer.
    public int compareVersion(MachineType other) {
        int common = Math.min(version.size(), other.version.size());
        for (int i = 0; i < common; i++) {
            int order = Integer.compare(version.get(i), other.version.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(version.size(), other.version.size());
    }
}
