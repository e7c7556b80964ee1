package org.domcaps.xen;

import org.domcaps.document.Arch;

import java.util.Objects;
import java.util.Optional;

/// One kind of guest that Xen can run on this host, as one word of its capabilities tells, such as
/// `hvm-3.0-x86_32p`.
///
/// @param fullyVirtualized whether it is `hvm`, not `xen`
/// @param arch the guest architecture
public record GuestKind(boolean fullyVirtualized, Arch arch) {

    /// Checks that the architecture is given.
    public GuestKind {
        Objects.requireNonNull(arch, "arch");
    }

    /// Reads a word `TYPE-VERSION-ARCH`, with a `p` (PAE) or `be` (big endian) after the
    /// architecture; empty if it is not one that libvirt knows.
    public static Optional<GuestKind> parse(String word) {
        int first = word.indexOf('-');
        int second = word.indexOf('-', first + 1);
        if (first < 0 || second < 0 || !isVersion(word.substring(first + 1, second))) {
            return Optional.empty();
        }
        String type = word.substring(0, first);
        if (!type.equals("xen") && !type.equals("hvm")) {
            return Optional.empty();
        }
        return arch(word.substring(second + 1))
                .map(arch -> new GuestKind(type.equals("hvm"), arch));
    }

    private static boolean isVersion(String text) {
        int dot = text.indexOf('.');
        return dot > 0
                && dot < text.length() - 1
                && isDigits(text.substring(0, dot))
                && isDigits(text.substring(dot + 1));
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Optional<Arch> arch(String name) {
        return switch (name) {
            case "x86_32", "x86_32p" -> Optional.of(Arch.I686);
            case "x86_64" -> Optional.of(Arch.X86_64);
            case "aarch64" -> Optional.of(Arch.AARCH64);
            case "armv7l" -> Optional.of(Arch.ARMV7L);
            case "ia64", "ia64be" -> Optional.of(Arch.IA64);
            case "powerpc64" -> Optional.of(Arch.PPC64);
            default -> Optional.empty();
        };
    }
}
