package org.domcaps.decide.migrate;

import org.domcaps.cpu.CpuDefinition;
import org.domcaps.cpu.CpuDefinitionReader;
import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.CpuFamily;
import org.domcaps.cpu.CpuFeature;
import org.domcaps.cpu.CpuMatch;
import org.domcaps.cpu.CpuMode;
import org.domcaps.cpu.GuestCpu;
import org.domcaps.cpu.MaxPhysAddr;
import org.domcaps.decide.CpuFeatures;
import org.domcaps.decide.Judgement;
import org.domcaps.decide.MachineType;
import org.domcaps.decide.Outcome;
import org.domcaps.decide.Reason;
import org.domcaps.decide.check.DocumentsHost;
import org.domcaps.decide.check.DomainCheck;
import org.domcaps.decide.check.DomainDefinition;
import org.domcaps.decide.cpu.CpuComparer;
import org.domcaps.decide.cpu.CpuComparison;
import org.domcaps.decide.cpu.CpuOffer;
import org.domcaps.decide.cpu.KnownNames;
import org.domcaps.document.Arch;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.FeaturePolicy;
import org.domcaps.error.DomcapsException;
import org.domcaps.xml.XmlElement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Judges whether a domain can move to, or be started on, a host that is known by its document.
///
/// Devices, firmware, TPM, confidential modes and everything else that a document speaks of are
/// judged by [DomainCheck]; CPU and machine type are judged here, because they depend on the host
/// that the guest runs on.
public final class DomainMigration {

    private static final String CPU_IDS = "cpu.";
    private static final List<String> OTHER_CPU_IDS =
            List.of("cpu.topology", "cpu.maxphysaddr", "cpu.definition");

    private final DomainDefinition domain;
    private final Optional<DomainCapabilities> source;
    private final ProfileJudge machines;

    /// A domain that wants to move.
    ///
    /// @param source the document of the host it runs on; absent if it runs nowhere
    /// @param newestMachines whether each document is about the newest version of its machine
    public DomainMigration(
            DomainDefinition domain, Optional<DomainCapabilities> source, boolean newestMachines) {
        this.domain = domain;
        this.source = source;
        this.machines = new ProfileJudge(new ProfileIndex(), newestMachines);
    }

    /// Everything that is to be said about a move to a host; nothing stands in the way if
    /// [Judgement#together] of it is yes.
    ///
    /// @param name what messages call the host
    public List<Judgement> judge(String name, DomainCapabilities target) {
        List<Judgement> found = new ArrayList<>();
        for (Judgement judgement :
                DomainCheck.check(domain, new DocumentsHost(name, List.of(target)))) {
            if (!isJudgedHere(judgement)) {
                found.add(judgement);
            }
        }
        machine(target).ifPresent(found::add);
        cpu(target, found);
        return found;
    }

    private static boolean isJudgedHere(Judgement judgement) {
        String id = judgement.id();
        return id.startsWith("target.machine") && !id.equals("target.machine.deprecated")
                || id.startsWith(CPU_IDS) && OTHER_CPU_IDS.stream().noneMatch(id::startsWith);
    }

    /// The machine type as the source resolves it.
    private Optional<Judgement> machine(DomainCapabilities target) {
        Optional<String> wanted = domain.machine();
        if (wanted.isPresent() && !MachineType.parse(wanted.get()).isVersioned()) {
            MachineType alias = MachineType.parse(wanted.get());
            Optional<String> resolved =
                    source.flatMap(DomainCapabilities::machine)
                            .filter(name -> MachineType.parse(name).isSameFamily(alias));
            if (resolved.isEmpty()) {
                // Runs nowhere: the alias means whatever the target has of that family.
                boolean known =
                        target.machine()
                                .filter(name -> MachineType.parse(name).isSameFamily(alias))
                                .isPresent();
                return known
                        ? Optional.empty()
                        : Optional.of(
                                machines.explainMachine(Outcome.UNKNOWN, wanted, target.machine()));
            }
            wanted = resolved;
        } else if (wanted.isEmpty()) {
            wanted = source.flatMap(DomainCapabilities::machine);
            if (wanted.isEmpty()) {
                return Optional.empty();
            }
        }
        Outcome outcome = machines.machine(wanted, target.machine());
        return outcome == Outcome.YES
                ? Optional.empty()
                : Optional.of(machines.explainMachine(outcome, wanted, target.machine()));
    }

    private void cpu(DomainCapabilities target, List<Judgement> found) {
        Optional<XmlElement> element = domain.domain().child("cpu");
        if (element.isEmpty()) {
            return;
        }
        GuestCpu guest;
        try {
            guest = CpuDefinitionReader.readGuest(element.get());
        } catch (DomcapsException _) {
            // The check has said so already.
            return;
        }
        CpuOffer to = CpuOffer.of(target);
        Optional<CpuDefinition> wanted = settled(guest, to.arch());
        if (wanted.isEmpty()) {
            found.add(
                    ProfileJudge.judgement(
                            Axis.CPU.id(),
                            Outcome.UNKNOWN,
                            "cpu",
                            "what mode "
                                    + guest.mode().xmlName()
                                    + " stands for depends on the host that the guest runs on, and"
                                    + " its document is not given",
                            List.of()));
            return;
        }
        CpuComparison comparison =
                new CpuComparer(false, to.arch().orElse(Arch.X86_64)).compare(to, wanted.get());
        compared(guest, to, comparison, found);
        addressBits(guest, to, found);
    }

