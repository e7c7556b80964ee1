package org.domcaps.hostcaps;

import org.domcaps.document.Arch;
import org.domcaps.document.VirtType;
import org.domcaps.driver.EmulatorOffer;
import org.domcaps.driver.EmulatorOffer.Machine;
import org.domcaps.driver.EmulatorOffer.Slot;
import org.domcaps.xml.XmlOutput;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One guest architecture and the emulator that serves it if a caller names none: an element
/// `<guest>`.
///
/// @param arch the architecture
/// @param emulator the emulator
record GuestArch(Arch arch, EmulatorOffer emulator) {

    /// Every architecture that some emulator serves, in libvirt's order of architectures.
    static List<GuestArch> of(List<EmulatorOffer> offers) {
        List<GuestArch> guests = new ArrayList<>();
        for (Arch arch : Arch.values()) {
            best(arch, offers).ifPresent(offer -> guests.add(new GuestArch(arch, offer)));
        }
        return guests;
    }

    /// The default emulator of the architecture, else one that is made for it, else one that serves
    /// it as well.
    private static Optional<EmulatorOffer> best(Arch arch, List<EmulatorOffer> offers) {
        Optional<EmulatorOffer> made = Optional.empty();
        Optional<EmulatorOffer> serves = Optional.empty();
        for (EmulatorOffer offer : offers) {
            if (!offer.archs().contains(arch)) {
                continue;
            }
            boolean own = offer.archs().getFirst() == arch;
            if (own && offer.isDefault()) {
                return Optional.of(offer);
            }
            if (own && made.isEmpty()) {
                made = Optional.of(offer);
            }
            if (serves.isEmpty() || offer.isDefault()) {
                serves = Optional.of(offer);
            }
        }
        return made.isPresent() ? made : serves;
    }

    /// Writes the element.
    void write(XmlOutput out) {
        open(out, 1, "guest");
        out.leaf(2, "os_type", "hvm");
        out.begin(2, "arch");
        out.attribute("name", arch.xmlName());
        out.endOpen();
        out.leaf(3, "wordsize", Integer.toString(arch.wordSize()));
        out.leaf(3, "emulator", emulator.path());
        for (Machine machine : machines()) {
            machine(out, machine.name(), Optional.empty(), machine);
            machine.alias()
                    .ifPresent(alias -> machine(out, alias, Optional.of(machine.name()), machine));
        }
        // Libvirt names translation first, whatever is better.
        for (VirtType type : List.of(VirtType.QEMU, VirtType.KVM, VirtType.HVF)) {
            if (emulator.slots().stream().anyMatch(slot -> slot.virtType() == type)) {
                out.item(3, "domain", "type", type.xmlName());
            }
        }
        out.close(2, "arch", false);
        features(out);
        out.close(1, "guest", false);
    }

    /// The machines of the emulator without acceleration, where it has that.
    private List<Machine> machines() {
        for (Slot slot : emulator.slots()) {
            if (slot.virtType() == VirtType.QEMU) {
                return slot.machines();
            }
        }
        return emulator.slots().isEmpty() ? List.of() : emulator.slots().getFirst().machines();
    }

    private static void machine(
            XmlOutput out, String name, Optional<String> canonical, Machine machine) {
        out.begin(3, "machine");
        canonical.ifPresent(target -> out.attribute("canonical", target));
        if (machine.maxCpus() > 0) {
            out.attribute("maxCpus", Long.toString(machine.maxCpus()));
        }
        if (machine.deprecated()) {
            out.attribute("deprecated", "yes");
        }
        out.endText("machine", name);
    }

    private void features(XmlOutput out) {
        boolean x86 = arch.family() == Arch.Family.X86;
        open(out, 2, "features");
        if (arch == Arch.I686) {
            empty(out, "pae");
            empty(out, "nonpae");
        }
        if (x86 || arch == Arch.AARCH64) {
            toggle(out, "acpi", true);
        }
        if (x86) {
            toggle(out, "apic", false);
        }
        empty(out, "cpuselection");
        empty(out, "deviceboot");
        toggle(out, "disksnapshot", false);
        empty(out, "externalSnapshot");
        out.close(2, "features", false);
    }

    private static void toggle(XmlOutput out, String name, boolean toggle) {
        out.begin(3, name);
        out.attribute("default", "on");
        out.attribute("toggle", toggle ? "yes" : "no");
        out.endEmpty();
    }

    private static void empty(XmlOutput out, String name) {
        out.begin(3, name);
        out.endEmpty();
    }

    private static void open(XmlOutput out, int depth, String name) {
        out.begin(depth, name);
        out.endOpen();
    }
}
