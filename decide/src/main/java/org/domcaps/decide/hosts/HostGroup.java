package org.domcaps.decide.hosts;

import java.util.List;
import java.util.Objects;

/// All hosts of a set that say the same.
///
/// @param content what they say
/// @param hosts their names in the order in which they were added; at least one
/// @param <T> the kind of content, a value with `equals`
public record HostGroup<T>(T content, List<String> hosts) {

    /// Checks and copies.
    public HostGroup {
        Objects.requireNonNull(content, "content");
        hosts = List.copyOf(hosts);
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("a group without hosts");
        }
    }

    /// The name of the first host, which stands for all of them.
    public String name() {
        return hosts.getFirst();
    }

    /// How many hosts there are.
    public int size() {
        return hosts.size();
    }

    /// The name of the first host and how many others are like it: `node1 and 3 more`.
    public String label() {
        return hosts.size() == 1 ? name() : name() + " and " + (hosts.size() - 1) + " more";
    }
}
