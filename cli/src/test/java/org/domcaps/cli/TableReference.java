package org.domcaps.cli;

import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.EnumValue;
import org.domcaps.document.Release;
import org.domcaps.rule.Condition;
import org.domcaps.rule.Rule;
import org.domcaps.rule.RuleTable;
import org.domcaps.rule.Subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules of a hypervisor that are one [RuleTable].
///
/// @param hypervisor how people call it
/// @param rules its rows
record TableReference(String hypervisor, List<? extends Rule<? extends Condition>> rules)
        implements ReferenceSource {

    static <C extends Condition> ReferenceSource of(String hypervisor, RuleTable<C> table) {
        return new TableReference(hypervisor, table.rows());
    }

    @Override
    public List<Row> head() {
        return List.of();
    }

    @Override
    public boolean prints(EnumKey key, String value) {
        return !rows(new Subject.Value(key, value), "", key.since()).isEmpty();
    }

    @Override
    public boolean reports(EnumKey key) {
        return rules.stream().anyMatch(rule -> rule.subject().path().equals(key.path()));
    }

    @Override
    public List<Row> of(Element element) {
        List<Row> rows = new ArrayList<>();
        rows.addAll(rows(new Subject.Reported(element), "is in the document", element.since()));
        List<Row> supported =
                rows(new Subject.Supported(element), "`supported='yes'`", element.since());
        if (supported.isEmpty() && !rows.isEmpty()) {
            rows.add(row("`supported='yes'`", "never", element.since(), Optional.empty()));
        }
        rows.addAll(supported);
        for (EnumKey key : EnumKey.of(element)) {
            String name = "`" + key.xmlName() + "`";
            rows.addAll(
                    rows(new Subject.EnumReported(key), name + " is in the element", key.since()));
            for (EnumValue value : key.possibleValues()) {
                rows.addAll(
                        rows(
                                new Subject.Value(key, value.name()),
                                name + ": `" + value.name() + "`",
                                value.since()));
            }
        }
        return rows;
    }

    private List<Row> rows(Subject subject, String what, Release from) {
        List<Row> rows = new ArrayList<>();
        for (Rule<? extends Condition> rule : rules) {
            if (rule.subject().equals(subject)) {
                rows.add(
                        row(
                                what,
                                rule.when().words(),
                                rule.since().isAtLeast(from) ? rule.since() : from,
                                rule.until()));
            }
        }
        return rows;
    }

    private static Row row(String what, String when, Release since, Optional<Release> until) {
        return new Row(what, when, List.of(), since, until);
    }
}