    private void compared(
            GuestCpu guest, CpuOffer to, CpuComparison comparison, List<Judgement> found) {
        switch (comparison.relation().runs()) {
            case YES -> {
                boolean hostCpu = guest.mode() == CpuMode.HOST_PASSTHROUGH;
                boolean another =
                        source.isPresent()
                                && !source.map(CpuOffer::of)
                                        .flatMap(CpuOffer::cpu)
                                        .equals(to.cpu());
                if (hostCpu && another) {
                    found.add(
                            ProfileJudge.judgement(
                                    Axis.CPU.id(),
                                    Outcome.UNKNOWN,
                                    "cpu",
                                    "the target's processor has more than the host's, and with mode"
                                            + " host-passthrough the guest may see them after the"
                                            + " move",
                                    List.of(
                                            new Remedy(
                                                    "cpu-model",
                                                    "start the guest with mode host-model",
                                                    List.of(CpuMode.HOST_MODEL.xmlName())))));
                }
            }
            case NO ->
                    found.add(
                            comparison.missing().isEmpty()
                                    ? ProfileJudge.judgement(
                                            Axis.CPU.id(),
                                            Outcome.NO,
                                            "cpu",
                                            comparison.reason(),
                                            List.of())
                                    : ProfileJudge.lacking(comparison.missing()));
            case UNKNOWN ->
                    found.add(
                            ProfileJudge.judgement(
                                    Axis.CPU.id(),
                                    Outcome.UNKNOWN,
                                    "cpu",
                                    comparison.reason(),
                                    unknownNames(comparison)));
        }
    }

    private static List<Reason> unknownNames(CpuComparison comparison) {
        List<Reason> reasons = new ArrayList<>();
        CpuFeatures.add(reasons, CpuFeatures.Role.NOT_IN_MAP, comparison.unknown());
        return reasons;
    }

    /// The CPU that the guest has on its host; absent if that cannot be known.
    private Optional<CpuDefinition> settled(GuestCpu guest, Optional<Arch> arch) {
        boolean byHost =
                switch (guest.mode()) {
                    case HOST_MODEL, HOST_PASSTHROUGH, MAXIMUM -> true;
                    case CUSTOM ->
                            guest.effectiveMatch() == CpuMatch.MINIMUM
                                    && guest.modelName().isPresent();
                };
        if (!byHost) {
            return Optional.of(guest);
        }
        Optional<CpuDefinition> host = source.map(CpuOffer::of).flatMap(CpuOffer::cpu);
        if (host.isEmpty()) {
            // A definition that runs nowhere is settled by the target.
            return source.isEmpty() ? Optional.of(guest) : Optional.empty();
        }
        Optional<CpuFamily> family =
                arch.flatMap(known -> CpuFamilies.of(known, CpuOffer.mapRelease()));
        if (family.isEmpty()) {
            return host;
        }
        try {
            KnownNames names = KnownNames.of(family.get(), host.get());
            CpuDefinition lasting = family.get().operations().migratable(names.cpu());
            GuestCpu open =
                    guest.mode() == CpuMode.HOST_PASSTHROUGH || guest.mode() == CpuMode.MAXIMUM
                            ? hostModel(guest)
                            : guest;
            GuestCpu settled = family.get().operations().update(open, lasting);
            return Optional.of(withFeatures(settled, names.unknownShown(host.get())));
        } catch (DomcapsException _) {
            return Optional.empty();
        }
    }

    /// The CPU with features that the map does not know, so that a target is asked for them too.
    private static GuestCpu withFeatures(GuestCpu guest, List<String> names) {
        List<CpuFeature> features = new ArrayList<>(guest.features());
        for (String name : names) {
            if (features.stream().noneMatch(feature -> feature.name().equals(name))) {
                features.add(CpuFeature.of(name, FeaturePolicy.REQUIRE));
            }
        }
        return guest.withFeatures(features);
    }

    /// The mode that names what the host has.
    private static GuestCpu hostModel(GuestCpu guest) {
        return new GuestCpu(
                CpuMode.HOST_MODEL,
                guest.match(),
                guest.check(),
                guest.model(),
                guest.vendor(),
                guest.topology(),
                guest.maxPhysAddr(),
                guest.features());
    }

    /// A guest with the host's address size needs as much on the target.
    private void addressBits(GuestCpu guest, CpuOffer to, List<Judgement> found) {
        Optional<MaxPhysAddr> size = guest.maxPhysAddr();
        boolean ofHost =
                size.map(told -> told.mode() == MaxPhysAddr.Mode.PASSTHROUGH)
                        .orElse(
                                guest.mode() == CpuMode.HOST_PASSTHROUGH
                                        || guest.mode() == CpuMode.HOST_MODEL);
        OptionalInt from =
                source.map(CpuOffer::of).map(CpuOffer::addressBits).orElseGet(OptionalInt::empty);
        if (!ofHost || from.isEmpty() || to.addressBits().isEmpty()) {
            return;
        }
        int limit =
                size.map(MaxPhysAddr::limit).orElseGet(OptionalInt::empty).orElse(from.getAsInt());
        int bits = Math.min(from.getAsInt(), limit);
        if (to.addressBits().getAsInt() < bits) {
            found.add(ProfileJudge.bitsTooFew(bits, to.addressBits().getAsInt()));
        }
    }
}
