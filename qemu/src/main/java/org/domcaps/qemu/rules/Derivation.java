package org.domcaps.qemu.rules;

import org.domcaps.document.Element;
import org.domcaps.document.Release;
import org.domcaps.rule.Evidence;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Where a part of the document comes from that no row decides because it is no yes or no: a path,
/// a number, a name.
///
/// @param path from the root in dotted form, an attribute after `@`: `vcpu@max`,
///   `features.sev.cbitpos`
/// @param element the element that holds it; absent for the head of the document
/// @param words how it is found out
/// @param evidence where one can look
/// @param since the first release that prints it; [Release#OLDEST] means "that release or an
///   earlier one"
public record Derivation(
        String path,
        Optional<Element> element,
        String words,
        List<Evidence> evidence,
        Release since) {

    /// Checks and copies.
    public Derivation {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(words, "words");
        evidence = List.copyOf(evidence);
        Objects.requireNonNull(since, "since");
    }

    /// All of them, in the order of the document.
    public static List<Derivation> all() {
        return Derivations.ROWS;
    }
}
