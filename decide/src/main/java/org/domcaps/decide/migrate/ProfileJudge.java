package org.domcaps.decide.migrate;

import org.domcaps.decide.CpuFeatures;
import org.domcaps.decide.Judgement;
import org.domcaps.decide.MachineType;
import org.domcaps.decide.Offered;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.Reason;
import org.domcaps.decide.Severity;
import org.domcaps.decide.check.Explanation;
import org.domcaps.decide.check.MissingFeatures;
import org.domcaps.decide.check.NotReported;
import org.domcaps.decide.cpu.CpuComparer;
import org.domcaps.decide.cpu.CpuComparison;
import org.domcaps.decide.cpu.CpuOffer;
import org.domcaps.decide.cpu.FeatureIndex;
import org.domcaps.document.Arch;
import org.domcaps.document.Support;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Judges whether the guests of one host's profile can move to another host.
public final class ProfileJudge {

    private final ProfileIndex index;
    private final boolean newestMachines;

    /// A judge of profiles of one index.
    ///
    /// @param newestMachines whether each document is about the newest version of its machine
    public ProfileJudge(ProfileIndex index, boolean newestMachines) {
        this.index = index;
        this.newestMachines = newestMachines;
    }

    /// The index of the profiles.
    public ProfileIndex index() {
        return index;
    }

    /// What the judgements of [#judge] say together, without making them.
    public Outcome outcome(HostProfile from, HostProfile to) {
        Outcome all = Outcome.YES;
        for (Axis axis : Axis.values()) {
            Outcome one = axis == Axis.OFFER ? Outcome.YES : outcome(axis, from, to);
            if (one == Outcome.NO) {
                return Outcome.NO;
            }
            all = one == Outcome.UNKNOWN ? Outcome.UNKNOWN : all;
        }
        return all;
    }

    /// The first axis that is not a yes, a no before an unknown; absent if every one is a yes.
    public Optional<Axis> obstacle(HostProfile from, HostProfile to) {
        Optional<Axis> doubt = Optional.empty();
        for (Axis axis : Axis.values()) {
            Outcome one = axis == Axis.OFFER ? Outcome.YES : outcome(axis, from, to);
            if (one == Outcome.NO) {
                return Optional.of(axis);
            }
            if (one == Outcome.UNKNOWN && doubt.isEmpty()) {
                doubt = Optional.of(axis);
            }
        }
        return doubt;
    }

    private Outcome outcome(Axis axis, HostProfile from, HostProfile to) {
        return switch (axis) {
            case ARCH -> same(from.arch(), to.arch());
            case VIRT_TYPE -> same(from.virtType(), to.virtType());
            case VENDOR -> vendor(from, to);
            case CPU -> cpu(from, to);
            case ADDRESS_BITS -> addressBits(from, to);
            case MACHINE -> machine(from.machine(), to.machine());
            case OFFER -> Outcome.YES;
        };
    }

    private static <T> Outcome same(Optional<T> from, Optional<T> to) {
        return from.equals(to)
                ? Outcome.YES
                : from.isPresent() && to.isPresent() ? Outcome.NO : Outcome.UNKNOWN;
    }

    /// A vendor that is not told is no obstacle of its own; the CPU as a whole then is unknown.
    private static Outcome vendor(HostProfile from, HostProfile to) {
        return from.vendor().isEmpty() || to.vendor().isEmpty() || from.vendor().equals(to.vendor())
                ? Outcome.YES
                : Outcome.NO;
    }

    private static Outcome cpu(HostProfile from, HostProfile to) {
        if (from.needs().isPresent() && to.has().isPresent()) {
            if (!FeatureIndex.isSubset(from.needs().get(), to.has().get())) {
                return Outcome.NO;
            }
            return FeatureIndex.isSubset(from.beyondMap(), to.beyondMap())
                    ? Outcome.YES
                    : Outcome.UNKNOWN;
        }
        return byOffers(from, to).relation().runs();
    }

    private static CpuComparison byOffers(HostProfile from, HostProfile to) {
        Optional<CpuOffer> source = from.offer();
        Optional<CpuOffer> target = to.offer();
        if (source.isPresent() && source.equals(target)) {
            boolean ofHost =
                    source.get().cpu().isEmpty() && source.get().passthrough() == Support.YES;
            return ofHost
                    ? CpuComparison.unknown(
                            "guests have the host's own processor, which neither document tells")
                    : CpuComparison.identical();
        }
        if (source.isPresent() && target.isPresent() && source.get().cpu().isPresent()) {
            return new CpuComparer(false, from.arch().orElse(Arch.X86_64))
                    .compare(target.get(), source.get().cpu().get());
        }
        return CpuComparison.unknown("one of the hosts does not tell what its processor has");
    }

