package org.domcaps.decide.cpu;

import org.domcaps.decide.Severity;

import java.util.List;
import java.util.Objects;

/// What came of setting a host beside a CPU.
///
/// @param relation how they relate
/// @param missing features that the CPU needs and the host does not have, sorted
/// @param extra features that the host has and the CPU does not name, sorted
/// @param forbidden features that the CPU forbids and the host has, sorted
/// @param unknown features of either that the CPU map does not have, and which were passed over
/// @param reason why the host cannot run the CPU, or why that is not known, in one line; empty if
///   it can
public record CpuComparison(
        CpuRelation relation,
        List<String> missing,
        List<String> extra,
        List<String> forbidden,
        List<String> unknown,
        String reason) {

    /// Checks and copies.
    public CpuComparison {
        Objects.requireNonNull(relation, "relation");
        missing = List.copyOf(missing);
        extra = List.copyOf(extra);
        forbidden = List.copyOf(forbidden);
        unknown = List.copyOf(unknown);
        Objects.requireNonNull(reason, "reason");
    }

    /// How much it matters: a host that cannot run the CPU is an error, one of which that is not
    /// known a warning.
    public Severity severity() {
        return switch (relation.runs()) {
            case YES -> Severity.INFO;
            case NO -> Severity.ERROR;
            case UNKNOWN -> Severity.WARNING;
        };
    }

    /// The host is exactly the CPU.
    public static CpuComparison identical() {
        return of(CpuRelation.IDENTICAL, "");
    }

    /// It is not known whether the host can run the CPU.
    public static CpuComparison unknown(String reason) {
        return of(CpuRelation.UNKNOWN, reason);
    }

    /// A comparison that no feature decided.
    static CpuComparison of(CpuRelation relation, String reason) {
        return new CpuComparison(relation, List.of(), List.of(), List.of(), List.of(), reason);
    }
}
