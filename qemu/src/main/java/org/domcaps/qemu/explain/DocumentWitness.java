package org.domcaps.qemu.explain;

import org.domcaps.document.Arch;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.EnumKey;
import org.domcaps.document.Release;
import org.domcaps.document.VirtType;
import org.domcaps.driver.explain.DocumentFindings;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Truth;
import org.domcaps.qemu.rules.Condition;
import org.domcaps.qemu.rules.Evidence;
import org.domcaps.qemu.rules.MachineKind;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Knows a finished document and nothing else: what was asked for stands in it, where the answers
/// came from does not.
final class DocumentWitness implements Witness {

    private final DomainCapabilities document;
    private final Release release;
    private final Optional<Arch> arch;
    private final Map<Condition, Truth> inferred;

    DocumentWitness(DomainCapabilities document, Release release) {
        this.document = document;
        this.release = release;
        this.arch = document.arch().flatMap(Arch::find);
        this.inferred = DocumentInference.of(document, release, this::asked);
    }

    @Override
    public Release release() {
        return release;
    }

    /// What was asked for is told by the document, and some of the rest follows from it.
    @Override
    public Truth truth(Condition condition) {
        Truth asked = asked(condition);
        return asked != Truth.UNKNOWN ? asked : inferred.getOrDefault(condition, Truth.UNKNOWN);
    }

    /// The emulator's architecture may be another one of the same family, so rules about it are
    /// decided only where that makes no difference.
    private Truth asked(Condition condition) {
        return switch (condition) {
            case Condition.Always() -> Truth.YES;
            case Condition.Machine(MachineKind kind, Condition.Side side) -> machine(kind, side);
            case Condition.Family(Arch.Family family, _) ->
                    arch.map(guest -> Truth.of(guest.family() == family)).orElse(Truth.UNKNOWN);
            case Condition.GuestArch(Arch wanted) ->
                    arch.map(guest -> Truth.of(guest == wanted)).orElse(Truth.UNKNOWN);
            case Condition.Virt(VirtType type) ->
                    document.domain()
                            .map(name -> Truth.of(name.equals(type.xmlName())))
                            .orElse(Truth.UNKNOWN);
            default -> Truth.UNKNOWN;
        };
    }

    private Truth machine(MachineKind kind, Condition.Side side) {
        Optional<String> machine = document.machine();
        if (arch.isEmpty() || machine.isEmpty()) {
            return Truth.UNKNOWN;
        }
        boolean asGuest = kind.includes(arch.get(), machine.get());
        if (side == Condition.Side.GUEST) {
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
    public String seen(Condition condition, Evidence evidence) {
        return switch (evidence.source()) {
            case REQUEST ->
                    switch (evidence.place()) {
                        case "machine" -> document.machine().orElse("");
                        case "arch" -> document.arch().orElse("");
                        default -> document.domain().orElse("");
                    };
            case DOCUMENT ->
                    condition instanceof Condition.AnyOf(EnumKey key)
                            ? document.values(key)
                                    .map(values -> values.isEmpty() ? "none" : "there")
                                    .orElse("")
                            : "";
            case QMP, HOST, FIRMWARE ->
                    inferred.containsKey(condition) ? "follows from the document" : "";
        };
    }

    @Override
    public Remedy remedy(Condition condition, Truth wanted) {
        if (condition instanceof Condition.AnyOf(EnumKey key)) {
            return Remedies.request(
                    "see what the values of " + key.path() + " need (explain " + key.path() + ")");
        }
        return Remedies.of(
                condition,
                wanted,
                document.arch().orElse("the guest")
                        + document.machine().map(name -> " and " + name).orElse(""));
    }

    @Override
    public Optional<Truth> anyOf(EnumKey key) {
        if (DocumentFindings.there(document, key.element()) != Truth.YES) {
            return Optional.of(Truth.UNKNOWN);
        }
        return Optional.of(
                document.values(key)
                        .map(List::isEmpty)
                        .map(empty -> Truth.of(!empty))
                        .orElse(Truth.UNKNOWN));
    }
}
