package org.domcaps.cli;

import org.domcaps.decide.Judgement;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.Reason;
import org.domcaps.document.Palette;
import org.domcaps.document.Palette.Tone;

import java.util.List;

/// Judgements as lines for people, in the form of compilers, so that editors jump to the place:
///
/// ```
/// vm.xml:12:5: error: this bus is not offered [device.disk.bus]
///     offered: virtio, scsi, sata
/// ```
///
/// The word after the place is the severity, or `unknown` where it could not be decided. A
/// judgement without a place begins with its subject.
final class JudgementPage {

    private final Palette palette;
    private final StringBuilder out = new StringBuilder();

    private JudgementPage(Palette palette) {
        this.palette = palette;
    }

    /// Groups below their titles, or without if there is just one, and a last line that counts.
    static String of(List<JudgementGroup> groups, Palette palette) {
        JudgementPage page = new JudgementPage(palette);
        for (JudgementGroup group : groups) {
            if (groups.size() > 1) {
                page.title(group);
            }
            group.judgements().forEach(page::judgement);
        }
        page.out.append(count(groups)).append('\n');
        return page.out.toString();
    }

    /// Lines for judgements alone.
    static String lines(List<Judgement> judgements, Palette palette) {
        JudgementPage page = new JudgementPage(palette);
        judgements.forEach(page::judgement);
        return page.out.toString();
    }

    private void title(JudgementGroup group) {
        String word =
                switch (group.outcome()) {
                    case YES -> palette.paint(Tone.GOOD, "ok");
                    case NO -> palette.paint(Tone.BAD, "no");
                    case UNKNOWN -> palette.paint(Tone.DOUBTFUL, "unknown");
                };
        out.append(palette.paint(Tone.HEADING, printable(group.title())))
                .append(": ")
                .append(word)
                .append('\n');
    }

    private void judgement(Judgement judgement) {
        String where = judgement.place().map(Object::toString).orElse(judgement.subject());
        out.append(printable(where))
                .append(": ")
                .append(palette.paint(tone(judgement), word(judgement)))
                .append(": ")
                .append(printable(judgement.message()))
                .append(' ')
                .append(palette.paint(Tone.FAINT, "[" + judgement.id() + "]"))
                .append('\n');
        for (Reason reason : judgement.reasons()) {
            out.append("    ").append(printable(reason.words())).append('\n');
        }
    }

    private static String word(Judgement judgement) {
        return judgement.outcome() == Outcome.UNKNOWN
                ? Outcome.UNKNOWN.jsonName()
                : judgement.severity().jsonName();
    }

    private static Tone tone(Judgement judgement) {
        if (judgement.outcome() == Outcome.UNKNOWN) {
            return Tone.DOUBTFUL;
        }
        return switch (judgement.severity()) {
            case ERROR -> Tone.BAD;
            case WARNING -> Tone.DOUBTFUL;
            case INFO -> Tone.FAINT;
        };
    }

    private static String count(List<JudgementGroup> groups) {
        int errors = 0;
        int warnings = 0;
        int unknown = 0;
        for (JudgementGroup group : groups) {
            for (Judgement judgement : group.judgements()) {
                switch (word(judgement)) {
                    case "error" -> errors++;
                    case "warning" -> warnings++;
                    case "unknown" -> unknown++;
                    default -> {}
                }
            }
        }
        return errors
                + (errors == 1 ? " error, " : " errors, ")
                + warnings
                + (warnings == 1 ? " warning, " : " warnings, ")
                + unknown
                + " unknown";
    }

    /// Control characters come from the input and could play tricks on a terminal.
    private static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(Character.isISOControl(c) ? '\ufffd' : c);
        }
        return out.toString();
    }
}
