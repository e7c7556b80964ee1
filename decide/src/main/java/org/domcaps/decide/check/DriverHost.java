package org.domcaps.decide.check;

import org.domcaps.decide.Offered;
import org.domcaps.decide.Outcome;
import org.domcaps.document.Arch;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Release;
import org.domcaps.document.VirtType;
import org.domcaps.driver.Driver;
import org.domcaps.driver.DriverException;
import org.domcaps.driver.EmulatorList;
import org.domcaps.driver.EmulatorOffer;
import org.domcaps.driver.Request;
import org.domcaps.error.DomcapsException;
import org.domcaps.error.ErrorCode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;

/// A host that a driver answers for, so that machine types, aliases and emulators are known.
///
/// Documents are asked for once and kept, so that many definitions of one kind cost one answer. Not
/// for use by several threads.
public final class DriverHost implements HostCapabilities {

    private final String name;
    private final Driver driver;
    private final Release release;
    private final Map<Request, DomainCapabilities> answers = new HashMap<>();
    private Optional<EmulatorList> emulators = Optional.empty();

    /// A host.
    ///
    /// @param name what the host is called
    /// @param release the release of libvirt that shall run the domains
    public DriverHost(String name, Driver driver, Release release) {
        this.name = Objects.requireNonNull(name, "name");
        this.driver = Objects.requireNonNull(driver, "driver");
        this.release = Objects.requireNonNull(release, "release");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Answer answer(DomainDefinition definition) {
        Findings findings = new Findings(definition);
        Node domain = Node.root(definition.domain());
        if (hasStrangeNames(definition, domain, findings)) {
            return new Answer.Nothing(findings.inOrder());
        }
        Request request =
                new Request(
                        definition.emulator(),
                        definition.archName(),
                        definition.machine(),
                        definition.virtTypeName(),
                        Request.defaults().flags(),
                        release);
        return search(definition, domain, request, findings);
    }

    /// Asks; where the host refuses, finds out what is wrong and asks again without it.
    private Answer search(
            DomainDefinition definition, Node domain, Request request, Findings findings) {
        try {
            DomainCapabilities document = ask(request);
            return new Answer.Found(document, machine(document), findings.inOrder());
        } catch (DriverException e) {
            if (request.emulator().isPresent() && isMissing(request.emulator().get())) {
                findings.error(
                        "target.emulator",
                        domain.first("devices/emulator").orElse(domain),
                        "the host has no emulator '" + request.emulator().get() + "'",
                        new Offered("path", paths(definition.arch())));
                return search(definition, domain, withoutEmulator(request), findings);
            }
            return refused(definition, domain, request, e, findings);
        } catch (DomcapsException e) {
            findings.unknown(
                    "target",
                    TargetNodes.osType(domain),
                    "the capabilities could not be found out",
                    new Explanation(e.libvirtMessage()));
            return new Answer.Nothing(findings.inOrder());
        }
    }

    private Answer refused(
            DomainDefinition definition,
            Node domain,
            Request request,
            DriverException refusal,
            Findings findings) {
        List<EmulatorOffer.Slot> slots = slots(request);
        Node type = TargetNodes.osType(domain);
        Explanation words = new Explanation(refusal.libvirtMessage());
        if (request.machine().isPresent()
                && !slots.isEmpty()
                && !has(slots, request.machine().get())) {
            findings.error(
                    "target.machine",
                    type,
                    "the host has no machine type '" + request.machine().get() + "'",
                    new Offered("machine", names(slots)),
                    words);
            Optional<String> like = alike(definition.arch(), request.machine().get(), slots);
            return like.isPresent()
                    ? search(definition, domain, request.withMachine(like.get()), findings)
                    : new Answer.Nothing(findings.inOrder());
        }
        Outcome outcome =
                refusal.code() == ErrorCode.INVALID_ARGUMENT
                                || refusal.code() == ErrorCode.CONFIG_UNSUPPORTED
                        ? Outcome.NO
                        : Outcome.UNKNOWN;
        if (outcome == Outcome.UNKNOWN) {
            findings.unknown("target", type, "the capabilities could not be found out", words);
        } else if (slots.isEmpty()
                && !archs().contains(request.arch().orElse(""))
                && request.arch().isPresent()) {
            findings.error(
                    "target.arch",
                    type,
                    "the host has no emulator for the architecture '" + request.arch().get() + "'",
                    new Offered("arch", archs()),
                    words);
        } else if (slots.isEmpty()) {
            findings.error(
                    "target.virt-type",
                    domain,
                    "the host cannot run virt type '"
                            + request.virtType().orElse("")
                            + "' for this architecture",
                    new Offered("domain", virtTypes(definition.arch())),
                    words);
        } else {
            findings.error("target", type, "the host refuses this target", words);
        }
        return new Answer.Nothing(findings.inOrder());
    }

    private static boolean hasStrangeNames(
            DomainDefinition definition, Node domain, Findings findings) {
        boolean strange = false;
        if (definition.archName().isPresent() && definition.arch().isEmpty()) {
            findings.error(
                    "target.arch",
                    TargetNodes.osType(domain),
                    "there is no architecture '" + definition.archName().get() + "'");
            strange = true;
        }
        if (definition.virtType().isEmpty()) {
            findings.error(
                    "target.virt-type",
                    domain,
                    definition.virtTypeName().isEmpty()
                            ? "the domain has no virt type"
                            : "there is no virt type '" + definition.virtTypeName().get() + "'",
                    new Needs("an attribute such as type='kvm' in <domain>"));
            strange = true;
        }
        return strange;
    }

    private DomainCapabilities ask(Request request) {
        DomainCapabilities known = answers.get(request);
        if (known == null) {
            known = driver.domainCapabilities(request);
            answers.put(request, known);
        }
        return known;
    }

    private static Request withoutEmulator(Request request) {
        return new Request(
                Optional.empty(),
                request.arch(),
                request.machine(),
                request.virtType(),
                request.flags(),
                request.release());
    }

    /// What the emulators are; none if they cannot be listed, since the documents are what counts.
    private EmulatorList emulators() {
        if (emulators.isEmpty()) {
            try {
                emulators = Optional.of(driver.emulators());
            } catch (DomcapsException _) {
                emulators = Optional.of(EmulatorList.complete(List.of()));
            }
        }
        return emulators.get();
    }

    private List<EmulatorOffer> offers() {
        return emulators().offers();
    }

    /// Whether there is no such emulator; one that does not answer is there.
    private boolean isMissing(String path) {
        return offers().stream().noneMatch(offer -> offer.path().equals(path))
                && emulators().faults().stream().noneMatch(fault -> fault.subject().equals(path));
    }

    private Optional<EmulatorOffer.Machine> machine(DomainCapabilities document) {
        for (EmulatorOffer offer : offers()) {
            if (document.path().equals(Optional.of(offer.path()))) {
                for (EmulatorOffer.Slot slot : offer.slots()) {
                    if (document.domain().equals(Optional.of(slot.virtType().xmlName()))) {
                        return slot.machines().stream()
                                .filter(machine ->
                                        document.machine().equals(Optional.of(machine.name())))
                                .findFirst();
                    }
                }
            }
        }
        return Optional.empty();
    }

    private List<EmulatorOffer> forArch(Optional<Arch> arch) {
        return offers().stream()
                .filter(offer -> arch.isEmpty() || offer.archs().contains(arch.get()))
                .toList();
    }

    /// The slots that a request could be about.
    private List<EmulatorOffer.Slot> slots(Request request) {
        List<EmulatorOffer.Slot> slots = new ArrayList<>();
        Optional<VirtType> virtType = request.virtType().flatMap(VirtType::find);
        for (EmulatorOffer offer : forArch(request.arch().flatMap(Arch::find))) {
            boolean wanted =
                    request.emulator().isEmpty() || request.emulator().get().equals(offer.path());
            for (EmulatorOffer.Slot slot : offer.slots()) {
                if (wanted && virtType.equals(Optional.of(slot.virtType()))) {
                    slots.add(slot);
                }
            }
        }
        return slots;
    }

    private static boolean has(List<EmulatorOffer.Slot> slots, String machine) {
        return names(slots).contains(machine);
    }

    /// Every name, aliases before what they stand for.
    private static List<String> names(List<EmulatorOffer.Slot> slots) {
        SequencedSet<String> names = new LinkedHashSet<>();
        for (EmulatorOffer.Slot slot : slots) {
            for (EmulatorOffer.Machine machine : slot.machines()) {
                machine.alias().ifPresent(names::add);
                names.add(machine.name());
            }
        }
        return List.copyOf(names);
    }

    /// The alias of the same kind of machine, to go on with.
    private static Optional<String> alike(
            Optional<Arch> arch, String machine, List<EmulatorOffer.Slot> slots) {
        MachineKind kind = MachineKind.of(arch, machine);
        return names(slots).stream()
                .filter(name -> kind != MachineKind.OTHER && MachineKind.of(arch, name) == kind)
                .findFirst();
    }

    private List<String> paths(Optional<Arch> arch) {
        return forArch(arch).stream().map(EmulatorOffer::path).toList();
    }

    private List<String> archs() {
        SequencedSet<String> names = new LinkedHashSet<>();
        offers().forEach(offer -> offer.archs().forEach(arch -> names.add(arch.xmlName())));
        return List.copyOf(names);
    }

    private List<String> virtTypes(Optional<Arch> arch) {
        SequencedSet<String> names = new LinkedHashSet<>();
        forArch(arch)
                .forEach(offer ->
                        offer.slots().forEach(slot -> names.add(slot.virtType().xmlName())));
        return List.copyOf(names);
    }
}
