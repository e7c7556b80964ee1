package org.domcaps.decide.cpu;

import org.domcaps.cpu.BaselineOptions;
import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuDefinitionWriter;
import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.CpuFamily;
import org.domcaps.cpu.Fallback;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.IncompatibleCpuException;
import org.domcaps.cpu.MaxPhysAddr;
import org.domcaps.cpu.SlotModel;
import org.domcaps.cpu.UnknownCpuNameException;
import org.domcaps.decide.hosts.HostGroup;
import org.domcaps.decide.hosts.HostSet;
import org.domcaps.decide.hosts.UnreadHost;
import org.domcaps.document.Arch;
import org.domcaps.document.CpuModel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/// Finds the largest CPU that all hosts of a set have.
///
/// On architectures whose models are known the CPU is the one of libvirt's
/// `hypervisor-cpu-baseline`: every feature that all hosts have, described by the model with the
/// fewest differences among those that every host lists, so that each of them accepts it. There is
/// no limit to the number of hosts.
public final class BaselineFinder {

    private final boolean migratable;
    private final Arch usualArch;

    /// A finder.
    ///
    /// @param migratable whether features are left out that keep a guest from being migrated
    /// @param usualArch the architecture if no host names one
    public BaselineFinder(boolean migratable, Arch usualArch) {
        this.migratable = migratable;
        this.usualArch = usualArch;
    }

    /// The hosts that a baseline can count on, and as unread hosts those it cannot: without a
    /// host-model where others have one, or with a model that the CPU map does not have.
    public HostSet<CpuOffer> usable(HostSet<CpuOffer> hosts) {
        boolean anyModel = hosts.contents().stream().anyMatch(offer -> offer.cpu().isPresent());
        Optional<CpuFamily> family = family(hosts);
        boolean known = family.isPresent() && family.get().knowsModels();
        HostSet.Builder<CpuOffer> usable = new HostSet.Builder<>();
        for (HostGroup<CpuOffer> group : hosts.groups()) {
            Optional<String> fault =
                    group.content().cpu().isEmpty()
                            ? anyModel || known
                                    ? Optional.of("reports no host-model")
                                    : Optional.empty()
                            : known ? fault(family.get(), group.content()) : Optional.empty();
            for (String host : group.hosts()) {
                if (fault.isPresent()) {
                    usable.addUnread(new UnreadHost(host, host, host + ": " + fault.get()));
                } else {
                    usable.add(host, group.content());
                }
            }
        }
        hosts.unread().forEach(usable::addUnread);
        return usable.build();
    }

    private static Optional<String> fault(CpuFamily family, CpuOffer offer) {
        try {
            KnownNames.of(family, offer.cpu().orElseThrow());
            return Optional.empty();
        } catch (UnknownCpuNameException e) {
            return Optional.of(e.getMessage());
        }
    }

    private Optional<CpuFamily> family(HostSet<CpuOffer> hosts) {
        return CpuFamilies.of(arch(hosts), CpuOffer.mapRelease());
    }

    /// The one architecture of all hosts that name one.
    private Arch arch(HostSet<CpuOffer> hosts) {
        Set<Arch> archs = new TreeSet<>();
        for (CpuOffer offer : hosts.contents()) {
            offer.arch().ifPresent(archs::add);
        }
        Arch first = archs.isEmpty() ? usualArch : archs.iterator().next();
        Set<String> others = new LinkedHashSet<>();
        for (Arch arch : archs) {
            if (arch.family() != first.family()) {
                others.add(arch.xmlName());
            }
        }
        if (!others.isEmpty()) {
            throw new IncompatibleCpuException(
                    "the hosts are of different architectures, "
                            + first.xmlName()
                            + " and "
                            + String.join(" and ", others));
        }
        return first;
    }

