package org.domcaps.qemu.rules;

import org.domcaps.document.Arch;
import org.domcaps.document.Element;
import org.domcaps.document.EnumKey;
import org.domcaps.document.EnumValue;
import org.domcaps.document.Release;
import org.domcaps.qemu.rules.Condition.Side;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides conditions and rules in one situation. The only place that knows what a condition means.
public final class Evaluator {

    private final Situation situation;
    private final Catalogue catalogue = Catalogue.instance();

    /// An evaluator for that situation.
    public Evaluator(Situation situation) {
        this.situation = situation;
    }

    /// Whether the element is in the document.
    public boolean isReported(Element element) {
        return situation.release().isAtLeast(element.since())
                && decideOr(catalogue.reported(element), true);
    }

    /// Whether the element says `supported='yes'`.
    public boolean isSupported(Element element) {
        return decideOr(catalogue.supported(element), false);
    }

    /// Whether the enum is in its element.
    public boolean isReported(EnumKey key) {
        return situation.release().isAtLeast(key.since())
                && decideOr(catalogue.reported(key), true);
    }

    /// The values of an enum, in the order of the format.
    public List<String> values(EnumKey key) {
        List<String> found = new ArrayList<>();
        Release release = situation.release();
        List<Rule> rows = catalogue.values(key);
        for (EnumValue possible : key.possibleValues()) {
            if (possible.isKnownTo(release) && isPrinted(possible.name(), rows)) {
                found.add(possible.name());
            }
        }
        return found;
    }

    private boolean isPrinted(String value, List<Rule> rows) {
        Optional<Rule> row = Catalogue.deciding(rows, value, situation.release());
        return row.isPresent() && holds(row.get().when());
    }

    /// Decides by the row that counts for the release; `otherwise` where there is none.
    private boolean decideOr(List<Rule> rows, boolean otherwise) {
        Optional<Rule> row = Catalogue.deciding(rows, situation.release());
        return row.isPresent() ? holds(row.get().when()) : otherwise;
    }

    /// Whether a condition holds.
    public boolean holds(Condition condition) {
        return switch (condition) {
            case Condition.Always() -> true;
            case Condition.Qemu(var question) -> situation.qemu().answers().isYes(question);
            case Condition.Host(HostFact fact) -> situation.host(fact);
            case Condition.Firmware(FirmwareFact fact) -> situation.firmware(fact);
            case Condition.Machine(MachineKind kind, Side side) ->
                    situation
                            .target()
                            .machine()
                            .filter(name -> kind.includes(arch(side), name))
                            .isPresent();
            case Condition.Family(Arch.Family family, Side side) -> arch(side).family() == family;
            case Condition.GuestArch(Arch arch) -> situation.target().arch() == arch;
            case Condition.Native() -> situation.qemu().arch().isNativeOn(situation.hostArch());
            case Condition.Virt(var type) -> situation.target().virtType() == type;
            case Condition.CpuListed(String name) -> situation.qemu().listsCpu(name);
            case Condition.HostModelFound() -> situation.hostModelFound();
            case Condition.CpuModelsFound() -> situation.cpuModelsFound();
            case Condition.Gic(int version) ->
                    situation.qemu().hasGic(version, situation.target().virtType());
            case Condition.Enlightenment(String name) ->
                    situation.qemu().enlightenments().has(name);
            case Condition.AnyEnlightenment() -> situation.qemu().enlightenments().hasAny();
            case Condition.SevTold() -> situation.qemu().sev().isPresent();
            case Condition.SgxTold() -> situation.qemu().sgx().isPresent();
            case Condition.AnyOf(EnumKey key) -> !values(key).isEmpty();
            case Condition.Not(Condition inner) -> !holds(inner);
            case Condition.All(List<Condition> parts) -> {
                for (Condition part : parts) {
                    if (!holds(part)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Condition.Any(List<Condition> parts) -> {
                for (Condition part : parts) {
                    if (holds(part)) {
                        yield true;
                    }
                }
                yield false;
            }
        };
    }

    private Arch arch(Side side) {
        return side == Side.BINARY ? situation.qemu().arch() : situation.target().arch();
    }
}
