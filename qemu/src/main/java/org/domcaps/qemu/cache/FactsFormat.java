package org.domcaps.qemu.cache;

import org.domcaps.cpu.Expansion;
import org.domcaps.cpu.ExpansionProperty;
import org.domcaps.cpu.PropertyValue;
import org.domcaps.cpu.SlotModel;
import org.domcaps.document.Arch;
import org.domcaps.qemu.Accelerator;
import org.domcaps.qemu.AcceleratorFacts;
import org.domcaps.qemu.Answers;
import org.domcaps.qemu.Enlightenments;
import org.domcaps.qemu.GicVersion;
import org.domcaps.qemu.Machine;
import org.domcaps.qemu.Machines;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.QemuVersion;
import org.domcaps.qemu.SevFacts;
import org.domcaps.qemu.SgxFacts;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;

/// The binary form of [QemuFacts]. Reading and writing stand side by side, member by member.
final class FactsFormat {

    /// Counts up with every change of the form.
    static final int VERSION = 2;

    private FactsFormat() {}

    static byte[] write(QemuFacts facts) {
        PoolWriter out = new PoolWriter();
        out.integer(facts.version().major());
        out.integer(facts.version().minor());
        out.integer(facts.version().micro());
        out.constant(facts.arch());
        out.optional(facts.hardware(), out::constant);
        out.flag(facts.tcg());
        out.flag(facts.tellsUnavailableFeatures());
        out.texts(facts.answers().yes());
        out.integer(facts.slots().size());
        facts.slots()
                .forEach((accelerator, slot) -> {
                    out.constant(accelerator);
                    writeSlot(out, slot);
                });
        out.list(
                facts.gic(),
                gic -> {
                    out.integer(gic.version());
                    out.flag(gic.kernel());
                    out.flag(gic.emulated());
                });
        out.optional(
                facts.sev(),
                sev -> {
                    out.number(sev.cbitpos());
                    out.number(sev.reducedPhysBits());
                    out.optional(sev.cpu0Id(), out::text);
                });
        out.optional(facts.sgx(), sgx -> writeSgx(out, sgx));
        out.list(facts.enlightenments().properties(), property -> writeProperty(out, property));
        return out.toBytes();
    }

    static QemuFacts read(ByteBuffer content) {
        PoolReader in = new PoolReader(content);
        QemuVersion version = new QemuVersion(in.integer(), in.integer(), in.integer());
        Arch arch = in.constant(Arch.class);
        Optional<Accelerator> hardware = in.optional(() -> in.constant(Accelerator.class));
        boolean tcg = in.flag();
        boolean tellsUnavailable = in.flag();
        Answers answers = new Answers(new LinkedHashSet<>(in.texts()));
        Map<Accelerator, AcceleratorFacts> slots = new EnumMap<>(Accelerator.class);
        for (int count = in.integer(); count > 0; count--) {
            Accelerator accelerator = in.constant(Accelerator.class);
            slots.put(accelerator, readSlot(in));
        }
        return new QemuFacts(
                version,
                arch,
                hardware,
                tcg,
                tellsUnavailable,
                answers,
                slots,
                in.list(() -> new GicVersion(in.integer(), in.flag(), in.flag())),
                in.optional(() -> new SevFacts(in.number(), in.number(), in.optional(in::text))),
                in.optional(() -> readSgx(in)),
                new Enlightenments(in.list(() -> readProperty(in))));
    }

    private static void writeSlot(PoolWriter out, AcceleratorFacts slot) {
        out.list(
                slot.machines().list(),
                machine -> {
                    out.text(machine.name());
                    out.optional(machine.alias(), out::text);
                    out.number(machine.maxCpus());
                    out.flag(machine.isDefault());
                    out.flag(machine.deprecated());
                });
        out.list(
                slot.cpus(),
                cpu -> {
                    out.text(cpu.name());
                    out.optional(cpu.typename(), out::text);
                    out.optional(cpu.blockers(), out::texts);
                    out.flag(cpu.deprecated());
                });
        out.optional(
                slot.hostCpu(),
                cpu -> {
                    out.text(cpu.model());
                    out.list(cpu.properties(), property -> writeProperty(out, property));
                });
        out.texts(slot.deprecatedFeatures());
    }

    private static AcceleratorFacts readSlot(PoolReader in) {
        return new AcceleratorFacts(
                new Machines(
                        in.list(() ->
                                new Machine(
                                        in.text(),
                                        in.optional(in::text),
                                        in.number(),
                                        in.flag(),
                                        in.flag()))),
                in.list(() ->
                        new SlotModel(
                                in.text(),
                                in.optional(in::text),
                                in.optional(in::texts),
                                in.flag())),
                in.optional(() -> new Expansion(in.text(), in.list(() -> readProperty(in)))),
                in.texts());
    }

    private static void writeProperty(PoolWriter out, ExpansionProperty property) {
        out.text(property.name());
        switch (property.value()) {
            case PropertyValue.Flag(boolean on) -> {
                out.integer(0);
                out.flag(on);
            }
            case PropertyValue.Number(long number) -> {
                out.integer(1);
                out.number(number);
            }
            case PropertyValue.Text(String text) -> {
                out.integer(2);
                out.text(text);
            }
        }
        out.constant(property.migratable());
    }

    private static ExpansionProperty readProperty(PoolReader in) {
        String name = in.text();
        PropertyValue value =
                switch (in.integer()) {
                    case 0 -> new PropertyValue.Flag(in.flag());
                    case 1 -> new PropertyValue.Number(in.number());
                    case 2 -> new PropertyValue.Text(in.text());
                    default -> throw new IllegalArgumentException("unknown kind of property value");
                };
        return new ExpansionProperty(name, value, in.constant(ExpansionProperty.Migratable.class));
    }

    private static void writeSgx(PoolWriter out, SgxFacts sgx) {
        out.flag(sgx.flc());
        out.flag(sgx.sgx1());
        out.flag(sgx.sgx2());
        out.number(sgx.sectionSizeKib());
        out.list(
                sgx.sections(),
                section -> {
                    out.number(section.node());
                    out.number(section.sizeKib());
                });
    }

    private static SgxFacts readSgx(PoolReader in) {
        return new SgxFacts(
                in.flag(),
                in.flag(),
                in.flag(),
                in.number(),
                in.list(() -> new SgxFacts.Section(in.number(), in.number())));
    }
}
