package org.domcaps.decide.diff;

import org.domcaps.decide.hosts.HostGroup;
import org.domcaps.decide.hosts.HostSet;
import org.domcaps.document.DomainCapabilities;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What changed between two sets of hosts, such as one fleet before and after an upgrade.
///
/// @param pairs the kinds of change, each with the hosts that it happened to, in the order of the
///   first set
/// @param gone hosts of the first set that the second does not have, in order
/// @param added hosts of the second set that the first does not have, in order
public record FleetDiff(List<Pair> pairs, List<String> gone, List<String> added) {

    /// Hosts that had one document and now have another, or still the same.
    ///
    /// @param hosts their names
    /// @param before what they said
    /// @param after what they say
    /// @param changes what changed; empty if nothing did
    public record Pair(
            List<String> hosts,
            DomainCapabilities before,
            DomainCapabilities after,
            List<Change> changes) {
        /// Copies.
        public Pair {
            hosts = List.copyOf(hosts);
            changes = List.copyOf(changes);
        }

        /// Whether something is different, and not just told by one side only.
        public boolean differs() {
            return changes.stream().anyMatch(change -> change.kind().isDifference());
        }
    }

    /// Copies.
    public FleetDiff {
        pairs = List.copyOf(pairs);
        gone = List.copyOf(gone);
        added = List.copyOf(added);
    }

    /// Compares two sets host by host. Hosts are paired by name; two sets of one host each are one
    /// pair whatever the names.
    public static FleetDiff of(
            HostSet<DomainCapabilities> before, HostSet<DomainCapabilities> after) {
        if (before.hostCount() == 1 && after.hostCount() == 1) {
            HostGroup<DomainCapabilities> one = before.groups().getFirst();
            HostGroup<DomainCapabilities> other = after.groups().getFirst();
            return new FleetDiff(
                    List.of(pair(other.hosts(), one.content(), other.content())),
                    List.of(),
                    List.of());
        }
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < after.groups().size(); i++) {
            for (String host : after.groups().get(i).hosts()) {
                places.put(host, i);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (HostGroup<DomainCapabilities> group : before.groups()) {
            Map<Integer, List<String>> hosts = new LinkedHashMap<>();
            for (String host : group.hosts()) {
                Integer place = places.remove(host);
                if (place == null) {
                    gone.add(host);
                } else {
                    hosts.computeIfAbsent(place, _ -> new ArrayList<>()).add(host);
                }
            }
            hosts.forEach((place, names) ->
                    pairs.add(pair(names, group.content(), after.groups().get(place).content())));
        }
        return new FleetDiff(pairs, gone, List.copyOf(places.keySet()));
    }

    private static Pair pair(
            List<String> hosts, DomainCapabilities before, DomainCapabilities after) {
        return new Pair(hosts, before, after, DocumentDiff.of(before, after));
    }

    /// Whether anything is different, or a host came or went.
    public boolean differs() {
        return !gone.isEmpty() || !added.isEmpty() || pairs.stream().anyMatch(Pair::differs);
    }
}
