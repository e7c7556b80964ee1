package org.domcaps.cpu;

import java.util.List;
import java.util.Objects;

/// How a host and a CPU that shall run on it differ. All names are in the order of the CPU map.
///
/// @param verdict libvirt's answer
/// @param missing what the CPU needs and the host does not have
/// @param extra what the host has and the CPU does not name
/// @param forbidden what the CPU forbids and the host has
/// @param reason why the verdict is [Verdict#INCOMPATIBLE], in one line; empty otherwise
public record Comparison(
        Verdict verdict,
        List<String> missing,
        List<String> extra,
        List<String> forbidden,
        String reason) {

    /// The three answers of a comparison; in libvirt's own order.
    public enum Verdict {
        /// The host cannot run the CPU.
        INCOMPATIBLE("incompatible"),
        /// The host is exactly the CPU.
        IDENTICAL("identical"),
        /// The host can run the CPU and has more.
        SUPERSET("superset");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /// The word for it.
        public String word() {
            return word;
        }
    }

    /// Checks and copies.
    public Comparison {
        Objects.requireNonNull(verdict, "verdict");
        missing = List.copyOf(missing);
        extra = List.copyOf(extra);
        forbidden = List.copyOf(forbidden);
        Objects.requireNonNull(reason, "reason");
    }

    /// A host that is the CPU as far as anybody can tell.
    public static Comparison identical() {
        return new Comparison(Verdict.IDENTICAL, List.of(), List.of(), List.of(), "");
    }

    /// A host that cannot run the CPU for a reason that lies in no feature.
    public static Comparison incompatible(String reason) {
        return new Comparison(Verdict.INCOMPATIBLE, List.of(), List.of(), List.of(), reason);
    }

    /// Whether the host can run the CPU.
    public boolean isCompatible() {
        return verdict != Verdict.INCOMPATIBLE;
    }
}
