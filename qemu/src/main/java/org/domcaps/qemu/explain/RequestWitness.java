package org.domcaps.qemu.explain;

import org.domcaps.document.Arch;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.VirtType;
import org.domcaps.driver.explain.Observation.Source;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Truth;
import org.domcaps.qemu.rules.MachineKind;
import org.domcaps.qemu.rules.QemuCondition;
import org.domcaps.qemu.rules.QemuCondition.Side;
import org.domcaps.qemu.rules.Situation;
import org.domcaps.rule.Condition;
import org.domcaps.rule.Evidence;
import org.domcaps.rule.explain.Witness;

import java.util.Optional;

/// Knows of a finished document what was asked for, and nothing else.
final class RequestWitness implements Witness<Situation> {

    private final DomainCapabilities document;
    private final Optional<Arch> arch;

    RequestWitness(DomainCapabilities document) {
        this.document = document;
        this.arch = document.arch().flatMap(Arch::find);
    }

    /// The emulator's architecture may be another one of the same family, so rules about it are
    /// decided only where that makes no difference.
    @Override
    public Truth truth(Condition.Fact<Situation> fact) {
        return switch (fact) {
            case QemuCondition.Machine(MachineKind kind, Side side) -> machine(kind, side);
            case QemuCondition.Family(Arch.Family family, _) ->
                    arch.map(guest -> Truth.of(guest.family() == family)).orElse(Truth.UNKNOWN);
            case QemuCondition.GuestArch(Arch wanted) ->
                    arch.map(guest -> Truth.of(guest == wanted)).orElse(Truth.UNKNOWN);
            case QemuCondition.Virt(VirtType type) ->
                    document.domain()
                            .map(name -> Truth.of(name.equals(type.xmlName())))
                            .orElse(Truth.UNKNOWN);
            default -> Truth.UNKNOWN;
        };
    }

    private Truth machine(MachineKind kind, Side side) {
        Optional<String> machine = document.machine();
        if (arch.isEmpty() || machine.isEmpty()) {
            return Truth.UNKNOWN;
        }
        boolean asGuest = kind.includes(arch.get(), machine.get());
        if (side == Side.GUEST) {
            return Truth.of(asGuest);
        }
        for (Arch other : Arch.values()) {
            if (other.family() == arch.get().family()
                    && kind.includes(other, machine.get()) != asGuest) {
                return Truth.UNKNOWN;
            }
        }
        return Truth.of(asGuest);
    }

    @Override
    public String seen(Condition.Fact<Situation> fact, Evidence evidence) {
        return evidence.source() != Source.REQUEST
                ? ""
                : switch (evidence.place()) {
                    case "machine" -> document.machine().orElse("");
                    case "arch" -> document.arch().orElse("");
                    default -> document.domain().orElse("");
                };
    }

    @Override
    public Remedy remedy(Condition.Fact<Situation> fact, Truth wanted) {
        return Remedies.of(
                fact,
                wanted,
                document.arch().orElse("the guest")
                        + document.machine().map(name -> " and " + name).orElse(""));
    }
}
