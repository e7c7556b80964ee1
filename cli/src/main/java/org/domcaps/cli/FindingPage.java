package org.domcaps.cli;

import org.domcaps.decide.explain.FindingJudge;
import org.domcaps.decide.explain.PathQuery.Match;
import org.domcaps.decide.explain.RemedyReason;
import org.domcaps.document.Palette;
import org.domcaps.document.Palette.Tone;
import org.domcaps.document.Release;
import org.domcaps.driver.explain.Blocking;
import org.domcaps.driver.explain.Decision;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.driver.explain.Finding;
import org.domcaps.driver.explain.Kind;
import org.domcaps.driver.explain.Observation;
import org.domcaps.driver.explain.Origin;
import org.domcaps.driver.explain.Proof;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Truth;

import java.util.List;
import java.util.Optional;

/// Findings for people: each that was asked for with its rules down to what was seen, those below
/// it on one line each.
///
/// ```
/// devices.tpm.backendModel.emulator is not there
///   no  devices.tpm.backendModel has the value emulator (since 12.0)
///     no  the host has swtpm, swtpm_setup and swtpm_ioctl in PATH
///         swtpm: not found in PATH
/// ```
final class FindingPage {

    /// Of longer lists of alternatives that all fail the first few are shown.
    private static final int MOST_ALTERNATIVES = 4;

    private final WrappedText out;

    private FindingPage(int width, Palette palette) {
        this.out = new WrappedText(width, palette);
    }

    static String of(Explanation explanation, List<Match.Found> found, int width, Palette palette) {
        FindingPage page = new FindingPage(width, palette);
        boolean first = true;
        for (Match.Found match : found) {
            for (Finding finding : match.asked()) {
                page.gap(first);
                page.whole(finding);
                first = false;
            }
            if (!match.below().isEmpty()) {
                page.gap(first);
                Optional<Remedy> told = told(match);
                for (Finding finding : match.below()) {
                    if (canBe(finding)) {
                        page.brief(finding, told);
                    }
                }
                first = false;
            }
        }
        page.gap(explanation.notes().isEmpty());
        for (String note : explanation.notes()) {
            page.out.paragraph(0, Tone.DOUBTFUL, "note:", note);
        }
        return page.out.toString();
    }

    /// What would help with the one thing that was asked for, and need not be said again below it.
    private static Optional<Remedy> told(Match.Found match) {
        return match.asked().size() == 1 ? match.asked().getFirst().remedy() : Optional.empty();
    }

    /// Values that only other hypervisors have are left out of lists.
    private static boolean canBe(Finding finding) {
        return finding.remedy().map(remedy -> !remedy.needs(Remedy.Kind.NONE)).orElse(true);
    }

    private void gap(boolean first) {
        if (!first) {
            out.line(Tone.PLAIN, "");
        }
    }

    private void whole(Finding finding) {
        out.line(Tone.HEADING, finding.path() + " " + FindingJudge.verdict(finding));
        finding.origin().ifPresent(this::origin);
        for (Decision decision : finding.decisions()) {
            out.paragraph(
                    1,
                    tone(decision.proof().truth()),
                    word(decision.proof().truth()),
                    decision.about() + releases(decision));
            proof(2, decision.proof());
        }
        finding.blocking().ifPresent(this::blocking);
        for (String note : finding.notes()) {
            out.paragraph(1, Tone.PLAIN, "", note);
        }
        finding.remedy()
                .ifPresent(remedy ->
                        out.paragraph(1, Tone.HEADING, "->", new RemedyReason(remedy).words()));
    }

    private void origin(Origin origin) {
        out.paragraph(1, Tone.PLAIN, "how:", origin.how());
        observations(4, origin.observations());
        origin.decided().ifPresent(why -> out.paragraph(1, Tone.PLAIN, "", why));
    }

    private static String releases(Decision decision) {
        String since = decision.since().equals(Release.OLDEST) ? "" : "since " + decision.since();
        String until = decision.until().map(end -> "until " + end).orElse("");
        String both = since.isEmpty() || until.isEmpty() ? since + until : since + ", " + until;
        return both.isEmpty() ? "" : " (rule " + both + ")";
    }

    private void proof(int depth, Proof proof) {
        switch (proof) {
            case Proof.Fact fact -> fact(depth, fact);
            case Proof.Not(String words, Proof inner) -> {
                line(depth, proof.truth(), words);
                if (inner instanceof Proof.Fact fact) {
                    observations(depth + 1, fact.observations());
                } else {
                    proof(depth + 1, inner);
                }
            }
            case Proof.All(_, List<Proof> parts) -> parts.forEach(part -> proof(depth, part));
            case Proof.Any(String words, List<Proof> parts) -> any(depth, proof, words, parts);
        }
    }

    /// Of alternatives the first that holds says enough.
    private void any(int depth, Proof any, String words, List<Proof> parts) {
        if (any.truth() == Truth.YES) {
            for (Proof part : parts) {
                if (part.truth() == Truth.YES) {
                    proof(depth, part);
                    return;
                }
            }
        }
        boolean many = parts.size() > MOST_ALTERNATIVES;
        line(depth, any.truth(), many ? "one of " + parts.size() + " alternatives:" : words);
        for (Proof part : parts.subList(0, Math.min(MOST_ALTERNATIVES, parts.size()))) {
            proof(depth + 1, part);
        }
    }

    private void fact(int depth, Proof.Fact fact) {
        if (fact.truth() == Truth.YES && fact.observations().isEmpty()) {
            return; // Always so.
        }
        line(depth, fact.truth(), fact.words());
        observations(depth + 2, fact.observations());
    }

    private void observations(int depth, List<Observation> observations) {
        for (Observation observation : observations) {
            out.paragraph(depth, Tone.FAINT, "", observation.words());
        }
    }

    private void line(int depth, Truth truth, String words) {
        out.paragraph(depth, tone(truth), word(truth), words);
    }

    private void blocking(Blocking blocking) {
        switch (blocking.origin()) {
            case EMULATOR -> out.paragraph(1, Tone.PLAIN, "", "QEMU lists what is missing:");
            case COMPUTED ->
                    out.paragraph(
                            1,
                            Tone.PLAIN,
                            "",
                            "the document does not list what is missing; computed from the CPU"
                                    + " map:");
            case NOBODY ->
                    out.paragraph(
                            1, Tone.PLAIN, "", "nothing at hand says which features are missing");
        }
        for (Blocking.Group group : blocking.groups()) {
            out.paragraph(2, Tone.BAD, "-", String.join(" ", group.features()));
            out.paragraph(3, Tone.FAINT, "", group.cause().words());
        }
    }

    private void brief(Finding finding, Optional<Remedy> told) {
        String why =
                finding.remedy()
                        .filter(remedy ->
                                finding.kind() != Kind.DETAIL || !told.equals(Optional.of(remedy)))
                        .map(remedy -> "  -> " + new RemedyReason(remedy).words())
                        .orElse("");
        String value = finding.value().map(text -> " = " + text).orElse("");
        out.paragraph(
                0, tone(finding.there()), word(finding.there()), finding.path() + value + why);
    }

    private static String word(Truth truth) {
        return switch (truth) {
            case YES -> "yes";
            case NO -> "no ";
            case UNKNOWN -> "?  ";
        };
    }

    private static Tone tone(Truth truth) {
        return switch (truth) {
            case YES -> Tone.GOOD;
            case NO -> Tone.BAD;
            case UNKNOWN -> Tone.DOUBTFUL;
        };
    }
}
