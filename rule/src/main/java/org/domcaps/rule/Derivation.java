package org.domcaps.rule;

import org.domcaps.document.DetailKey;
import org.domcaps.document.Element;
import org.domcaps.document.Release;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Where a part of the document comes from that no row decides because it is no yes or no: a path,
/// a number, a name.
///
/// @param key the part
/// @param words how it is found out
/// @param evidence where one can look
public record Derivation(DetailKey key, String words, List<Evidence> evidence) {

    /// Checks and copies.
    public Derivation {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(words, "words");
        evidence = List.copyOf(evidence);
    }

    /// A derivation from these places.
    public static Derivation of(DetailKey key, String words, Evidence... evidence) {
        return new Derivation(key, words, List.of(evidence));
    }

    /// See [DetailKey#path].
    public String path() {
        return key.path();
    }

    /// The element that holds it; absent for the head of the document.
    public Optional<Element> element() {
        return key.element();
    }

    /// The first release that prints it; [Release#OLDEST] means "that release or an earlier one".
    public Release since() {
        return key.since();
    }
}
