package org.domcaps.rule;

import org.domcaps.document.Block;
import org.domcaps.document.Detail;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.EnumValue;
import org.domcaps.document.Release;
import org.domcaps.document.ValueEnum;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// A table of rules decided for one release and one set of facts.
///
/// @param <C> the hypervisor's conditions
/// @param table the rules
/// @param release the release whose rules count
/// @param holds whether the facts fulfil a condition
public record Evaluation<C extends Condition>(
        RuleTable<C> table, Release release, Predicate<? super C> holds) {

    /// Checks.
    public Evaluation {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(holds, "holds");
    }

    /// Whether the element is in the document: as its row says, and without one if another row says
    /// whether it is supported.
    public boolean isReported(Element element) {
        if (!release.isAtLeast(element.since())) {
            return false;
        }
        List<Rule<C>> rows = table.reported(element);
        return rows.isEmpty() ? counting(table.supported(element)).isPresent() : decide(rows);
    }

    /// Whether the element says `supported='yes'`.
    public boolean isSupported(Element element) {
        return decide(table.supported(element));
    }

    /// Whether the enum is in its element: as its row says, and without one if another row speaks
    /// of its values.
    public boolean isReported(EnumKey key) {
        if (!release.isAtLeast(key.since())) {
            return false;
        }
        List<Rule<C>> rows = table.reported(key);
        return rows.isEmpty() ? counting(table.values(key)).isPresent() : decide(rows);
    }

    /// The values of an enum, in the order of the format.
    public List<String> values(EnumKey key) {
        List<String> found = new ArrayList<>();
        for (EnumValue possible : key.possibleValues()) {
            if (possible.isKnownTo(release) && isPrinted(key, possible.name())) {
                found.add(possible.name());
            }
        }
        return found;
    }

    /// Every element that is in the document, with its state and its enums.
    ///
    /// @param detail what a supported element holds besides enums
    public Map<Element, Block> blocks(Function<Element, Detail> detail) {
        Map<Element, Block> blocks = new EnumMap<>(Element.class);
        for (Element element : Element.values()) {
            if (isReported(element)) {
                blocks.put(element, block(element, detail));
            }
        }
        return blocks;
    }

    private Block block(Element element, Function<Element, Detail> detail) {
        if (!isSupported(element)) {
            return Block.of(false);
        }
        List<ValueEnum> enums = new ArrayList<>();
        for (EnumKey key : EnumKey.of(element)) {
            if (isReported(key)) {
                enums.add(new ValueEnum(key.xmlName(), values(key)));
            }
        }
        return Block.of(enums, detail.apply(element));
    }

    private boolean isPrinted(EnumKey key, String value) {
        for (Rule<C> rule : table.values(key)) {
            if (rule.subject() instanceof Subject.Value(_, String rowValue)
                    && rowValue.equals(value)
                    && rule.appliesTo(release)) {
                return holds.test(rule.when());
            }
        }
        return false;
    }

    private boolean decide(List<Rule<C>> rows) {
        return counting(rows).map(rule -> holds.test(rule.when())).orElse(false);
    }

    /// The row that counts for the release.
    private Optional<Rule<C>> counting(List<Rule<C>> rows) {
        for (Rule<C> rule : rows) {
            if (rule.appliesTo(release)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
