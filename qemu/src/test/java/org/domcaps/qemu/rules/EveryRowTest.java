package org.domcaps.qemu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.domcaps.cpu.PropertyValue;
import org.domcaps.cpu.SlotModel;
import org.domcaps.document.Arch;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.EnumValue;
import org.domcaps.document.Release;
import org.domcaps.document.VirtType;
import org.domcaps.qemu.Accelerator;
import org.domcaps.qemu.SevFacts;
import org.domcaps.qemu.SgxFacts;
import org.domcaps.qemu.rules.QemuCondition.Side;
import org.domcaps.rule.Condition;
import org.domcaps.rule.Evaluation;
import org.domcaps.rule.Rule;
import org.domcaps.rule.RuleTable;
import org.domcaps.rule.Subject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Every row of the catalogue, in both directions and in each release that it counts for:
/// situations made from its condition in which the document says it, one for each way in which the
/// condition can hold, and situations in which the document does not.
///
/// A row that contradicts itself has no way to hold, one with a part that never matters has a way
/// to fail that does not fail; both are found here.
class EveryRowTest {

    static List<Rule<Situation>> rows() {
        return Catalogue.instance().table().rows();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void saysWhatItSaysWhenItsConditionHoldsAndOnlyThen(Rule<Situation> rule) {
        List<FakeSituation> holding = situations(rule.when(), true);
        List<FakeSituation> failing = situations(rule.when(), false);
        List<Release> releases = decides(rule);
        assertThat(holding).as("ways to hold").isNotEmpty();
        assertThat(releases).as("releases it counts for").isNotEmpty();
        for (Release release : releases) {
            for (FakeSituation situation : holding) {
                Evaluation<Situation> evaluator = situation.release(release).evaluator();
                assertThat(evaluator.holds(rule.when())).isTrue();
                assertThat(isSaid(rule, evaluator))
                        .as("%s in %s", rule.subject(), release)
                        .isTrue();
            }
            assertThat(failing.isEmpty())
                    .as("no way to fail")
                    .isEqualTo(rule.when() instanceof Condition.Always);
            for (FakeSituation situation : failing) {
                Evaluation<Situation> evaluator = situation.release(release).evaluator();
                assertThat(evaluator.holds(rule.when())).isFalse();
                assertThat(isSaid(rule, evaluator))
                        .as("%s in %s", rule.subject(), release)
                        .isFalse();
            }
        }
    }

    private static boolean isSaid(Rule<Situation> rule, Evaluation<Situation> evaluator) {
        return switch (rule.subject()) {
            case Subject.Reported(Element element) -> evaluator.isReported(element);
            case Subject.Supported(Element element) -> evaluator.isSupported(element);
            case Subject.EnumReported(EnumKey key) -> evaluator.isReported(key);
            case Subject.Value(EnumKey key, String value) -> evaluator.values(key).contains(value);
        };
    }

    /// The releases for which the row decides something.
    private static List<Release> decides(Rule<Situation> rule) {
        return CatalogueTest.releases().stream()
                .filter(rule::appliesTo)
                .filter(release ->
                        switch (rule.subject()) {
                            case Subject.Reported(Element element) ->
                                    release.isAtLeast(element.since());
                            case Subject.Supported(Element element) ->
                                    release.isAtLeast(element.since());
                            case Subject.EnumReported(EnumKey key) ->
                                    release.isAtLeast(key.since());
                            case Subject.Value(EnumKey key, String value) ->
                                    release.isAtLeast(key.since())
                                            && key.value(value).orElseThrow().isKnownTo(release);
                        })
                .toList();
    }

    /// One situation for each way in which the condition comes out as wanted; each starts from one
    /// in which nothing is there. A condition made of several parts fails by each part alone, the
    /// others holding.
    private static List<FakeSituation> situations(Condition<Situation> condition, boolean wanted) {
        List<FakeSituation> made = new ArrayList<>();
        for (Set<Atom> atoms : ways(condition, wanted)) {
            FakeSituation situation = bare();
            for (Atom atom : atoms) {
                // What shall not hold does not hold in the bare situation.
                if (atom.wanted()) {
                    provide(situation, atom.condition());
                }
            }
            made.add(situation);
        }
        return made;
    }

    /// Something that can be arranged: a part of a condition without parts of its own, and whether
    /// it shall hold.
    private record Atom(Condition<Situation> condition, boolean wanted) {}

    private static List<Set<Atom>> ways(Condition<Situation> condition, boolean wanted) {
        return switch (condition) {
            case Condition.Always<Situation> _ -> wanted ? List.of(Set.of()) : List.of();
            case Condition.Not<Situation>(Condition<Situation> inner) -> ways(inner, !wanted);
            case Condition.All<Situation>(List<Condition<Situation>> parts) ->
                    wanted ? together(parts, true) : each(parts, false);
            case Condition.Any<Situation>(List<Condition<Situation>> parts) ->
                    wanted ? each(parts, true) : together(parts, false);
            case Condition.AnyOf<Situation>(EnumKey key) -> together(key, wanted);
            default -> List.of(Set.of(new Atom(condition, wanted)));
        };
    }

    /// All parts come out as wanted: each way of each part, with the first way of every other part.
    private static List<Set<Atom>> together(List<Condition<Situation>> parts, boolean wanted) {
        List<List<Set<Atom>>> ways = new ArrayList<>();
        for (Condition<Situation> part : parts) {
            List<Set<Atom>> ofPart = ways(part, wanted);
            if (ofPart.isEmpty()) {
                return List.of();
            }
            ways.add(ofPart);
        }
        Set<Set<Atom>> all = new LinkedHashSet<>();
        for (int i = 0; i < ways.size(); i++) {
            for (Set<Atom> chosen : ways.get(i)) {
                Set<Atom> atoms = new LinkedHashSet<>();
                for (int j = 0; j < ways.size(); j++) {
                    atoms.addAll(j == i ? chosen : ways.get(j).getFirst());
                }
                all.add(atoms);
            }
        }
        return List.copyOf(all);
    }

    /// One part comes out as wanted, and all others the other way.
    private static List<Set<Atom>> each(List<Condition<Situation>> parts, boolean wanted) {
        List<Set<Atom>> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<Condition<Situation>> others = new ArrayList<>(parts);
            Condition<Situation> chosen = others.remove(i);
            for (Set<Atom> way : ways(chosen, wanted)) {
                Set<Atom> atoms = new LinkedHashSet<>(way);
                for (Condition<Situation> other : others) {
                    ways(other, !wanted).stream().findFirst().ifPresent(atoms::addAll);
                }
                all.add(atoms);
            }
        }
        return all;
    }

