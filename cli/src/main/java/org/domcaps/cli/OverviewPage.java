package org.domcaps.cli;

import org.domcaps.decide.explain.Overview;
import org.domcaps.decide.explain.RemedyReason;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Palette;
import org.domcaps.document.Palette.Tone;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.driver.explain.Finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The page that an administrator reads first: what is missing, the worst first, and below it what
/// would bring it.
final class OverviewPage {

    private static final int MOST_PATHS = 12;
    private static final int MOST_FEATURES = 12;

    private final WrappedText out;

    private OverviewPage(int width, Palette palette) {
        this.out = new WrappedText(width, palette);
    }

    static String of(Explanation explanation, Overview overview, int width, Palette palette) {
        OverviewPage page = new OverviewPage(width, palette);
        page.head(explanation);
        for (Overview.Section section : overview.sections()) {
            page.section(section);
        }
        page.models(overview.models());
        page.unknown(overview.unknown());
        page.out.line(Tone.PLAIN, "");
        page.out.paragraph(
                0,
                Tone.FAINT,
                "",
                "'domcaps explain PATH' tells the whole chain of each; add the options of this"
                        + " command to it.");
        return page.out.toString();
    }

    private void head(Explanation explanation) {
        DomainCapabilities document = explanation.document();
        out.line(
                Tone.HEADING,
                "What " + document.path().orElse("the hypervisor") + " cannot give guests here");
        List<String> about = new ArrayList<>();
        document.arch().ifPresent(about::add);
        document.machine().ifPresent(about::add);
        document.domain().ifPresent(about::add);
        about.add("rules of libvirt " + explanation.release());
        out.paragraph(1, Tone.PLAIN, "", String.join(", ", about));
        for (String note : explanation.notes()) {
            out.paragraph(1, Tone.DOUBTFUL, "note:", note);
        }
    }

    private void section(Overview.Section section) {
        out.line(Tone.PLAIN, "");
        out.line(Tone.HEADING, title(section.topic()));
        for (Overview.Group group : section.groups()) {
            Tone tone =
                    switch (section.topic().severity()) {
                        case ERROR -> Tone.BAD;
                        case WARNING -> Tone.DOUBTFUL;
                        case INFO -> Tone.PLAIN;
                    };
            out.paragraph(1, tone, "-", paths(group.findings()));
            out.paragraph(2, Tone.FAINT, "->", new RemedyReason(group.remedy()).words());
        }
    }

    private static String title(Overview.Topic topic) {
        return switch (topic) {
            case BROKEN -> "Broken, mend this first";
            case HOST -> "Missing, and this host could have it";
            case EMULATOR -> "Not in this emulator";
            case HARDWARE -> "Not with this kernel or this machine";
            case REQUEST -> "Not for what was asked about";
        };
    }

    /// Values of one enum stand together: `devices.tpm.backendModel: emulator external`.
    private static String paths(List<Finding> findings) {
        List<String> words = new ArrayList<>();
        String last = "";
        for (Finding finding : findings.subList(0, Math.min(MOST_PATHS, findings.size()))) {
            String path = finding.path();
            int dot = path.lastIndexOf('.');
            String parent =
                    switch (finding.kind()) {
                        case VALUE -> path.substring(0, dot);
                        case VIRT_TYPE,
                                MACHINE,
                                FIRMWARE,
                                LOADER,
                                ELEMENT,
                                ENUM,
                                CPU_MODEL,
                                CPU_FEATURE,
                                DETAIL,
                                ATTRIBUTE ->
                                "";
                    };
            if (!parent.isEmpty() && parent.equals(last)) {
                words.add(words.removeLast() + ", " + path.substring(dot + 1));
            } else {
                words.add(path);
            }
            last = parent;
        }
        int more = findings.size() - MOST_PATHS;
        return String.join("; ", words) + (more > 0 ? "; and " + more + " more" : "");
    }

    private void models(Overview.Models models) {
        if (models.unusable() == 0) {
            return;
        }
        out.line(Tone.PLAIN, "");
        out.line(
                Tone.HEADING,
                "CPU models that are not usable: " + models.unusable() + " of " + models.all());
        models.causes()
                .forEach((cause, counts) -> {
                    out.paragraph(1, Tone.PLAIN, "-", features(counts));
                    out.paragraph(2, Tone.FAINT, "", cause.words());
                });
    }

    private static String features(Map<String, Integer> counts) {
        List<String> words = new ArrayList<>();
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (words.size() == MOST_FEATURES) {
                break;
            }
            words.add(entry.getKey() + " (" + entry.getValue() + ")");
        }
        int more = counts.size() - words.size();
        return String.join(", ", words) + (more > 0 ? " and " + more + " more features" : "");
    }

    private void unknown(List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        out.line(Tone.PLAIN, "");
        out.line(Tone.HEADING, "Not known");
        out.paragraph(1, Tone.DOUBTFUL, "-", paths(findings));
    }
}
