package org.domcaps.cli;

import org.domcaps.document.Arch;
import org.domcaps.document.Palette;
import org.domcaps.document.Palette.Tone;
import org.domcaps.driver.EmulatorOffer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The list of emulators as a page to read.
///
/// Most emulators have the same machine types under each virt type, so a machine type is one row
/// that names the virt types which have it; it is two rows if they differ in what they say about
/// it.
final class OfferPage {

    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder();
    private final Palette palette;

    private OfferPage(Palette palette) {
        this.palette = palette;
    }

    static String of(List<EmulatorOffer> offers, Palette palette) {
        OfferPage page = new OfferPage(palette);
        for (EmulatorOffer offer : offers) {
            page.offer(offer);
        }
        return page.out.toString();
    }

    private void offer(EmulatorOffer offer) {
        out.append(out.isEmpty() ? "" : "\n")
                .append(palette.paint(Tone.HEADING, offer.path()))
                .append('\n');
        Columns head = new Columns();
        head.row(INDENT + "version", offer.version().orElse("not told"));
        head.row(INDENT + "architectures", archs(offer));
        head.row(INDENT + "virt types", virtTypes(offer));
        for (String line : head.lines()) {
            out.append(line).append('\n');
        }
        machines(offer);
    }

    private static String archs(EmulatorOffer offer) {
        List<String> names = new ArrayList<>();
        for (Arch arch : offer.archs()) {
            boolean isDefault = names.isEmpty() && offer.isDefault();
            names.add(arch.xmlName() + (isDefault ? " (default emulator)" : ""));
        }
        return String.join(", ", names);
    }

    private static String virtTypes(EmulatorOffer offer) {
        List<String> names = new ArrayList<>();
        for (EmulatorOffer.Slot slot : offer.slots()) {
            boolean isDefault = slot.virtType() == offer.defaultVirtType();
            names.add(slot.virtType().xmlName() + (isDefault ? " (default)" : ""));
        }
        return String.join(", ", names);
    }

    private void machines(EmulatorOffer offer) {
        SortedMap<EmulatorOffer.Machine, List<String>> machines =
                new TreeMap<>(
                        new MachineOrder()
                                .thenComparingLong(EmulatorOffer.Machine::maxCpus)
                                .thenComparing(Object::toString));
        for (EmulatorOffer.Slot slot : offer.slots()) {
            for (EmulatorOffer.Machine machine : slot.machines()) {
                machines.computeIfAbsent(machine, _ -> new ArrayList<>())
                        .add(slot.virtType().xmlName());
            }
        }
        Columns columns = new Columns();
        columns.row(INDENT + "MACHINE", "ALIAS", "CPUS", "VIRT TYPES", "");
        for (Map.Entry<EmulatorOffer.Machine, List<String>> entry : machines.entrySet()) {
            EmulatorOffer.Machine machine = entry.getKey();
            columns.row(
                    INDENT + machine.name(),
                    machine.alias().orElse(""),
                    machine.maxCpus() > 0 ? Long.toString(machine.maxCpus()) : "",
                    String.join(" ", entry.getValue()),
                    note(machine));
        }
        List<String> lines = columns.lines();
        out.append('\n').append(palette.paint(Tone.FAINT, lines.get(0))).append('\n');
        int at = 1;
        for (EmulatorOffer.Machine machine : machines.keySet()) {
            String line = lines.get(at++);
            out.append(
                            machine.isDefault()
                                    ? palette.paint(Tone.HEADING, line)
                                    : machine.deprecated() ? palette.paint(Tone.FAINT, line) : line)
                    .append('\n');
        }
    }

    private static String note(EmulatorOffer.Machine machine) {
        List<String> notes = new ArrayList<>();
        if (machine.isDefault()) {
            notes.add("default");
        }
        if (machine.deprecated()) {
            notes.add("deprecated");
        }
        return String.join(", ", notes);
    }
}