    /// The baseline of the hosts of a set, all of which must be [#usable].
    ///
    /// @throws IncompatibleCpuException if they have no CPU in common
    /// @throws IllegalArgumentException if there is no host
    public Baseline find(HostSet<CpuOffer> hosts) {
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("no hosts to find a baseline of");
        }
        Optional<CpuFamily> family = family(hosts);
        return family.isPresent() && family.get().knowsModels()
                ? byFeatures(family.get(), hosts)
                : byNames(family, hosts);
    }

    private Baseline byNames(Optional<CpuFamily> family, HostSet<CpuOffer> hosts) {
        List<HostShare> shares = new ArrayList<>();
        for (HostGroup<CpuOffer> group : hosts.groups()) {
            shares.add(new HostShare(group, List.of(), List.of(), List.of(), Optional.empty()));
        }
        OptionalInt bits = fewestBits(hosts.contents());
        GuestCpu cpu = new NamedCpus(family).baseline(ordered(hosts.contents()));
        return new Baseline(
                arch(hosts),
                withBits(cpu, hosts.contents(), bits),
                List.of(),
                bits,
                shares,
                List.of(),
                List.of());
    }

    private Baseline byFeatures(CpuFamily family, HostSet<CpuOffer> hosts) {
        FeatureIndex index = new FeatureIndex();
        List<HostGroup<CpuOffer>> groups = hosts.groups();
        List<CpuOffer> offers = new ArrayList<>(groups.size());
        List<BitSet> sets = new ArrayList<>(groups.size());
        Set<String> unknown = new TreeSet<>();
        for (HostGroup<CpuOffer> group : groups) {
            KnownNames names = KnownNames.of(family, group.content().cpu().orElseThrow());
            offers.add(group.content().withCpu(names.cpu()));
            sets.add(index.setOf(names.features()));
            unknown.addAll(names.unknown());
        }
        GuestCpu cpu = baseline(family, offers);
        BitSet common = index.setOf(KnownNames.of(family, cpu).features());
        BitSet all = new BitSet();
        sets.forEach(all::or);
        List<BitSet> gains = gains(sets);
        List<HostShare> shares = new ArrayList<>(groups.size());
        for (int i = 0; i < groups.size(); i++) {
            BitSet gain = gains.get(i);
            shares.add(
                    new HostShare(
                            groups.get(i),
                            index.names(FeatureIndex.minus(sets.get(i), common)),
                            index.names(FeatureIndex.minus(all, sets.get(i))),
                            index.names(gain),
                            gain.isEmpty()
                                    ? Optional.empty()
                                    : baselineWithout(family, offers, i)));
        }
        OptionalInt bits = fewestBits(hosts.contents());
        return new Baseline(
                arch(hosts),
                withBits(cpu, hosts.contents(), bits),
                index.names(common),
                bits,
                shares,
                index.names(FeatureIndex.minus(all, common)),
                List.copyOf(unknown));
    }

    /// For each set what all the others have in common beyond what all have in common: two walks,
    /// however many sets there are.
    private static List<BitSet> gains(List<BitSet> sets) {
        int count = sets.size();
        List<BitSet> after = new ArrayList<>(Collections.nCopies(count, new BitSet()));
        for (int i = count - 2; i >= 0; i--) {
            after.set(
                    i,
                    i == count - 2
                            ? sets.get(i + 1)
                            : FeatureIndex.and(sets.get(i + 1), after.get(i + 1)));
        }
        List<BitSet> gains = new ArrayList<>(count);
        BitSet before = new BitSet();
        for (int i = 0; i < count; i++) {
            BitSet others =
                    count == 1
                            ? new BitSet()
                            : i == 0
                                    ? after.get(0)
                                    : i == count - 1
                                            ? before
                                            : FeatureIndex.and(before, after.get(i));
            gains.add(FeatureIndex.minus(others, sets.get(i)));
            before = i == 0 ? sets.get(0) : FeatureIndex.and(before, sets.get(i));
        }
        return gains;
    }

    private Optional<GuestCpu> baselineWithout(CpuFamily family, List<CpuOffer> offers, int left) {
        List<CpuOffer> others = new ArrayList<>(offers);
        others.remove(left);
        try {
            return Optional.of(baseline(family, others));
        } catch (IncompatibleCpuException _) {
            return Optional.empty();
        }
    }

    private GuestCpu baseline(CpuFamily family, List<CpuOffer> offers) {
        List<CpuDefinition> cpus = new ArrayList<>(offers.size());
        for (CpuOffer offer : ordered(offers)) {
            cpus.add(offer.cpu().orElseThrow());
        }
        Optional<List<SlotModel>> models = commonModels(offers);
        GuestCpu cpu = family.operations().baseline(cpus, new BaselineOptions(migratable, models));
        // Chosen among the models that the hosts list, it needs no other to stand in.
        return models.isPresent() ? cpu.withFallback(Fallback.FORBID) : cpu;
    }

    /// An order that the order of the hosts has no part in. Those that name their vendor come
    /// first, because libvirt's rules take the vendor of the first one from nowhere else.
    private static List<CpuOffer> ordered(List<CpuOffer> offers) {
        record Keyed(String key, CpuOffer offer) {}
        List<Keyed> keyed = new ArrayList<>(offers.size());
        for (CpuOffer offer : offers) {
            boolean named = offer.cpu().flatMap(CpuDefinition::vendor).isPresent();
            String text = offer.cpu().map(CpuDefinitionWriter::write).orElse("");
            keyed.add(new Keyed((named ? "0" : "1") + text, offer));
        }
        keyed.sort(Comparator.comparing(Keyed::key));
        return keyed.stream().map(Keyed::offer).toList();
    }

    /// The models that every host lists, each with whatever keeps it from running on any of them;
    /// absent if no host lists any.
    private static Optional<List<SlotModel>> commonModels(List<CpuOffer> offers) {
        Map<String, Set<String>> blockers = null;
        for (CpuOffer offer : offers) {
            if (offer.models().isEmpty()) {
                continue;
            }
            Map<String, Set<String>> own = new LinkedHashMap<>();
            for (CpuModel model : offer.models()) {
                own.putIfAbsent(model.name(), new TreeSet<>(model.blockers()));
            }
            if (blockers == null) {
                blockers = own;
            } else {
                blockers.keySet().retainAll(own.keySet());
                for (Map.Entry<String, Set<String>> entry : blockers.entrySet()) {
                    entry.getValue().addAll(own.get(entry.getKey()));
                }
            }
        }
        if (blockers == null) {
            return Optional.empty();
        }
        if (blockers.isEmpty()) {
            throw new IncompatibleCpuException("there is no CPU model that every host lists");
        }
        List<SlotModel> models = new ArrayList<>(blockers.size());
        for (Map.Entry<String, Set<String>> entry : blockers.entrySet()) {
            models.add(
                    new SlotModel(
                            entry.getKey(),
                            Optional.empty(),
                            Optional.of(List.copyOf(entry.getValue())),
                            false));
        }
        return Optional.of(models);
    }

    private static OptionalInt fewestBits(List<CpuOffer> offers) {
        return offers.stream()
                .filter(offer -> offer.addressBits().isPresent())
                .mapToInt(offer -> offer.addressBits().getAsInt())
                .min();
    }

    /// As libvirt 12.8 does it: the smallest size is the limit, if every host reports one.
    private static GuestCpu withBits(GuestCpu cpu, List<CpuOffer> offers, OptionalInt bits) {
        boolean known = offers.stream().allMatch(offer -> offer.addressBits().isPresent());
        return known
                ? cpu.withMaxPhysAddr(
                        Optional.of(
                                new MaxPhysAddr(
                                        MaxPhysAddr.Mode.PASSTHROUGH, OptionalInt.empty(), bits)))
                : cpu;
    }
}
