package org.domcaps.rule;

import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// All rules of one hypervisor, in the order of the document's parts. Two rows for one subject must
/// not count for the same release.
///
/// @param <C> the hypervisor's conditions
public final class RuleTable<C extends Condition> {

    private final List<Rule<C>> rows;
    private final Map<Element, List<Rule<C>>> reported = new EnumMap<>(Element.class);
    private final Map<Element, List<Rule<C>>> supported = new EnumMap<>(Element.class);
    private final Map<EnumKey, List<Rule<C>>> enumReported = new EnumMap<>(EnumKey.class);
    private final Map<EnumKey, List<Rule<C>>> values = new EnumMap<>(EnumKey.class);

    /// A table of these rows.
    public RuleTable(List<Rule<C>> rows) {
        this.rows = List.copyOf(rows);
        for (Rule<C> rule : this.rows) {
            switch (rule.subject()) {
                case Subject.Reported(Element element) -> index(reported, element, rule);
                case Subject.Supported(Element element) -> index(supported, element, rule);
                case Subject.EnumReported(EnumKey key) -> index(enumReported, key, rule);
                case Subject.Value(EnumKey key, _) -> index(values, key, rule);
            }
        }
    }

    private static <K, R> void index(Map<K, List<R>> map, K key, R rule) {
        map.computeIfAbsent(key, _ -> new ArrayList<>()).add(rule);
    }

    /// The rows that make a document out of a driver that has nothing to tell: the CPU modes, SEV
    /// and SGX, which are in every document and say "no".
    public static <C extends Condition> List<Rule<C>> alwaysPrinted(C always) {
        List<Rule<C>> rows = new ArrayList<>();
        for (Element element :
                List.of(
                        Element.HOST_PASSTHROUGH,
                        Element.MAXIMUM,
                        Element.HOST_MODEL,
                        Element.CUSTOM,
                        Element.SEV,
                        Element.SGX)) {
            rows.add(Rule.reported(element, always));
        }
        return rows;
    }

    /// Every row, in order.
    public List<Rule<C>> rows() {
        return rows;
    }

    /// The rows that decide whether an element is in the document.
    List<Rule<C>> reported(Element element) {
        return reported.getOrDefault(element, List.of());
    }

    /// The rows that decide whether an element is supported.
    List<Rule<C>> supported(Element element) {
        return supported.getOrDefault(element, List.of());
    }

    /// The rows that decide whether an enum is in its element.
    List<Rule<C>> reported(EnumKey key) {
        return enumReported.getOrDefault(key, List.of());
    }

    /// The rows of an enum's values, several of them for one value where releases differ.
    List<Rule<C>> values(EnumKey key) {
        return values.getOrDefault(key, List.of());
    }
}
