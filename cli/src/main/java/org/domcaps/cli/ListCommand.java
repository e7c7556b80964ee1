package org.domcaps.cli;

import org.domcaps.decide.explain.PathQuery;
import org.domcaps.document.Arch;
import org.domcaps.document.Palette;
import org.domcaps.document.Release;
import org.domcaps.document.VirtType;
import org.domcaps.driver.Driver;
import org.domcaps.driver.EmulatorFault;
import org.domcaps.driver.EmulatorList;
import org.domcaps.driver.EmulatorOffer;
import org.domcaps.driver.Flag;
import org.domcaps.driver.Request;
import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;
import org.domcaps.json.JsonWriter;
import org.domcaps.library.Domcaps;
import org.domcaps.library.Source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SequencedSet;

/// `domcaps list`: tells what `get` can be asked for.
final class ListCommand implements Command {

    @Override
    public ExitCode run(Arguments arguments, Context context) {
        boolean json =
                OptionValues.choice(arguments, "format", ValueKind.PAGE_FORM, "text")
                        .equals("json");
        Palette palette = Terminal.palette(arguments, context.shell());
        if (json && arguments.has("names")) {
            throw new UsageException(
                    "--names gives plain lines, so it does not go with --format json");
        }
        if (arguments.find("names").equals(Optional.of("paths"))) {
            String page = lines(paths(arguments, context));
            Output.of(arguments, context.shell()).write(page.getBytes(StandardCharsets.UTF_8));
            return ExitCode.DONE;
        }
        EmulatorList list = wanted(arguments, context);
        String page;
        if (arguments.has("names")) {
            String what = OptionValues.choice(arguments, "names", ValueKind.NAMES, "emulators");
            page = lines(names(what, list.offers()));
        } else {
            page =
                    json
                            ? JsonWriter.pretty(OfferJson.of(list)) + "\n"
                            : OfferPage.of(list.offers(), palette);
        }
        Output.of(arguments, context.shell()).write(page.getBytes(StandardCharsets.UTF_8));
        return Faults.tell(list.faults(), context);
    }

    private static String lines(SequencedCollection<String> names) {
        return names.isEmpty() ? "" : String.join("\n", names) + "\n";
    }

    private static EmulatorList wanted(Arguments arguments, Context context) {
        Optional<String> emulator = arguments.find("emulatorbin");
        Optional<Arch> arch = arch(arguments);
        Optional<VirtType> virtType = virtType(arguments);
        Source source = OptionValues.source(arguments, emulator.map(List::of).orElse(List.of()));
        List<EmulatorOffer> offers = new ArrayList<>();
        List<EmulatorFault> faults = new ArrayList<>();
        try (Driver driver = context.backend().sources().open(source, context.notices())) {
            EmulatorList list = driver.emulators();
            for (EmulatorOffer offer : list.offers()) {
                List<EmulatorOffer.Slot> slots = slots(offer, virtType);
                if (isWanted(offer.path(), offer.archs(), emulator, arch) && !slots.isEmpty()) {
                    offers.add(withSlots(offer, slots));
                }
            }
            for (EmulatorFault fault : list.faults()) {
                // What it serves is not known, so only its name can say that nobody asked for it.
                if (isWanted(fault.subject(), fault.archs(), emulator, arch)) {
                    faults.add(fault);
                }
            }
        }
        if (offers.isEmpty() && faults.isEmpty()) {
            throw nothing(arguments);
        }
        if (offers.isEmpty() && emulator.isPresent()) {
            throw new DomcapsException(ErrorCode.SYSTEM, faults.getFirst().reason());
        }
        return new EmulatorList(offers, faults);
    }

    /// @param archs empty: not known
    private static boolean isWanted(
            String path, List<Arch> archs, Optional<String> emulator, Optional<Arch> arch) {
        return (emulator.isEmpty() || path.equals(emulator.get()))
                && (arch.isEmpty() || archs.isEmpty() || archs.contains(arch.get()));
    }

    /// What `explain` can be asked about.
    private static List<String> paths(Arguments arguments, Context context) {
        Source source = OptionValues.source(arguments, List.of());
        try (Driver driver = context.backend().sources().open(source, context.notices())) {
            Request request =
                    new Request(
                            arguments.find("emulatorbin"),
                            arguments.find("arch"),
                            Optional.empty(),
                            arguments.find("virttype"),
                            EnumSet.noneOf(Flag.class),
                            Release.NEWEST);
            return new PathQuery(Domcaps.explain(driver, request)).paths();
        }
    }

    private static Optional<Arch> arch(Arguments arguments) {
        Optional<String> name = arguments.find("arch");
        if (name.isPresent() && Arch.find(name.get()).isEmpty()) {
            throw new UsageException(
                    "unknown architecture '"
                            + name.get()
                            + "'"
                            + Suggestion.of(name.get(), ValueKind.ARCH.words()));
        }
        return name.flatMap(Arch::find);
    }

    private static Optional<VirtType> virtType(Arguments arguments) {
        Optional<String> name = arguments.find("virttype");
        if (name.isPresent() && VirtType.find(name.get()).isEmpty()) {
            throw new UsageException(
                    "unknown virt type '"
                            + name.get()
                            + "'"
                            + Suggestion.of(name.get(), ValueKind.VIRT_TYPE.words()));
        }
        return name.flatMap(VirtType::find);
    }

    private static List<EmulatorOffer.Slot> slots(
            EmulatorOffer offer, Optional<VirtType> virtType) {
        if (virtType.isEmpty()) {
            return offer.slots();
        }
        return offer.slots().stream().filter(slot -> slot.virtType() == virtType.get()).toList();
    }

    private static EmulatorOffer withSlots(EmulatorOffer offer, List<EmulatorOffer.Slot> slots) {
        return new EmulatorOffer(
                offer.path(),
                offer.version(),
                offer.archs(),
                offer.defaultVirtType(),
                offer.isDefault(),
                slots);
    }

    /// Nothing to list is a failure, because it cannot be told from something being broken.
    private static DomcapsException nothing(Arguments arguments) {
        List<String> asked = new ArrayList<>();
        for (String option : List.of("emulatorbin", "arch", "virttype")) {
            arguments.find(option).ifPresent(value -> asked.add("--" + option + " " + value));
        }
        Optional<String> daemon = arguments.find("connect");
        String detail =
                daemon.isPresent()
                        ? "the daemon of '"
                                + daemon.get()
                                + "' offers no emulator"
                                + (asked.isEmpty() ? "" : " for " + String.join(" ", asked))
                        : asked.isEmpty()
                                ? "no emulator found; install QEMU, or name a binary with"
                                        + " --emulatorbin"
                                : "no emulator found for "
                                        + String.join(" ", asked)
                                        + "; 'domcaps list' shows those there are";
        return new DomcapsException(ErrorCode.SYSTEM, detail);
    }

    private static SequencedSet<String> names(String what, List<EmulatorOffer> offers) {
        SequencedSet<String> names = new LinkedHashSet<>();
        for (EmulatorOffer offer : offers) {
            switch (what) {
                case "emulators" -> names.add(offer.path());
                case "archs" -> offer.archs().forEach(arch -> names.add(arch.xmlName()));
                case "virttypes" ->
                        offer.slots().forEach(slot -> names.add(slot.virtType().xmlName()));
                default -> offer.slots().forEach(slot -> addMachines(slot, names));
            }
        }
        return names;
    }

    private static void addMachines(EmulatorOffer.Slot slot, SequencedSet<String> names) {
        for (EmulatorOffer.Machine machine : slot.machines()) {
            machine.alias().ifPresent(names::add);
            names.add(machine.name());
        }
    }
}
