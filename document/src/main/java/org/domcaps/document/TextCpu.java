package org.domcaps.document;

import org.domcaps.document.CpuModel.Usable;
import org.domcaps.document.Palette.Tone;
import org.domcaps.document.TextPage.Word;

import java.util.ArrayList;
import java.util.List;

/// The CPU part of the page for people.
final class TextCpu {

    private static final String DEPRECATED = "*";

    private TextCpu() {}

    /// Rows about the CPU of mode `host-model`.
    static void hostModel(TextPage page, int indent, Detail.HostModel cpu) {
        List<Word> model = new ArrayList<>(List.of(Word.plain(cpu.model())));
        cpu.vendor().ifPresent(vendor -> model.add(Word.plain("(" + vendor + ")")));
        page.words(indent, Word.plain("model"), model);
        page.word(indent, "fallback", Word.plain(cpu.fallback()));
        cpu.maxPhysAddr()
                .ifPresent(size ->
                        page.words(
                                indent,
                                Word.plain("address bits"),
                                List.of(
                                        Word.plain(Integer.toString(size.limit())),
                                        Word.plain("(" + size.mode() + ")"))));
        for (FeaturePolicy policy : FeaturePolicy.values()) {
            List<Word> names = new ArrayList<>();
            for (CpuFeature feature : cpu.features()) {
                if (feature.policy() == policy) {
                    names.add(Word.plain(feature.name()));
                }
            }
            if (!names.isEmpty()) {
                page.words(indent, Word.plain(policy.xmlName()), names);
            }
        }
    }

    /// Rows about named models: those that run here, those that do not, those that nobody knows
    /// about.
    static void models(TextPage page, int indent, List<CpuModel> models) {
        boolean told = false;
        boolean deprecated = false;
        for (CpuModel model : models) {
            told |= !model.blockers().isEmpty();
            deprecated |= model.deprecated() == Support.YES;
        }
        group(page, indent, "run here", models, Usable.YES);
        group(
                page,
                indent,
                told ? "do not run here (features missing)" : "do not run here",
                models,
                Usable.NO);
        group(page, indent, "may run here, the emulator does not tell", models, Usable.UNKNOWN);
        if (deprecated) {
            page.words(
                    indent,
                    new Word(Tone.FAINT, DEPRECATED + " deprecated by the emulator"),
                    List.of());
        }
    }

    private static void group(
            TextPage page, int indent, String title, List<CpuModel> models, Usable usable) {
        List<Word> cells = new ArrayList<>();
        for (CpuModel model : models) {
            if (model.usable() == usable) {
                cells.add(cell(model));
            }
        }
        if (!cells.isEmpty()) {
            page.words(
                    indent,
                    Word.plain(
                            cells.size()
                                    + " "
                                    + (cells.size() == 1 ? "model" : "models")
                                    + " "
                                    + (cells.size() == 1 ? singular(usable, title) : title)
                                    + ":"),
                    List.of());
            page.grid(indent + 2, cells);
        }
    }

    private static String singular(Usable usable, String title) {
        return switch (usable) {
            case YES -> "runs here";
            case NO -> title.replace("do not run", "does not run");
            case UNKNOWN -> title;
        };
    }

    private static Word cell(CpuModel model) {
        boolean deprecated = model.deprecated() == Support.YES;
        StringBuilder text = new StringBuilder(model.name());
        if (deprecated) {
            text.append(DEPRECATED);
        }
        if (!model.blockers().isEmpty()) {
            text.append(" (").append(model.blockers().size()).append(')');
        }
        Tone tone =
                switch (model.usable()) {
                    case YES -> deprecated ? Tone.DOUBTFUL : Tone.GOOD;
                    case NO -> Tone.FAINT;
                    case UNKNOWN -> deprecated ? Tone.DOUBTFUL : Tone.PLAIN;
                };
        return new Word(tone, text.toString());
    }
}
