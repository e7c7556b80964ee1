package org.domcaps.decide.check;

import org.domcaps.document.EnumKey;
import org.domcaps.document.Support;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// A row that holds a value of the definition against an enum of the document.
///
/// @param id the stable name of what is found
/// @param path the element, from below `<domain>`: `devices/disk/target`
/// @param what what people call the value: `disk bus`
/// @param key the enum that must list it
/// @param value the value that an element stands for; empty if it stands for none, and nothing is
///   checked
/// @param when which elements the row is about
/// @param open values that may work although no document ever lists them
record ValueRule(
        String id,
        String path,
        String what,
        EnumKey key,
        Function<Node, Optional<String>> value,
        Predicate<Node> when,
        Set<String> open) {

    /// A row about an attribute.
    static ValueRule attribute(String id, String path, String attribute, String what, EnumKey key) {
        return new ValueRule(
                id, path, what, key, node -> node.attribute(attribute), _ -> true, Set.of());
    }

    /// The same with another meaning of an element.
    ValueRule meaning(Function<Node, Optional<String>> other) {
        return new ValueRule(id, path, what, key, other, when, open);
    }

    /// The same where an attribute that is missing means this value.
    ValueRule orElse(String missing) {
        return meaning(node -> value.apply(node).or(() -> Optional.of(missing)));
    }

    /// The same for some elements only.
    ValueRule when(Predicate<Node> condition) {
        return new ValueRule(id, path, what, key, value, condition, open);
    }

    /// The same with values that may work although no document lists them.
    ValueRule open(String... values) {
        return new ValueRule(id, path, what, key, value, when, Set.copyOf(List.of(values)));
    }

    /// Checks every element that the row is about. Where the document denies the whole element, or
    /// does not report it, an [ElementRule] says so once.
    void check(Node domain, Capabilities capabilities, Findings findings) {
        if (capabilities.document().support(key.element()) != Support.YES) {
            return;
        }
        for (Node node : domain.find(path)) {
            Optional<String> asked = when.test(node) ? value.apply(node) : Optional.empty();
            asked.ifPresent(text ->
                    findings.answer(
                            id,
                            node,
                            what + " '" + text + "'",
                            capabilities.value(key, text, open)));
        }
    }
}
