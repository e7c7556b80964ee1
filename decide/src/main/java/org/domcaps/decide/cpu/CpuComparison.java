package org.domcaps.decide.cpu;

import org.domcaps.decide.CpuFeatures;
import org.domcaps.decide.Judgement;
import org.domcaps.decide.Reason;
import org.domcaps.decide.Severity;

import java.util.ArrayList;
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

    /// Whether the host can run the CPU, as a judgement. The id is `cpu.` and the relation.
    ///
    /// @param subject what the CPU is called
    public Judgement judgement(String subject) {
        List<Reason> reasons = new ArrayList<>();
        CpuFeatures.add(reasons, CpuFeatures.Role.LACKING, missing);
        CpuFeatures.add(reasons, CpuFeatures.Role.FORBIDDEN, forbidden);
        CpuFeatures.add(reasons, CpuFeatures.Role.BEYOND, extra);
        CpuFeatures.add(reasons, CpuFeatures.Role.NOT_IN_MAP, unknown);
        String message =
                reason.isEmpty()
                        ? switch (relation) {
                            case IDENTICAL -> "the host is exactly the CPU";
                            case SUPERSET -> "the host can run the CPU and has more";
                            case SUBSET -> "the host has a part of the CPU";
                            case INCOMPATIBLE -> "the host cannot run the CPU";
                            case UNKNOWN -> "it is not known whether the host can run the CPU";
                        }
                        : reason;
        return new Judgement(
                "cpu." + relation.word(), relation.runs(), severity(), subject, message, reasons);
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
