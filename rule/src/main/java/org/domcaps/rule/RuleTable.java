package org.domcaps.rule;

import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.EnumValue;
import org.domcaps.document.Release;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All rules of one hypervisor, in the order of the document's parts. Two rows for one subject must
/// not count for the same release.
///
/// @param <F> what the hypervisor's facts are read from
public final class RuleTable<F> {

    private final List<Rule<F>> rows;
    private final Index<F> index = new Index<>();

    /// A table of these rows.
    public RuleTable(List<Rule<F>> rows) {
        this.rows = List.copyOf(rows);
        for (Rule<F> rule : this.rows) {
            rule.subject().in(index).add(rule);
        }
    }

    /// Rows by what they are about. Every list is there from the start, so that looking one up
    /// changes nothing.
    private static final class Index<F> implements Subject.Sections<List<Rule<F>>> {
        private final Map<Element, List<Rule<F>>> reported = new EnumMap<>(Element.class);
        private final Map<Element, List<Rule<F>>> supported = new EnumMap<>(Element.class);
        private final Map<EnumKey, List<Rule<F>>> enumReported = new EnumMap<>(EnumKey.class);
        private final Map<EnumKey, Map<String, List<Rule<F>>>> values =
                new EnumMap<>(EnumKey.class);

        Index() {
            for (Element element : Element.values()) {
                reported.put(element, new ArrayList<>(2));
                supported.put(element, new ArrayList<>(2));
            }
            for (EnumKey key : EnumKey.values()) {
                enumReported.put(key, new ArrayList<>(2));
                Map<String, List<Rule<F>>> ofKey = new HashMap<>();
                for (EnumValue value : key.possibleValues()) {
                    ofKey.put(value.name(), new ArrayList<>(2));
                }
                values.put(key, ofKey);
            }
        }

        @Override
        public List<Rule<F>> reported(Element element) {
            return reported.get(element);
        }

        @Override
        public List<Rule<F>> supported(Element element) {
            return supported.get(element);
        }

        @Override
        public List<Rule<F>> reported(EnumKey key) {
            return enumReported.get(key);
        }

        @Override
        public List<Rule<F>> value(EnumKey key, String value) {
            return values.get(key).get(value);
        }
    }

    /// The rows that make a document out of a driver that has nothing to tell: the CPU modes, SEV
    /// and SGX, which are in every document and say "no".
    public static <F> List<Rule<F>> alwaysPrinted() {
        List<Rule<F>> rows = new ArrayList<>();
        for (Element element :
                List.of(
                        Element.HOST_PASSTHROUGH,
                        Element.MAXIMUM,
                        Element.HOST_MODEL,
                        Element.CUSTOM,
                        Element.SEV,
                        Element.SGX)) {
            rows.add(Rule.reported(element, Condition.always()));
        }
        return rows;
    }

    /// Every row, in order.
    public List<Rule<F>> rows() {
        return rows;
    }

    /// The rows about something, for all releases; none if no row speaks of it.
    public List<Rule<F>> about(Subject subject) {
        return Collections.unmodifiableList(subject.in(index));
    }

    /// The row that decides something for a release; empty if none speaks of it.
    public Optional<Rule<F>> deciding(Subject subject, Release release) {
        for (Rule<F> rule : subject.in(index)) {
            if (rule.appliesTo(release)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /// Whether a row of a release speaks of some value of an enum.
    public boolean speaksOfValues(EnumKey key, Release release) {
        for (EnumValue value : key.possibleValues()) {
            if (deciding(new Subject.Value(key, value.name()), release).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
