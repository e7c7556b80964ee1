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

/// A table of rules decided for one release and one set of facts.
///
/// @param <F> what the hypervisor's facts are read from
/// @param table the rules
/// @param release the release whose rules count
/// @param facts the facts
public record Evaluation<F>(RuleTable<F> table, Release release, F facts) {

    /// Checks.
    public Evaluation {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(facts, "facts");
    }

    /// Whether the element is in the document: as its row says, and without one if another row says
    /// whether it is supported.
    public boolean isReported(Element element) {
        if (!release.isAtLeast(element.since())) {
            return false;
        }
        Subject itself = new Subject.Reported(element);
        return table.about(itself).isEmpty()
                ? table.deciding(new Subject.Supported(element), release).isPresent()
                : isSaid(itself);
    }

    /// Whether the element says `supported='yes'`.
    public boolean isSupported(Element element) {
        return isSaid(new Subject.Supported(element));
    }

    /// Whether the enum is in its element: as its row says, and without one if another row speaks
    /// of its values.
    public boolean isReported(EnumKey key) {
        if (!release.isAtLeast(key.since())) {
            return false;
        }
        Subject itself = new Subject.EnumReported(key);
        return table.about(itself).isEmpty() ? table.speaksOfValues(key, release) : isSaid(itself);
    }

    /// The values of an enum, in the order of the format.
    public List<String> values(EnumKey key) {
        List<String> found = new ArrayList<>();
        for (EnumValue possible : key.possibleValues()) {
            if (possible.isKnownTo(release) && isSaid(new Subject.Value(key, possible.name()))) {
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

    /// Whether a condition holds.
    public boolean holds(Condition<F> condition) {
        return condition.holds(this);
    }

    private boolean isSaid(Subject subject) {
        Optional<Rule<F>> row = table.deciding(subject, release);
        return row.isPresent() && holds(row.get().when());
    }
}
