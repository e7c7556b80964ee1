package org.domcaps.decide.explain;

import org.domcaps.decide.Judgement;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.Reason;
import org.domcaps.decide.Severity;
import org.domcaps.driver.explain.Blocking;
import org.domcaps.driver.explain.Decision;
import org.domcaps.driver.explain.Finding;
import org.domcaps.driver.explain.Kind;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Truth;

import java.util.ArrayList;
import java.util.List;

/// Findings as judgements.
public final class FindingJudge {

    private FindingJudge() {}

    /// One finding as a judgement: its id says what kind of thing it is about, its reasons are the
    /// value and where it comes from, the rules, what blocks it, what would help and notes, in this
    /// order.
    public static Judgement judge(Finding finding) {
        List<Reason> reasons = new ArrayList<>();
        if (finding.value().isPresent() || finding.origin().isPresent()) {
            reasons.add(new ValueReason(finding.value(), finding.origin()));
        }
        for (Decision decision : finding.decisions()) {
            reasons.add(new RuleReason(decision));
        }
        finding.blocking()
                .ifPresent(blocking -> {
                    for (Blocking.Group group : blocking.groups()) {
                        reasons.add(new BlockerReason(blocking.origin(), group));
                    }
                });
        finding.remedy().ifPresent(remedy -> reasons.add(new RemedyReason(remedy)));
        for (String note : finding.notes()) {
            reasons.add(new NoteReason(note));
        }
        return new Judgement(
                "explain." + word(finding.kind()),
                outcome(finding.there()),
                severity(finding),
                finding.path(),
                finding.path() + " " + verdict(finding),
                reasons);
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case VIRT_TYPE -> "virttype";
            case MACHINE -> "machine";
            case FIRMWARE -> "firmware";
            case LOADER -> "loader";
            case ELEMENT -> "element";
            case ENUM -> "enum";
            case VALUE -> "value";
            case CPU_MODEL -> "cpu-model";
            case CPU_FEATURE -> "cpu-feature";
            case DETAIL -> "detail";
            case ATTRIBUTE -> "attribute";
        };
    }

    /// A truth as an outcome.
    public static Outcome outcome(Truth truth) {
        return switch (truth) {
            case YES -> Outcome.YES;
            case NO -> Outcome.NO;
            case UNKNOWN -> Outcome.UNKNOWN;
        };
    }

    /// How the answer is said, as the end of a sentence about the path.
    public static String verdict(Finding finding) {
        return switch (finding.there()) {
            case YES ->
                    switch (finding.kind()) {
                        case ELEMENT -> "is supported";
                        case CPU_MODEL -> "is usable";
                        case VIRT_TYPE -> "works";
                        case FIRMWARE -> "counts";
                        case CPU_FEATURE -> "is given to guests";
                        case MACHINE, LOADER, ENUM, VALUE -> "is there";
                        case DETAIL, ATTRIBUTE ->
                                finding.value().map(value -> "is " + value).orElse("is there");
                    };
            case NO ->
                    switch (finding.kind()) {
                        case ELEMENT -> "is not supported";
                        case CPU_MODEL -> "is not usable";
                        case VIRT_TYPE -> "does not work";
                        case FIRMWARE -> "does not count";
                        case CPU_FEATURE -> "is not given to guests";
                        case MACHINE, LOADER, ENUM, VALUE, DETAIL, ATTRIBUTE -> "is not there";
                    };
            case UNKNOWN -> "is not known";
        };
    }

    /// How much it matters: what is there is worth knowing at most; missing acceleration and broken
    /// firmware come first; then what this host could have with a few commands.
    static Severity severity(Finding finding) {
        if (finding.there() != Truth.NO) {
            return Severity.INFO;
        }
        Remedy.Kind hardest = finding.remedy().map(Remedy::hardest).orElse(Remedy.Kind.NONE);
        boolean mendable = hardest == Remedy.Kind.INSTALL || hardest == Remedy.Kind.CONFIGURE;
        return switch (finding.kind()) {
            case VIRT_TYPE -> Severity.ERROR;
            case FIRMWARE -> hardest == Remedy.Kind.INSTALL ? Severity.ERROR : Severity.INFO;
            case LOADER -> Severity.WARNING;
            case MACHINE, CPU_MODEL, CPU_FEATURE, DETAIL, ATTRIBUTE -> Severity.INFO;
            case ELEMENT, ENUM, VALUE -> mendable ? Severity.WARNING : Severity.INFO;
        };
    }
}
