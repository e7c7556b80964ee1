package org.domcaps.qemu.rules;

import org.domcaps.document.Arch;
import org.domcaps.document.EnumKey;
import org.domcaps.document.VirtType;
import org.domcaps.qemu.Question;

import java.util.ArrayList;
import java.util.List;

/// What must hold for a value to be printed. [Evaluator] decides it, [#words] says it.
public sealed interface Condition {

    /// In words that a person reads.
    String words();

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
    }

    /// Holds for every QEMU.
    record Always() implements Condition {
        @Override
        public String words() {
            return "always";
        }
    }

    /// A QMP answer of the binary says so.
    record Qemu(Question question) implements Condition {
        @Override
        public String words() {
            return "QEMU " + question.words();
        }
    }

    /// A fact of the host says so.
    record Host(HostFact fact) implements Condition {
        @Override
        public String words() {
            return "the host has " + fact.words();
        }
    }

    /// A firmware descriptor that matches guest architecture and machine says so.
    record Firmware(FirmwareFact fact) implements Condition {
        @Override
        public String words() {
            return "there is a matching firmware descriptor " + fact.words();
        }
    }

    /// The canonical machine is of a kind, seen with the architecture of one side.
    record Machine(MachineKind kind, Side side) implements Condition {
        @Override
        public String words() {
            return "the machine is " + kind.words();
        }
    }

    /// The architecture of one side belongs to a family.
    record Family(Arch.Family family, Side side) implements Condition {
        @Override
        public String words() {
            return "the " + side.words + " architecture is of the family " + family;
        }
    }

    /// The guest architecture is this one.
    record GuestArch(Arch arch) implements Condition {
        @Override
        public String words() {
            return "the guest architecture is " + arch.xmlName();
        }
    }

    /// The binary's guests run on the host's processor without translation.
    record Native() implements Condition {
        @Override
        public String words() {
            return "the host's processor runs the emulator's architecture natively";
        }
    }

    /// The virt type is this one.
    record Virt(VirtType type) implements Condition {
        @Override
        public String words() {
            return "the virt type is " + type.xmlName();
        }
    }

    /// `query-cpu-definitions` of some run lists a CPU of that name.
    record CpuListed(String name) implements Condition {
        @Override
        public String words() {
            return "QEMU lists the CPU model " + name;
        }
    }

    /// A model could be found for the host's CPU under the virt type.
    record HostModelFound() implements Condition {
        @Override
        public String words() {
            return "the host's CPU could be named under this virt type";
        }
    }

    /// At least one named CPU model is known under the virt type.
    record CpuModelsFound() implements Condition {
        @Override
        public String words() {
            return "QEMU lists at least one known CPU model under this virt type";
        }
    }

    /// `query-gic-capabilities` lists that version for the virt type.
    record Gic(int version) implements Condition {
        @Override
        public String words() {
            return "QEMU lists interrupt controller version " + version + " for this virt type";
        }
    }

    /// The expansion of `host` with `hv-passthrough` has this enlightenment switched on.
    record Enlightenment(String name) implements Condition {
        @Override
        public String words() {
            return "QEMU and KVM offer the enlightenment " + name;
        }
    }

    /// The expansion of `host` with `hv-passthrough` has any enlightenment switched on.
    record AnyEnlightenment() implements Condition {
        @Override
        public String words() {
            return "QEMU and KVM offer some enlightenment";
        }
    }

    /// `query-sev-capabilities` gave data.
    record SevTold() implements Condition {
        @Override
        public String words() {
            return "QEMU answers query-sev-capabilities, so the host does SEV";
        }
    }

    /// `query-sgx-capabilities` gave data with sections.
    record SgxTold() implements Condition {
        @Override
        public String words() {
            return "QEMU answers query-sgx-capabilities, so the host does SGX";
        }
    }

    /// Some value of an enum is printed.
    record AnyOf(EnumKey key) implements Condition {
        @Override
        public String words() {
            return "some value of " + key.path() + " is there";
        }
    }

    /// The opposite.
    record Not(Condition condition) implements Condition {
        @Override
        public String words() {
            return "not (" + condition.words() + ")";
        }
    }

    /// All of them.
    record All(List<Condition> conditions) implements Condition {
        /// Copies.
        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public String words() {
            return join(conditions, " and ");
        }
    }

    /// At least one of them.
    record Any(List<Condition> conditions) implements Condition {
        /// Copies.
        public Any {
            conditions = List.copyOf(conditions);
        }

        @Override
        public String words() {
            List<String> types = new ArrayList<>();
            for (Condition condition : conditions) {
                if (condition instanceof Qemu(Question.TypeExists(String type))) {
                    types.add(type);
                }
            }
            return types.size() == conditions.size()
                    ? "QEMU has one of the types " + String.join(", ", types)
                    : "(" + join(conditions, " or ") + ")";
        }
    }

    private static String join(List<Condition> conditions, String between) {
        List<String> parts = new ArrayList<>(conditions.size());
        for (Condition condition : conditions) {
            parts.add(condition.words());
        }
        return String.join(between, parts);
    }

    /// See [Always].
    static Condition always() {
        return new Always();
    }

    /// QEMU has that type.
    static Condition type(String name) {
        return new Qemu(new Question.TypeExists(name));
    }

    /// QEMU has one of those types.
    static Condition anyType(String... names) {
        List<Condition> conditions = new ArrayList<>(names.length);
        for (String name : names) {
            conditions.add(type(name));
        }
        return new Any(conditions);
    }

    /// QEMU has that command, or that path in its schema.
    static Condition schema(String path) {
        return new Qemu(new Question.SchemaPath(path));
    }

    /// QEMU's type has that property.
    static Condition property(String type, String property) {
        return new Qemu(new Question.PropertyExists(type, property));
    }

    /// QEMU has that command line option.
    static Condition option(String name) {
        return new Qemu(new Question.OptionExists(name));
    }

    /// See [Host].
    static Condition host(HostFact fact) {
        return new Host(fact);
    }

    /// See [Firmware].
    static Condition firmware(FirmwareFact fact) {
        return new Firmware(fact);
    }

    /// See [Not].
    static Condition not(Condition condition) {
        return new Not(condition);
    }

    /// See [All].
    static Condition all(Condition... conditions) {
        return new All(List.of(conditions));
    }

    /// See [Any].
    static Condition any(Condition... conditions) {
        return new Any(List.of(conditions));
    }
}
