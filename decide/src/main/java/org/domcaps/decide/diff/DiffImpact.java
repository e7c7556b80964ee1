package org.domcaps.decide.diff;

import org.domcaps.decide.Judgement;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.check.DomainDefinition;
import org.domcaps.decide.hosts.HostGroup;
import org.domcaps.decide.hosts.HostSet;
import org.domcaps.decide.migrate.DomainMigration;
import org.domcaps.document.DomainCapabilities;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What a change of hosts means for one domain.
///
/// @param domain what messages call the domain
/// @param before on how many hosts it could start, by outcome
/// @param after on how many it can start now, by outcome
/// @param lost hosts on which it could start and cannot any more, or is not known to, in order
/// @param won hosts on which it could not start, or was not known to, and now can
/// @param reasons why it cannot start on the lost ones, each judgement once
public record DiffImpact(
        String domain,
        Map<Outcome, Integer> before,
        Map<Outcome, Integer> after,
        List<String> lost,
        List<String> won,
        List<Judgement> reasons) {

    /// Checks and copies.
    public DiffImpact {
        Objects.requireNonNull(domain, "domain");
        before = new LinkedHashMap<>(before);
        after = new LinkedHashMap<>(after);
        lost = List.copyOf(lost);
        won = List.copyOf(won);
        reasons = List.copyOf(reasons);
    }

    /// Judges a domain on every host of both sets, each document once.
    ///
    /// @param newestMachines whether each document is about the newest version of its machine
    public static DiffImpact of(
            DomainDefinition domain,
            HostSet<DomainCapabilities> before,
            HostSet<DomainCapabilities> after,
            boolean newestMachines) {
        DomainMigration start = new DomainMigration(domain, Optional.empty(), newestMachines);
        Map<String, Outcome> old = new LinkedHashMap<>();
        Map<Outcome, Integer> oldCounts = judge(start, before, old, new LinkedHashMap<>());
        Map<String, Outcome> now = new LinkedHashMap<>();
        Map<String, List<Judgement>> why = new LinkedHashMap<>();
        Map<Outcome, Integer> nowCounts = judge(start, after, now, why);
        if (old.size() == 1 && now.size() == 1) {
            // One host each is one pair whatever the names.
            old = Map.of(now.keySet().iterator().next(), old.values().iterator().next());
        }
        List<String> lost = new ArrayList<>();
        List<String> won = new ArrayList<>();
        Set<Judgement> reasons = new LinkedHashSet<>();
        for (Map.Entry<String, Outcome> entry : now.entrySet()) {
            boolean could = old.get(entry.getKey()) == Outcome.YES;
            boolean can = entry.getValue() == Outcome.YES;
            if (could && !can) {
                lost.add(entry.getKey());
                reasons.addAll(why.get(entry.getKey()));
            } else if (!could && can) {
                won.add(entry.getKey());
            }
        }
        return new DiffImpact(
                domain.source(), oldCounts, nowCounts, lost, won, List.copyOf(reasons));
    }

    private static Map<Outcome, Integer> judge(
            DomainMigration start,
            HostSet<DomainCapabilities> hosts,
            Map<String, Outcome> outcomes,
            Map<String, List<Judgement>> why) {
        Map<Outcome, Integer> counts = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, 0);
        }
        for (HostGroup<DomainCapabilities> group : hosts.groups()) {
            List<Judgement> judgements = start.judge(group.name(), group.content());
            Outcome outcome = Judgement.together(judgements);
            List<Judgement> against = new ArrayList<>();
            for (Judgement judgement : judgements) {
                if (judgement.outcome() != Outcome.YES) {
                    against.add(judgement);
                }
            }
            counts.merge(outcome, group.size(), Integer::sum);
            for (String host : group.hosts()) {
                outcomes.put(host, outcome);
                why.put(host, against);
            }
        }
        return counts;
    }
}