    private static Outcome addressBits(HostProfile from, HostProfile to) {
        if (from.addressBits().equals(to.addressBits())) {
            return Outcome.YES;
        }
        if (from.addressBits().isEmpty()) {
            return Outcome.YES;
        }
        if (to.addressBits().isEmpty()) {
            return Outcome.UNKNOWN;
        }
        return to.addressBits().getAsInt() >= from.addressBits().getAsInt()
                ? Outcome.YES
                : Outcome.NO;
    }

    /// Whether a host whose document is about one machine has another.
    Outcome machine(Optional<String> wanted, Optional<String> told) {
        if (wanted.equals(told)) {
            return Outcome.YES;
        }
        if (wanted.isEmpty() || told.isEmpty() || !newestMachines) {
            return Outcome.UNKNOWN;
        }
        MachineType one = MachineType.parse(wanted.get());
        MachineType other = MachineType.parse(told.get());
        if (!one.isSameFamily(other) || !one.isVersioned() || !other.isVersioned()) {
            return Outcome.UNKNOWN;
        }
        return one.compareVersion(other) <= 0 ? Outcome.YES : Outcome.NO;
    }

    /// Everything that is to be said about a move, obstacles first; nothing if all is the same.
    public List<Judgement> judge(HostProfile from, HostProfile to) {
        List<Judgement> found = new ArrayList<>();
        for (Axis axis : Axis.values()) {
            Outcome outcome = outcome(axis, from, to);
            if (outcome != Outcome.YES) {
                found.add(explain(axis, outcome, from, to));
            }
        }
        offers(from, to, found);
        return found;
    }

    private Judgement explain(Axis axis, Outcome outcome, HostProfile from, HostProfile to) {
        return switch (axis) {
            case ARCH ->
                    differs(
                            axis,
                            outcome,
                            "arch",
                            from.arch().map(Arch::xmlName),
                            to.arch().map(Arch::xmlName));
            case VIRT_TYPE -> differs(axis, outcome, "domain", from.virtType(), to.virtType());
            case VENDOR -> differs(axis, outcome, "cpu.host-model", from.vendor(), to.vendor());
            case CPU -> cpu(outcome, from, to);
            case ADDRESS_BITS -> addressBits(outcome, from, to);
            case MACHINE -> explainMachine(outcome, from.machine(), to.machine());
            case OFFER -> throw new IllegalArgumentException("values are judged one by one");
        };
    }

    private static Judgement differs(
            Axis axis,
            Outcome outcome,
            String subject,
            Optional<String> from,
            Optional<String> to) {
        return judgement(
                axis.id(),
                outcome,
                subject,
                "the guest has "
                        + from.orElse("none that is told")
                        + " and the target "
                        + to.orElse("does not tell its own"),
                List.of());
    }

    private Judgement cpu(Outcome outcome, HostProfile from, HostProfile to) {
        if (from.needs().isPresent() && to.has().isPresent()) {
            BitSet missing = FeatureIndex.minus(from.needs().get(), to.has().get());
            return outcome == Outcome.NO
                    ? lacking(index.featureNames(missing))
                    : doubtful(
                            "cpu.host-model",
                            index.featureNames(
                                    FeatureIndex.minus(from.beyondMap(), to.beyondMap())));
        }
        CpuComparison comparison = byOffers(from, to);
        if (!comparison.missing().isEmpty()) {
            return lacking(comparison.missing());
        }
        return judgement(Axis.CPU.id(), outcome, "cpu.host-model", comparison.reason(), List.of());
    }

    /// The guest has features of which nothing is known but the name, and the target does not name
    /// them.
    static Judgement doubtful(String subject, List<String> names) {
        return judgement(
                Axis.CPU.id(),
                Outcome.UNKNOWN,
                subject,
                "the guest has CPU features that the CPU map does not know and the target does not"
                        + " name: "
                        + String.join(", ", names),
                List.of(new CpuFeatures(CpuFeatures.Role.NOT_IN_MAP, names)));
    }

    /// The target lacks features.
    static Judgement lacking(List<String> names) {
        return judgement(
                Axis.CPU.id(),
                Outcome.NO,
                "cpu.host-model",
                "the target lacks "
                        + (names.size() == 1
                                ? "a CPU feature that the guest has"
                                : names.size() + " CPU features that the guest has"),
                List.of(
                        new MissingFeatures(MissingFeatures.Source.HOST_MODEL, names),
                        new Remedy(
                                "disable-features",
                                "start the guest with these switched off (<feature"
                                        + " policy='disable'>): "
                                        + String.join(", ", names),
                                names)));
    }

