package org.domcaps.cli;

import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.EnumValue;
import org.domcaps.document.Release;
import org.domcaps.qemu.rules.Catalogue;
import org.domcaps.qemu.rules.Derivation;
import org.domcaps.qemu.rules.Evidence;
import org.domcaps.qemu.rules.Rule;
import org.domcaps.qemu.rules.Rule.Subject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rules of QEMU documents.
final class QemuReference implements ReferenceSource {

    private final List<Rule> rules = Catalogue.instance().rows();

    @Override
    public String hypervisor() {
        return "QEMU";
    }

    @Override
    public List<Row> head() {
        return derived(Optional.empty());
    }

    @Override
    public boolean prints(EnumKey key, String value) {
        return !rows(new Subject.Value(key, value), "", key.since(), Optional.empty()).isEmpty();
    }

    @Override
    public List<Row> of(Element element) {
        List<Row> rows = new ArrayList<>();
        rows.addAll(
                rows(
                        new Subject.Reported(element),
                        "is in the document",
                        element.since(),
                        Optional.empty()));
        rows.addAll(
                rows(
                        new Subject.Supported(element),
                        "`supported='yes'`",
                        element.since(),
                        Optional.empty()));
        for (EnumKey key : EnumKey.of(element)) {
            String name = "`" + key.xmlName() + "`";
            rows.addAll(
                    rows(
                            new Subject.EnumReported(key),
                            name + " is in the element",
                            key.since(),
                            Optional.empty()));
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
        for (Rule rule : rules) {
            if (rule.subject().equals(subject)) {
                rows.add(
                        new Row(
                                what,
                                rule.when().words(),
                                evidence(Evidence.of(rule.when())),
                                later(from, rule.since()),
                                rule.until().or(() -> gone)));
            }
        }
        return rows;
    }

    private static List<Row> derived(Optional<Element> element) {
        List<Row> rows = new ArrayList<>();
        for (Derivation row : Derivation.all()) {
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
    private static List<String> evidence(List<Evidence> places) {
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

    private static String place(Evidence evidence) {
        return switch (evidence.source()) {
            case QMP -> "QMP `" + evidence.place() + "`";
            case HOST -> "host `" + evidence.place() + "`";
            case FIRMWARE -> "firmware descriptor `" + evidence.place() + "`";
            case REQUEST -> "request, " + evidence.place();
            case DOCUMENT -> "document `" + evidence.place() + "`";
        };
    }
}
