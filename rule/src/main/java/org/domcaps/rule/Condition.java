package org.domcaps.rule;

import org.domcaps.document.EnumKey;
import org.domcaps.driver.explain.Observation.Source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;

/// What must hold for something to be said: facts, joined by "and", "or" and "not". Each hypervisor
/// has kinds of [Fact] of its own; how they are joined is the same for all.
///
/// Each kind decides itself, without a switch over the kinds: documents are made on the way of a
/// command that has milliseconds, and linking such a switch takes one of them.
///
/// @param <F> what the facts are read from
public sealed interface Condition<F> {

    /// In words that a person reads, as the end of the sentence "it is said if …".
    String words();

    /// Whether it holds for the facts, the release and the table of an evaluation.
    boolean holds(Evaluation<F> evaluation);

    /// Everything it looks at, each once, in the order of the condition. Nothing for a condition
    /// that always holds.
    List<Evidence> evidence();

    /// The conditions without parts that it is made of, in order; itself if it has none.
    default List<Condition<F>> leaves() {
        return List.of(this);
    }

    /// Something that a hypervisor's facts tell.
    ///
    /// @param <F> what it is read from
    non-sealed interface Fact<F> extends Condition<F> {

        /// Whether the facts say so.
        boolean isTrue(F facts);

        @Override
        default boolean holds(Evaluation<F> evaluation) {
            return isTrue(evaluation.facts());
        }

        /// What "one of them holds" is called for facts of which this is the first, if there are
        /// better words than theirs with "or" in between.
        default Optional<String> wordsOfAny(List<Condition<F>> facts) {
            return Optional.empty();
        }
    }

    /// Holds whatever the facts are.
    record Always<F>() implements Condition<F> {
        @Override
        public String words() {
            return "always";
        }

        @Override
        public boolean holds(Evaluation<F> evaluation) {
            return true;
        }

        @Override
        public List<Evidence> evidence() {
            return List.of();
        }
    }

    /// Some value of an enum is printed.
    record AnyOf<F>(EnumKey key) implements Condition<F> {
        /// Checks.
        public AnyOf {
            Objects.requireNonNull(key, "key");
        }

        @Override
        public String words() {
            return "some value of " + key.path() + " is there";
        }

        @Override
        public boolean holds(Evaluation<F> evaluation) {
            return !evaluation.values(key).isEmpty();
        }

        @Override
        public List<Evidence> evidence() {
            return List.of(new Evidence(Source.DOCUMENT, key.path(), "any value"));
        }
    }

    /// The opposite.
    record Not<F>(Condition<F> inner) implements Condition<F> {
        /// Checks.
        public Not {
            Objects.requireNonNull(inner, "inner");
        }

        @Override
        public String words() {
            return "not (" + inner.words() + ")";
        }

        @Override
        public boolean holds(Evaluation<F> evaluation) {
            return !inner.holds(evaluation);
        }

        @Override
        public List<Evidence> evidence() {
            return inner.evidence();
        }

        @Override
        public List<Condition<F>> leaves() {
            return inner.leaves();
        }
    }

    /// All of them.
    record All<F>(List<Condition<F>> parts) implements Condition<F> {
        /// Copies.
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public String words() {
            return join(parts, " and ");
        }

        @Override
        public boolean holds(Evaluation<F> evaluation) {
            for (Condition<F> part : parts) {
                if (!part.holds(evaluation)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public List<Evidence> evidence() {
            return evidenceOf(parts);
        }

        @Override
        public List<Condition<F>> leaves() {
            return leavesOf(parts);
        }
    }

    /// At least one of them.
    record Any<F>(List<Condition<F>> parts) implements Condition<F> {
        /// Copies.
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public String words() {
            Optional<String> better =
                    !parts.isEmpty() && parts.getFirst() instanceof Fact<F> first
                            ? first.wordsOfAny(parts)
                            : Optional.empty();
            return better.isPresent() ? better.get() : "(" + join(parts, " or ") + ")";
        }

        @Override
        public boolean holds(Evaluation<F> evaluation) {
            for (Condition<F> part : parts) {
                if (part.holds(evaluation)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public List<Evidence> evidence() {
            return evidenceOf(parts);
        }

        @Override
        public List<Condition<F>> leaves() {
            return leavesOf(parts);
        }
    }

    private static <F> String join(List<Condition<F>> conditions, String between) {
        List<String> words = new ArrayList<>(conditions.size());
        for (Condition<F> condition : conditions) {
            words.add(condition.words());
        }
        return String.join(between, words);
    }

    private static <F> List<Evidence> evidenceOf(List<Condition<F>> parts) {
        SequencedSet<Evidence> found = new LinkedHashSet<>();
        for (Condition<F> part : parts) {
            found.addAll(part.evidence());
        }
        return List.copyOf(found);
    }

    private static <F> List<Condition<F>> leavesOf(List<Condition<F>> parts) {
        List<Condition<F>> leaves = new ArrayList<>();
        for (Condition<F> part : parts) {
            leaves.addAll(part.leaves());
        }
        return leaves;
    }

    /// See [Always].
    static <F> Condition<F> always() {
        return new Always<>();
    }

    /// See [AnyOf].
    static <F> Condition<F> anyOf(EnumKey key) {
        return new AnyOf<>(key);
    }

    /// See [Not].
    static <F> Condition<F> not(Condition<F> condition) {
        return new Not<>(condition);
    }

    /// See [All].
    @SafeVarargs
    static <F> Condition<F> all(Condition<F>... conditions) {
        List<Condition<F>> parts = new ArrayList<>(conditions.length);
        for (Condition<F> condition : conditions) {
            parts.add(condition);
        }
        return new All<>(parts);
    }

    /// See [Any].
    @SafeVarargs
    static <F> Condition<F> any(Condition<F>... conditions) {
        List<Condition<F>> parts = new ArrayList<>(conditions.length);
        for (Condition<F> condition : conditions) {
            parts.add(condition);
        }
        return new Any<>(parts);
    }
}