    private static Judgement addressBits(Outcome outcome, HostProfile from, HostProfile to) {
        if (outcome == Outcome.UNKNOWN) {
            return judgement(
                    Axis.ADDRESS_BITS.id(),
                    outcome,
                    "cpu.host-model.maxphysaddr",
                    "the target does not tell how many bits its physical addresses have",
                    List.of(new NotReported("cpu.host-model.maxphysaddr", Optional.empty())));
        }
        return bitsTooFew(from.addressBits().getAsInt(), to.addressBits().getAsInt());
    }

    /// The target's physical addresses are too short.
    static Judgement bitsTooFew(int from, int to) {
        return judgement(
                Axis.ADDRESS_BITS.id(),
                Outcome.NO,
                "cpu.host-model.maxphysaddr",
                "the guest has " + from + " bits of physical address and the target " + to,
                List.of(
                        new Remedy(
                                "limit-address-bits",
                                "start the guest with <maxphysaddr mode='passthrough' limit='"
                                        + to
                                        + "'/>",
                                List.of(Integer.toString(to)))));
    }

    /// The target may not have the machine type.
    Judgement explainMachine(Outcome outcome, Optional<String> from, Optional<String> to) {
        List<Reason> reasons = new ArrayList<>();
        boolean sameFamily =
                from.isPresent()
                        && to.isPresent()
                        && MachineType.parse(from.get()).isSameFamily(MachineType.parse(to.get()));
        if (outcome == Outcome.UNKNOWN && sameFamily && !newestMachines) {
            reasons.add(
                    new Explanation(
                            "a document is about one machine type; if those at hand are about the"
                                    + " newest ones of their hosts, --newest-machines decides"));
        }
        boolean older =
                sameFamily
                        && MachineType.parse(to.get()).compareVersion(MachineType.parse(from.get()))
                                < 0;
        if (older) {
            reasons.add(
                    new Remedy(
                            "machine-type",
                            "define the guest with machine type " + to.get(),
                            List.of(to.get())));
        }
        return judgement(
                Axis.MACHINE.id(),
                outcome,
                "machine",
                "the guest has machine type "
                        + from.orElse("none that is told")
                        + " and the target's document is about "
                        + to.orElse("none that is told"),
                reasons);
    }

    private void offers(HostProfile from, HostProfile to, List<Judgement> found) {
        BitSet gone = FeatureIndex.minus(from.values(), to.values());
        SequencedMap<String, List<String>> lost = new TreeMap<>();
        SequencedMap<String, List<String>> silent = new TreeMap<>();
        for (int value = gone.nextSetBit(0); value >= 0; value = gone.nextSetBit(value + 1)) {
            (index.reports(to, value) ? lost : silent)
                    .computeIfAbsent(index.path(value), _ -> new ArrayList<>())
                    .add(index.text(value));
        }
        lost.forEach((path, values) ->
                found.add(
                        new Judgement(
                                Axis.OFFER.id() + "." + path,
                                Outcome.YES,
                                Severity.WARNING,
                                path,
                                "guests that use "
                                        + path
                                        + " "
                                        + String.join(", ", values.stream().sorted().toList())
                                        + " cannot move",
                                List.of(offered(path, to)))));
        silent.forEach((path, values) ->
                found.add(
                        new Judgement(
                                Axis.OFFER.id() + "." + path,
                                Outcome.UNKNOWN,
                                Severity.INFO,
                                path,
                                "it is not known whether guests that use "
                                        + path
                                        + " "
                                        + String.join(", ", values.stream().sorted().toList())
                                        + " can move",
                                List.of(new NotReported(path, Optional.empty())))));
    }

    private Offered offered(String path, HostProfile to) {
        List<String> values = new ArrayList<>();
        BitSet set = to.values();
        for (int value = set.nextSetBit(0); value >= 0; value = set.nextSetBit(value + 1)) {
            if (index.path(value).equals(path)) {
                values.add(index.text(value));
            }
        }
        values.sort(null);
        return new Offered(path, values);
    }

    static Judgement judgement(
            String id, Outcome outcome, String subject, String message, List<Reason> reasons) {
        Severity severity = outcome == Outcome.NO ? Severity.ERROR : Severity.WARNING;
        return new Judgement(id, outcome, severity, subject, message, reasons);
    }
}
