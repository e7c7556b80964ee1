package org.domcaps.decide.hosts;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// A set of hosts with what each says, equal contents kept once.
///
/// @param groups in the order in which their contents were first met; no two contents are equal
/// @param unread hosts that belong to the set and of which nothing is known
/// @param <T> the kind of content, a value with `equals` and `hashCode`
public record HostSet<T>(List<HostGroup<T>> groups, List<UnreadHost> unread) {

    /// Copies.
    public HostSet {
        groups = List.copyOf(groups);
        unread = List.copyOf(unread);
    }

    /// A set of one host.
    public static <T> HostSet<T> of(String host, T content) {
        Builder<T> builder = new Builder<>();
        builder.add(host, content);
        return builder.build();
    }

    /// Whether no host has said anything.
    public boolean isEmpty() {
        return groups.isEmpty();
    }

    /// How many hosts have said something.
    public int hostCount() {
        int count = 0;
        for (HostGroup<T> group : groups) {
            count += group.size();
        }
        return count;
    }

    /// The contents, each once.
    public List<T> contents() {
        List<T> contents = new ArrayList<>(groups.size());
        for (HostGroup<T> group : groups) {
            contents.add(group.content());
        }
        return contents;
    }

    /// What is made of the contents; groups whose results are equal become one. The function is
    /// called once a group.
    public <U> HostSet<U> map(Function<? super T, ? extends U> function) {
        Builder<U> builder = new Builder<>();
        for (HostGroup<T> group : groups) {
            U content = function.apply(group.content());
            for (String host : group.hosts()) {
                builder.add(host, content);
            }
        }
        unread.forEach(builder::addUnread);
        return builder.build();
    }

    /// Collects hosts. Memory grows with the number of different contents, and with the names.
    ///
    /// @param <T> the kind of content
    public static final class Builder<T> {
        private final Map<T, List<String>> hosts = new LinkedHashMap<>();
        // Readers hand in the very same object again for the same bytes; finding it by identity
        // spares the hash code of a whole document.
        private final IdentityHashMap<T, List<String>> met = new IdentityHashMap<>();
        private final List<UnreadHost> unread = new ArrayList<>();

        /// Starts with no host.
        public Builder() {}

        /// Adds a host.
        public void add(String host, T content) {
            Objects.requireNonNull(host, "host");
            List<String> known = met.get(content);
            if (known == null) {
                known = hosts.computeIfAbsent(content, _ -> new ArrayList<>());
                met.put(content, known);
            }
            known.add(host);
        }

        /// Adds a host of which nothing is known.
        public void addUnread(UnreadHost host) {
            unread.add(Objects.requireNonNull(host, "host"));
        }

        /// The set so far.
        public HostSet<T> build() {
            List<HostGroup<T>> groups = new ArrayList<>(hosts.size());
            for (Map.Entry<T, List<String>> entry : hosts.entrySet()) {
                groups.add(new HostGroup<>(entry.getKey(), entry.getValue()));
            }
            return new HostSet<>(groups, unread);
        }
    }
}
