package org.domcaps.cli;

import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.EnumValue;
import org.domcaps.document.Release;
import org.domcaps.rule.Derivation;
import org.domcaps.rule.Evidence;
import org.domcaps.rule.Rule;
import org.domcaps.rule.RuleTable;
import org.domcaps.rule.Subject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rules of one hypervisor.
///
/// @param <F> what its facts are read from
/// @param hypervisor how people call it
/// @param emulator what a question to its emulator is called
/// @param table its rows
/// @param derivations what its documents hold that no row decides
record RuleReference<F>(
        String hypervisor, String emulator, RuleTable<F> table, List<Derivation> derivations)
        implements ReferenceSource {

    @Override
    public List<Row> head() {
        return derived(Optional.empty());
    }

    @Override
    public boolean prints(EnumKey key, String value) {
        return !table.about(new Subject.Value(key, value)).isEmpty();
    }

    @Override
    public boolean reports(EnumKey key) {
        return !table.about(new Subject.EnumReported(key)).isEmpty()
                || key.possibleValues().stream().anyMatch(value -> prints(key, value.name()));
    }

    @Override
    public List<Row> of(Element element) {
        Optional<Release> open = Optional.empty();
        Release since = element.since();
        List<Row> rows = new ArrayList<>();
        rows.addAll(rows(new Subject.Reported(element), "is in the document", since, open));
        List<Row> supported =
                rows(new Subject.Supported(element), "`supported='yes'`", since, open);
        if (supported.isEmpty() && !rows.isEmpty()) {
            rows.add(new Row("`supported='yes'`", "never", List.of(), since, open));
        }
        rows.addAll(supported);
        for (EnumKey key : EnumKey.of(element)) {
            String name = "`" + key.xmlName() + "`";
            rows.addAll(
                    rows(
                            new Subject.EnumReported(key),
                            name + " is in the element",
                            key.since(),
                            open));
            for (EnumValue value : key.possibleValues()) {
                rows.addAll(
                        rows(
                                new Subject.Value(key, value.name()),
                                name + ": `" + value.name() + "`",
                                later(key.since(), value.since()),
                                value.until()));
            }
        }
        rows.addAll(derived(Optional.of(element)));
        return rows;
    }

    private List<Row> rows(Subject subject, String what, Release from, Optional<Release> gone) {
        List<Row> rows = new ArrayList<>();
        for (Rule<F> rule : table.about(subject)) {
            rows.add(
                    new Row(
                            what,
                            rule.when().words(),
                            evidence(rule.when().evidence()),
                            later(from, rule.since()),
                            rule.until().or(() -> gone)));
        }
        return rows;
    }

    private List<Row> derived(Optional<Element> element) {
        List<Row> rows = new ArrayList<>();
        for (Derivation row : derivations) {
            if (row.element().equals(element)) {
                String path = element.map(Element::path).orElse("");
                String below = row.path().substring(path.isEmpty() ? 0 : path.length() + 1);
                rows.add(
                        new Row(
                                "`" + below + "`",
                                row.words(),
                                evidence(row.evidence()),
                                row.since(),
                                Optional.empty()));
            }
        }
        return rows;
    }

    private static Release later(Release one, Release other) {
        return one.isAtLeast(other) ? one : other;
    }

    /// One text for each place, with everything to look for there.
    private List<String> evidence(List<Evidence> places) {
        Map<String, List<String>> byPlace = new LinkedHashMap<>();
        for (Evidence place : places) {
            List<String> details = byPlace.computeIfAbsent(place(place), _ -> new ArrayList<>());
            if (!place.detail().isEmpty()) {
                details.add(place.detail());
            }
        }
        List<String> texts = new ArrayList<>();
        byPlace.forEach((place, details) ->
                texts.add(details.isEmpty() ? place : place + ": " + String.join("; ", details)));
        return texts;
    }

    private String place(Evidence evidence) {
        return switch (evidence.source()) {
            case EMULATOR -> emulator + " `" + evidence.place() + "`";
            case HOST -> "host `" + evidence.place() + "`";
            case FIRMWARE -> "firmware descriptor `" + evidence.place() + "`";
            case REQUEST -> "request, " + evidence.place();
            case DOCUMENT -> "document `" + evidence.place() + "`";
        };
    }
}