    /// Some value of an enum, or none. Rows of all releases are satisfied at once, which harms none
    /// of them.
    private static List<Set<Atom>> together(EnumKey key, boolean wanted) {
        if (!wanted) {
            return List.of(Set.of());
        }
        Set<Atom> atoms = new LinkedHashSet<>();
        RuleTable<Situation> table = Catalogue.instance().table();
        for (EnumValue value : key.possibleValues()) {
            List<Rule<Situation>> ofValue = table.about(new Subject.Value(key, value.name()));
            if (!ofValue.isEmpty()) {
                for (Rule<Situation> rule : ofValue) {
                    atoms.addAll(ways(rule.when(), true).getFirst());
                }
                break;
            }
        }
        return List.of(atoms);
    }

    /// A guest, a binary, a host and a machine about which no row has anything to say.
    private static FakeSituation bare() {
        return new FakeSituation()
                .arch(Arch.ALPHA)
                .hostArch(Arch.SPARC)
                .machine("clipper")
                .virt(VirtType.XEN);
    }

    private static void provide(FakeSituation situation, Condition<Situation> condition) {
        switch (condition) {
            case QemuCondition.Machine(MachineKind kind, Side side) -> {
                arch(situation, archOf(kind), side);
                situation.machine(nameOf(kind));
            }
            case QemuCondition.Family(Arch.Family family, Side side) ->
                    arch(situation, archOf(family), side);
            case QemuCondition.GuestArch(Arch arch) -> situation.guest(arch);
            case QemuCondition.Native _ -> situation.hostArch(situation.qemu().arch());
            case QemuCondition.Virt(VirtType type) -> situation.virt(type);
            case QemuCondition.Qemu(var question) -> situation.yes(question.id());
            case QemuCondition.Host(HostFact fact) -> situation.with(fact);
            case QemuCondition.Firmware(FirmwareFact fact) -> situation.with(fact);
            case QemuCondition.CpuListed(String name) ->
                    situation.facts.cpu(Accelerator.TCG, SlotModel.of(name));
            case QemuCondition.HostModelFound _ -> situation.hostModelFound(true);
            case QemuCondition.CpuModelsFound _ -> situation.cpuModelsFound(true);
            case QemuCondition.Gic(int version) -> {
                situation.virt(VirtType.KVM);
                situation.facts.gic(version, true, false);
            }
            case QemuCondition.Enlightenment(String name) ->
                    situation.facts.hyperv(
                            "hv-" + name.replace('_', '-'), new PropertyValue.Flag(true));
            case QemuCondition.AnyEnlightenment _ ->
                    situation.facts.hyperv("hv-relaxed", new PropertyValue.Flag(true));
            case QemuCondition.SevTold _ ->
                    situation.facts.sev(new SevFacts(1, 1, Optional.empty()));
            case QemuCondition.SgxTold _ ->
                    situation.facts.sgx(new SgxFacts(true, true, true, 0, List.of()));
            default -> throw new IllegalStateException("not arranged here: " + condition);
        }
    }

    private static void arch(FakeSituation situation, Arch arch, Side side) {
        if (side == Side.GUEST) {
            situation.guest(arch);
        } else {
            situation.binary(arch);
        }
    }

    private static String nameOf(MachineKind kind) {
        return switch (kind) {
            case I440FX -> "pc-i440fx-9.1";
            case Q35 -> "pc-q35-9.1";
            case XENFV -> "xenfv";
            case ISAPC -> "isapc";
            case ARM_VIRT -> "virt-9.1";
            case PSERIES -> "pseries-9.1";
            case OTHER_IDE -> "malta";
            case OLD_S390 -> "s390-ccw-virtio-2.7";
        };
    }

    private static Arch archOf(MachineKind kind) {
        return switch (kind) {
            case I440FX, Q35, XENFV, ISAPC -> Arch.X86_64;
            case ARM_VIRT -> Arch.AARCH64;
            case PSERIES -> Arch.PPC64;
            case OTHER_IDE -> Arch.MIPS;
            case OLD_S390 -> Arch.S390X;
        };
    }

    private static Arch archOf(Arch.Family family) {
        return switch (family) {
            case X86 -> Arch.X86_64;
            case ARM -> Arch.AARCH64;
            case PPC -> Arch.PPC64;
            case S390 -> Arch.S390X;
            case RISCV -> Arch.RISCV64;
            case LOONGARCH -> Arch.LOONGARCH64;
            case OTHER -> Arch.ALPHA;
        };
    }
}
