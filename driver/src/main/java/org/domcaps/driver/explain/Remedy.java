package org.domcaps.driver.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;

/// What would have to change for something to be there that is not.
public sealed interface Remedy {

    /// One thing to change.
    ///
    /// @param kind who can do it, and how deep it goes
    /// @param words what to do, as an order: `install swtpm`
    record Change(Kind kind, String words) implements Remedy {
        /// Checks.
        public Change {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(words, "words");
        }
    }

    /// All of them.
    record AllOf(List<Remedy> parts) implements Remedy {
        /// Copies.
        public AllOf {
            parts = List.copyOf(parts);
        }
    }

    /// Any one of them is enough.
    record OneOf(List<Remedy> parts) implements Remedy {
        /// Copies.
        public OneOf {
            parts = List.copyOf(parts);
        }
    }

    /// Kinds of changes, the easiest first.
    enum Kind {
        /// Ask something else: another machine type, architecture, virt type or release.
        REQUEST("request"),
        /// Give the tool more to look at, such as the facts of the host.
        FACTS("facts"),
        /// Install a program or a file on the host.
        INSTALL("install"),
        /// Set up the host otherwise: kernel modules and their parameters, permissions, firmware
        /// setup.
        CONFIGURE("configure"),
        /// Use another emulator: another version, or one that is built with more.
        EMULATOR("emulator"),
        /// Use another kernel.
        KERNEL("kernel"),
        /// Use another processor or machine.
        HARDWARE("hardware"),
        /// Nothing helps: this hypervisor never has it.
        NONE("none");

        private final String jsonName;

        Kind(String jsonName) {
            this.jsonName = jsonName;
        }

        /// The name in JSON.
        public String jsonName() {
            return jsonName;
        }
    }

    /// Every single change in it, each once, in order.
    default List<Change> changes() {
        SequencedSet<Change> changes = new LinkedHashSet<>();
        collect(this, changes);
        return List.copyOf(changes);
    }

    private static void collect(Remedy remedy, SequencedSet<Change> into) {
        switch (remedy) {
            case Change change -> into.add(change);
            case AllOf(List<Remedy> parts) -> parts.forEach(part -> collect(part, into));
            case OneOf(List<Remedy> parts) -> parts.forEach(part -> collect(part, into));
        }
    }

    /// The kind that decides how hard it is: the hardest of what must all be done, the easiest of
    /// what is enough.
    default Kind hardest() {
        return switch (this) {
            case Change(Kind kind, _) -> kind;
            case AllOf(List<Remedy> parts) ->
                    parts.stream().map(Remedy::hardest).max(Kind::compareTo).orElse(Kind.NONE);
            case OneOf(List<Remedy> parts) ->
                    parts.stream().map(Remedy::hardest).min(Kind::compareTo).orElse(Kind.NONE);
        };
    }

    /// Whether no way leads around a kind of change.
    default boolean needs(Kind wanted) {
        return switch (this) {
            case Change(Kind kind, _) -> kind == wanted;
            case AllOf(List<Remedy> parts) -> parts.stream().anyMatch(part -> part.needs(wanted));
            case OneOf(List<Remedy> parts) -> parts.stream().allMatch(part -> part.needs(wanted));
        };
    }

    /// All of some remedies, each once; empty if there is none.
    static Optional<Remedy> allOf(List<Remedy> parts) {
        SequencedSet<Remedy> flat = new LinkedHashSet<>();
        for (Remedy part : parts) {
            if (part instanceof AllOf(List<Remedy> inner)) {
                flat.addAll(inner);
            } else {
                flat.add(part);
            }
        }
        return joined(new ArrayList<>(flat), AllOf::new);
    }

    /// One of some remedies, each once and without those that ask for more than another one; empty
    /// if there is none.
    static Optional<Remedy> oneOf(List<Remedy> parts) {
        SequencedSet<Remedy> flat = new LinkedHashSet<>();
        for (Remedy part : parts) {
            if (part instanceof OneOf(List<Remedy> inner)) {
                flat.addAll(inner);
            } else {
                flat.add(part);
            }
        }
        List<Remedy> ways = new ArrayList<>(flat);
        ways.removeIf(way -> flat.stream().anyMatch(other -> asksForMore(way, other)));
        return joined(ways, OneOf::new);
    }

    private static boolean asksForMore(Remedy way, Remedy other) {
        if (!(way instanceof AllOf(List<Remedy> parts)) || way.equals(other)) {
            return false;
        }
        return other instanceof AllOf(List<Remedy> fewer)
                ? parts.containsAll(fewer)
                : parts.contains(other);
    }

    private static Optional<Remedy> joined(
            List<Remedy> parts, Function<List<Remedy>, Remedy> several) {
        return switch (parts.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(parts.getFirst());
            default -> Optional.of(several.apply(parts));
        };
    }
}
