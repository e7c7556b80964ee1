package org.domcaps.cli;

import org.domcaps.decide.Judgement;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.diff.Change;
import org.domcaps.decide.diff.ChangeKind;
import org.domcaps.decide.diff.DiffImpact;
import org.domcaps.decide.diff.FleetDiff;
import org.domcaps.decide.hosts.HostGroup;
import org.domcaps.decide.hosts.UnreadHost;
import org.domcaps.document.Palette;
import org.domcaps.document.Palette.Tone;
import org.domcaps.json.JsonValue;
import org.domcaps.json.JsonValue.JsonArray;
import org.domcaps.json.JsonValue.JsonObject;
import org.domcaps.json.JsonValue.ObjectBuilder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Changes as a page to read and as JSON.
final class DiffOutput {

    private final StringBuilder out = new StringBuilder();
    private final Palette palette;
    private final TextLines lines;

    DiffOutput(Palette palette, int width) {
        this.palette = palette;
        this.lines = new TextLines(out, width);
    }

    String page(FleetDiff diff, List<DiffImpact> impacts) {
        boolean titles = diff.pairs().size() > 1 || !diff.gone().isEmpty();
        for (FleetDiff.Pair pair : diff.pairs()) {
            if (pair.changes().isEmpty()) {
                continue;
            }
            if (titles) {
                String label = new HostGroup<>(pair, pair.hosts()).label();
                out.append(palette.paint(Tone.HEADING, label)).append('\n');
            }
            changes(pair.changes());
        }
        lines.list("", "- hosts", diff.gone());
        lines.list("", "+ hosts", diff.added());
        for (DiffImpact impact : impacts) {
            impact(impact);
        }
        return out.toString();
    }

    /// Changes of one kind at one place share a line.
    private void changes(List<Change> changes) {
        int start = 0;
        while (start < changes.size()) {
            Change first = changes.get(start);
            List<String> words = new ArrayList<>();
            int end = start;
            // Gains and losses of one place come mixed, in the order of names.
            List<Change> rest = new ArrayList<>();
            while (end < changes.size() && changes.get(end).path().equals(first.path())) {
                Change change = changes.get(end++);
                if (change.kind() == first.kind() && change.what().equals(first.what())) {
                    words.add(change.words());
                } else {
                    rest.add(change);
                }
            }
            String title = mark(first.kind()) + " " + first.path();
            if (words.stream().allMatch(String::isEmpty)) {
                out.append(title).append('\n');
            } else {
                lines.list("", title, words);
            }
            if (!rest.isEmpty()) {
                changes(rest);
            }
            start = end;
        }
    }

    private String mark(ChangeKind kind) {
        return switch (kind) {
            case LOST -> palette.paint(Tone.BAD, "-");
            case GAINED -> palette.paint(Tone.GOOD, "+");
            case CHANGED, RENAMED -> palette.paint(Tone.DOUBTFUL, "~");
            case UNREPORTED -> palette.paint(Tone.FAINT, "? before only,");
            case REPORTED -> palette.paint(Tone.FAINT, "? after only,");
        };
    }

    private void impact(DiffImpact impact) {
        int could = impact.before().getOrDefault(Outcome.YES, 0);
        int can = impact.after().getOrDefault(Outcome.YES, 0);
        out.append('\n')
                .append(palette.paint(Tone.HEADING, impact.domain()))
                .append(": could start on ")
                .append(could)
                .append(could == 1 ? " host" : " hosts")
                .append(", can start on ")
                .append(can)
                .append(unknown(impact))
                .append('\n');
        lines.list("  ", "not any more", impact.lost());
        lines.list("  ", "now also", impact.won());
        out.append(JudgementPage.lines(impact.reasons(), palette).indent(2));
    }

    private static String unknown(DiffImpact impact) {
        int doubtful = impact.after().getOrDefault(Outcome.UNKNOWN, 0);
        return doubtful == 0 ? "" : ", not known of " + doubtful;
    }

    static JsonObject json(FleetDiff diff, List<DiffImpact> impacts, List<UnreadHost> unread) {
        List<JsonValue> pairs = new ArrayList<>();
        for (FleetDiff.Pair pair : diff.pairs()) {
            List<JsonValue> changes = new ArrayList<>();
            for (Change change : pair.changes()) {
                changes.add(JudgementJson.one(change.judgement()));
            }
            pairs.add(
                    JsonValue.object()
                            .put("hosts", JsonValue.ofStrings(pair.hosts()))
                            .put("differs", pair.differs())
                            .put("changes", new JsonArray(changes))
                            .build());
        }
        List<JsonValue> domains = new ArrayList<>();
        for (DiffImpact impact : impacts) {
            domains.add(impactJson(impact));
        }
        return JsonValue.object()
                .put("outcome", (diff.differs() ? Outcome.NO : Outcome.YES).jsonName())
                .put("groups", new JsonArray(pairs))
                .put("gone", JsonValue.ofStrings(diff.gone()))
                .put("added", JsonValue.ofStrings(diff.added()))
                .put("domains", new JsonArray(domains))
                .put("unread", HostJson.unread(unread))
                .build();
    }

    private static JsonObject impactJson(DiffImpact impact) {
        return JsonValue.object()
                .put("domain", impact.domain())
                .put("before", counts(impact.before()))
                .put("after", counts(impact.after()))
                .put("lost", JsonValue.ofStrings(impact.lost()))
                .put("won", JsonValue.ofStrings(impact.won()))
                .put("judgements", JudgementJson.all(List.<Judgement>copyOf(impact.reasons())))
                .build();
    }

    private static JsonObject counts(Map<Outcome, Integer> counts) {
        ObjectBuilder out = JsonValue.object();
        for (Outcome outcome : Outcome.values()) {
            out.put(outcome.jsonName(), counts.getOrDefault(outcome, 0));
        }
        return out.build();
    }
}
