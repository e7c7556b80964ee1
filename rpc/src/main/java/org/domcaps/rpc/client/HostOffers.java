package org.domcaps.rpc.client;

import org.domcaps.document.Arch;
import org.domcaps.document.VirtType;
import org.domcaps.driver.EmulatorOffer;
import org.domcaps.xml.XmlElement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// What a host's capabilities, the document `<capabilities>`, say about its emulators. Pure.
///
/// The document has a `<guest>` for each architecture, with the emulator that libvirt would choose,
/// the machine types and the virt types; a virt type can have an emulator and machine types of its
/// own. Here the same is sorted by emulator. Architectures and virt types that nobody here knows
/// are left out.
final class HostOffers {

    private final Map<String, Collected> byPath = new TreeMap<>();

    private HostOffers() {}

    /// What is known of one emulator so far.
    private static final class Collected {
        private final List<Arch> archs = new ArrayList<>();
        private final SequencedMap<VirtType, List<EmulatorOffer.Machine>> slots =
                new LinkedHashMap<>();

        /// An emulator's own architecture is the larger of those that it serves.
        private void add(Arch arch, XmlElement guest) {
            if (archs.contains(arch)) {
                return;
            }
            boolean large =
                    guest.child("wordsize").map(w -> w.text().strip()).orElse("").equals("64");
            archs.add(large ? 0 : archs.size(), arch);
        }
    }

    /// The offers, ordered by path.
    ///
    /// @throws org.domcaps.xml.XmlException if the document is another one
    static List<EmulatorOffer> read(XmlElement capabilities) {
        if (!capabilities.name().equals("capabilities")) {
            throw capabilities.fault(
                    "the root element is <"
                            + capabilities.name()
                            + ">, not <capabilities>, which a daemon should send");
        }
        HostOffers offers = new HostOffers();
        for (XmlElement guest : capabilities.children("guest")) {
            for (XmlElement arch : guest.children("arch")) {
                Optional<Arch> known = arch.attribute("name").flatMap(Arch::find);
                if (known.isPresent()) {
                    offers.add(known.get(), arch);
                }
            }
        }
        return offers.toList();
    }

    private void add(Arch arch, XmlElement guest) {
        for (XmlElement domain : guest.children("domain")) {
            Optional<VirtType> virtType = domain.attribute("type").flatMap(VirtType::find);
            Optional<String> path =
                    domain.child("emulator")
                            .or(() -> guest.child("emulator"))
                            .map(element -> element.text().strip());
            if (virtType.isPresent() && path.isPresent()) {
                Collected collected = byPath.computeIfAbsent(path.get(), _ -> new Collected());
                collected.add(arch, guest);
                boolean own = domain.child("machine").isPresent();
                collected.slots.putIfAbsent(virtType.get(), machines(own ? domain : guest));
            }
        }
    }

    /// An alias stands in an element of its own, beside the machine that it is another name of.
    private static List<EmulatorOffer.Machine> machines(XmlElement parent) {
        SequencedMap<String, EmulatorOffer.Machine> machines = new LinkedHashMap<>();
        Map<String, String> aliases = new LinkedHashMap<>();
        for (XmlElement machine : parent.children("machine")) {
            String name = machine.text().strip();
            Optional<String> canonical = machine.attribute("canonical");
            if (canonical.isPresent()) {
                aliases.putIfAbsent(canonical.get(), name);
            }
            machines.putIfAbsent(
                    canonical.orElse(name),
                    new EmulatorOffer.Machine(
                            canonical.orElse(name),
                            Optional.empty(),
                            number(machine.attribute("maxCpus")),
                            machine.attribute("deprecated").equals(Optional.of("yes")),
                            false));
        }
        List<EmulatorOffer.Machine> list = new ArrayList<>();
        for (EmulatorOffer.Machine machine : machines.values()) {
            list.add(
                    new EmulatorOffer.Machine(
                            machine.name(),
                            Optional.ofNullable(aliases.get(machine.name())),
                            machine.maxCpus(),
                            machine.deprecated(),
                            // The daemon puts the emulator's default first.
                            list.isEmpty()));
        }
        return list;
    }

    private static long number(Optional<String> text) {
        try {
            return text.isEmpty() ? 0 : Math.max(Long.parseLong(text.get().strip()), 0);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private List<EmulatorOffer> toList() {
        List<EmulatorOffer> offers = new ArrayList<>();
        byPath.forEach((path, collected) -> {
            List<EmulatorOffer.Slot> slots = new ArrayList<>();
            collected.slots.forEach(
                    (virtType, machines) -> slots.add(new EmulatorOffer.Slot(virtType, machines)));
            slots.sort((one, other) ->
                    Boolean.compare(
                            one.virtType() == VirtType.QEMU, other.virtType() == VirtType.QEMU));
            offers.add(
                    new EmulatorOffer(
                            path,
                            Optional.empty(),
                            collected.archs,
                            slots.getFirst().virtType(),
                            true,
                            slots));
        });
        return offers;
    }
}
