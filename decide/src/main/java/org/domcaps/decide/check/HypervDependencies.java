package org.domcaps.decide.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What Hyper-V enlightenments need of each other.
public final class HypervDependencies {

    /// By the names of the format; the ones that are not here need no other.
    private static final Map<String, List<String>> NEEDS =
            Map.of(
                    "synic", List.of("vpindex"),
                    "stimer", List.of("vpindex", "synic"),
                    "tlbflush", List.of("vpindex"),
                    "ipi", List.of("vpindex"),
                    "evmcs", List.of("vapic"));

    private HypervDependencies() {}

    /// The enlightenments that one needs, directly.
    public static List<String> of(String enlightenment) {
        return NEEDS.getOrDefault(enlightenment, List.of());
    }

    /// Those of some wanted enlightenments that can be had together, in the given order: each needs
    /// only others that stay.
    public static List<String> closed(List<String> wanted) {
        List<String> left = new ArrayList<>(wanted);
        boolean changed = true;
        while (changed) {
            changed = left.removeIf(name -> !left.containsAll(of(name)));
        }
        return left;
    }
}
