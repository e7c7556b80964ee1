package org.domcaps.driver.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A condition of a rule with its truth, part by part, down to where somebody looked.
public sealed interface Proof {

    /// The condition, in words that a person reads.
    String words();

    /// Whether it holds.
    Truth truth();

    /// A condition without parts.
    ///
    /// @param words the condition
    /// @param truth whether it holds
    /// @param observations where that can be seen, and what was seen there
    /// @param change what would make it come out the other way; empty if it need not
    record Fact(String words, Truth truth, List<Observation> observations, Optional<Remedy> change)
            implements Proof {
        /// Checks and copies.
        public Fact {
            Objects.requireNonNull(words, "words");
            Objects.requireNonNull(truth, "truth");
            observations = List.copyOf(observations);
            Objects.requireNonNull(change, "change");
        }
    }

    /// The opposite of a condition.
    record Not(String words, Proof inner) implements Proof {
        /// Checks.
        public Not {
            Objects.requireNonNull(words, "words");
            Objects.requireNonNull(inner, "inner");
        }

        @Override
        public Truth truth() {
            return inner.truth().negated();
        }
    }

    /// Holds if all parts do.
    record All(String words, List<Proof> parts) implements Proof {
        /// Checks and copies.
        public All {
            Objects.requireNonNull(words, "words");
            parts = List.copyOf(parts);
        }

        @Override
        public Truth truth() {
            return Truth.all(truths(parts));
        }
    }

    /// Holds if at least one part does.
    record Any(String words, List<Proof> parts) implements Proof {
        /// Checks and copies.
        public Any {
            Objects.requireNonNull(words, "words");
            parts = List.copyOf(parts);
        }

        @Override
        public Truth truth() {
            return Truth.any(truths(parts));
        }
    }

    private static List<Truth> truths(List<Proof> parts) {
        List<Truth> truths = new ArrayList<>(parts.size());
        for (Proof part : parts) {
            truths.add(part.truth());
        }
        return truths;
    }

    /// What would have to change for the condition to hold; empty if it holds.
    default Optional<Remedy> remedy() {
        return remedy(this, Truth.YES);
    }

    private static Optional<Remedy> remedy(Proof proof, Truth wanted) {
        if (proof.truth() == wanted) {
            return Optional.empty();
        }
        return switch (proof) {
            case Fact fact -> fact.change();
            case Not(_, Proof inner) -> remedy(inner, wanted.negated());
            // To make "all" fail, one failing part is enough, and the other way round.
            case All(_, List<Proof> parts) -> join(parts, wanted, wanted == Truth.YES);
            case Any(_, List<Proof> parts) -> join(parts, wanted, wanted == Truth.NO);
        };
    }

    private static Optional<Remedy> join(List<Proof> parts, Truth wanted, boolean all) {
        List<Remedy> remedies = new ArrayList<>();
        for (Proof part : parts) {
            remedy(part, wanted).ifPresent(remedies::add);
        }
        return all ? Remedy.allOf(remedies) : Remedy.oneOf(remedies);
    }

    /// Every fact below it, in order.
    default List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        collect(this, facts);
        return facts;
    }

    private static void collect(Proof proof, List<Fact> into) {
        switch (proof) {
            case Fact fact -> into.add(fact);
            case Not(_, Proof inner) -> collect(inner, into);
            case All(_, List<Proof> parts) -> parts.forEach(part -> collect(part, into));
            case Any(_, List<Proof> parts) -> parts.forEach(part -> collect(part, into));
        }
    }
}
