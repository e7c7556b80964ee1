package org.domcaps.qemu.rules;

import org.domcaps.document.Arch;
import org.domcaps.document.VirtType;
import org.domcaps.qemu.Question;
import org.domcaps.rule.Condition;
import org.domcaps.rule.Evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The kinds of facts that the rules of QEMU documents look at.
public sealed interface QemuCondition extends Condition.Fact<Situation> {

    /// Where somebody can look, see [Places].
    @Override
    default List<Evidence> evidence() {
        return Places.of(this);
    }

    /// Whose architecture a rule looks at.
    enum Side {
        /// What the binary emulates.
        BINARY("emulator"),
        /// What was asked for.
        GUEST("guest");

        private final String words;

        Side(String words) {
            this.words = words;
        }

        private Arch arch(Situation situation) {
            return this == BINARY ? situation.qemu().arch() : situation.target().arch();
        }
    }

    /// A QMP answer of the binary says so.
    record Qemu(Question question) implements QemuCondition {
        @Override
        public String words() {
            return "QEMU " + question.words();
        }

        @Override
        public boolean isTrue(Situation situation) {
            return situation.qemu().answers().isYes(question);
        }

        @Override
        public Optional<String> wordsOfAny(List<Condition<Situation>> facts) {
            List<String> types = new ArrayList<>();
            for (Condition<Situation> fact : facts) {
                if (fact instanceof Qemu(Question.TypeExists(String type))) {
                    types.add(type);
                }
            }
            return types.size() == facts.size()
                    ? Optional.of("QEMU has one of the types " + String.join(", ", types))
                    : Optional.empty();
        }
    }

    /// A fact of the host says so.
    record Host(HostFact fact) implements QemuCondition {
        @Override
        public String words() {
            return "the host has " + fact.words();
        }

        @Override
        public boolean isTrue(Situation situation) {
            return situation.host(fact);
        }
    }

    /// A firmware descriptor that matches guest architecture and machine says so.
    record Firmware(FirmwareFact fact) implements QemuCondition {
        @Override
        public String words() {
            return "there is a matching firmware descriptor " + fact.words();
        }

        @Override
        public boolean isTrue(Situation situation) {
            return situation.firmware(fact);
        }
    }

    /// The canonical machine is of a kind, seen with the architecture of one side.
    record Machine(MachineKind kind, Side side) implements QemuCondition {
        @Override
        public String words() {
            return "the machine is " + kind.words();
        }

        @Override
        public boolean isTrue(Situation situation) {
            Optional<String> machine = situation.target().machine();
            return machine.isPresent() && kind.includes(side.arch(situation), machine.get());
        }
    }

    /// The architecture of one side belongs to a family.
    record Family(Arch.Family family, Side side) implements QemuCondition {
        @Override
        public String words() {
            return "the " + side.words + " architecture is of the family " + family;
        }

        @Override
        public boolean isTrue(Situation situation) {
            return side.arch(situation).family() == family;
        }
    }

    /// The guest architecture is this one.
    record GuestArch(Arch arch) implements QemuCondition {
        @Override
        public String words() {
            return "the guest architecture is " + arch.xmlName();
        }

        @Override
        public boolean isTrue(Situation situation) {
            return situation.target().arch() == arch;
        }
    }

    /// The binary's guests run on the host's processor without translation.
    record Native() implements QemuCondition {
        @Override
        public String words() {
            return "the host's processor runs the emulator's architecture natively";
        }

        @Override
        public boolean isTrue(Situation situation) {
            return situation.qemu().arch().isNativeOn(situation.hostArch());
        }
    }

    /// The virt type is this one.
    record Virt(VirtType type) implements QemuCondition {
        @Override
        public String words() {
            return "the virt type is " + type.xmlName();
        }

        @Override
        public boolean isTrue(Situation situation) {
            return situation.target().virtType() == type;
        }
    }

    /// `query-cpu-definitions` of some run lists a CPU of that name.
    record CpuListed(String name) implements QemuCondition {
        @Override
        public String words() {
            return "QEMU lists the CPU model " + name;
        }

        @Override
        public boolean isTrue(Situation situation) {
            return situation.qemu().listsCpu(name);
        }
    }

    /// A model could be found for the host's CPU under the virt type.
    record HostModelFound() implements QemuCondition {
        @Override
        public String words() {
            return "the host's CPU could be named under this virt type";
        }

        @Override
        public boolean isTrue(Situation situation) {
            return situation.hostModelFound();
        }
    }

    /// At least one named CPU model is known under the virt type.
    record CpuModelsFound() implements QemuCondition {
        @Override
        public String words() {
            return "QEMU lists at least one known CPU model under this virt type";
        }

        @Override
        public boolean isTrue(Situation situation) {
            return situation.cpuModelsFound();
        }
    }

    /// `query-gic-capabilities` lists that version for the virt type.
    record Gic(int version) implements QemuCondition {
        @Override
        public String words() {
            return "QEMU lists interrupt controller version " + version + " for this virt type";
        }

        @Override
        public boolean isTrue(Situation situation) {
            return situation.qemu().hasGic(version, situation.target().virtType());
        }
    }

    /// The expansion of `host` with `hv-passthrough` has this enlightenment switched on.
    record Enlightenment(String name) implements QemuCondition {
        @Override
        public String words() {
            return "QEMU and KVM offer the enlightenment " + name;
        }

        @Override
        public boolean isTrue(Situation situation) {
            return situation.qemu().enlightenments().has(name);
        }
    }

    /// The expansion of `host` with `hv-passthrough` has any enlightenment switched on.
    record AnyEnlightenment() implements QemuCondition {
        @Override
        public String words() {
            return "QEMU and KVM offer some enlightenment";
        }

        @Override
        public boolean isTrue(Situation situation) {
            return situation.qemu().enlightenments().hasAny();
        }
    }

    /// `query-sev-capabilities` gave data.
    record SevTold() implements QemuCondition {
        @Override
        public String words() {
            return "QEMU answers query-sev-capabilities, so the host does SEV";
        }

        @Override
        public boolean isTrue(Situation situation) {
            return situation.qemu().sev().isPresent();
        }
    }

    /// `query-sgx-capabilities` gave data with sections.
    record SgxTold() implements QemuCondition {
        @Override
        public String words() {
            return "QEMU answers query-sgx-capabilities, so the host does SGX";
        }

        @Override
        public boolean isTrue(Situation situation) {
            return situation.qemu().sgx().isPresent();
        }
    }

    /// See [org.domcaps.rule.Condition.Always].
    static Condition<Situation> always() {
        return Condition.always();
    }

    /// QEMU has that type.
    static QemuCondition type(String name) {
        return new Qemu(new Question.TypeExists(name));
    }

    /// QEMU has one of those types.
    static Condition<Situation> anyType(String... names) {
        List<Condition<Situation>> conditions = new ArrayList<>(names.length);
        for (String name : names) {
            conditions.add(type(name));
        }
        return new Condition.Any<>(conditions);
    }

    /// QEMU has that command, or that path in its schema.
    static QemuCondition schema(String path) {
        return new Qemu(new Question.SchemaPath(path));
    }

    /// QEMU's type has that property.
    static QemuCondition property(String type, String property) {
        return new Qemu(new Question.PropertyExists(type, property));
    }

    /// QEMU has that command line option.
    static QemuCondition option(String name) {
        return new Qemu(new Question.OptionExists(name));
    }

    /// See [Host].
    static QemuCondition host(HostFact fact) {
        return new Host(fact);
    }

    /// See [Firmware].
    static QemuCondition firmware(FirmwareFact fact) {
        return new Firmware(fact);
    }
}
