package org.domcaps.qemu.driver;

import org.domcaps.cpu.CpuFamilies;
import org.domcaps.cpu.CpuFamily;
import org.domcaps.cpu.Expansion;
import org.domcaps.cpu.ExpansionProperty;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.VirtType;
import org.domcaps.driver.Driver;
import org.domcaps.driver.EmulatorFault;
import org.domcaps.driver.EmulatorList;
import org.domcaps.driver.EmulatorOffer;
import org.domcaps.driver.Request;
import org.domcaps.driver.Target;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.error.DomcapsException;
import org.domcaps.host.HostFacts;
import org.domcaps.host.HostPart;
import org.domcaps.qemu.Machine;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.explain.QemuExplainer;
import org.domcaps.qemu.fill.DocumentFiller;
import org.domcaps.qemu.fill.HostNeeds;
import org.domcaps.qemu.fill.QemuSituation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Answers for the QEMU binaries of a source on the host of a source.
public final class QemuDriver implements Driver {

    /// What no document of that request needs, but says why it is as it is.
    private static final Set<HostPart> MORE_TO_EXPLAIN =
            Set.of(HostPart.KVM, HostPart.RAW_CPU, HostPart.SEV_GUESTS);

    private final EmulatorSource emulators;
    private final HostSource host;

    /// A driver over these sources.
    public QemuDriver(EmulatorSource emulators, HostSource host) {
        this.emulators = emulators;
        this.host = host;
    }

    @Override
    public DomainCapabilities domainCapabilities(Request request) {
        return DocumentFiller.fill(situation(request));
    }

    @Override
    public Explanation explain(Request request) {
        return QemuExplainer.explain(
                situation(request, MORE_TO_EXPLAIN), request, host.isAssumed());
    }

    /// The request with everything decided and all facts that the rules look at.
    ///
    /// @throws org.domcaps.error.DomcapsException as [#domainCapabilities]
    public QemuSituation situation(Request request) {
        return situation(request, Set.of());
    }

    /// @param more parts of the host that are looked at if they can be had
    private QemuSituation situation(Request request, Set<HostPart> more) {
        TargetResolver.Resolved resolved = TargetResolver.resolve(emulators, host.arch(), request);
        Target target = resolved.target();
        Set<HostPart> parts =
                HostNeeds.of(
                        resolved.facts(), host.arch(), target, request.flags(), request.release());
        HostFacts facts = host.facts(parts, more);
        if (target.virtType() == VirtType.KVM) {
            facts.kvm().require();
        }
        return new QemuSituation(
                resolved.facts(), facts, target, request.flags(), request.release());
    }

    /// The CPU features that the emulator has a switch for, in libvirt's names and the order of the
    /// emulator's answer, whether or not they can be had on this host: what libvirt limits
    /// baselines to. Empty if the emulator did not describe the host's CPU under the virt type.
    ///
    /// @param migratable whether those are left out that keep a guest from being migrated
    /// @throws org.domcaps.error.DomcapsException as [#domainCapabilities]
    public Optional<List<String>> cpuSwitches(Request request, boolean migratable) {
        TargetResolver.Resolved resolved = TargetResolver.resolve(emulators, host.arch(), request);
        QemuFacts facts = resolved.facts();
        Optional<CpuFamily> family = CpuFamilies.of(facts.arch(), request.release());
        Optional<Expansion> expansion = facts.slot(resolved.target().virtType()).hostCpu();
        if (family.isEmpty() || expansion.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        for (ExpansionProperty property : expansion.get().properties()) {
            if (!migratable || property.migratable() != ExpansionProperty.Migratable.NO) {
                names.add(family.get().featureName(property.name()));
            }
        }
        return Optional.of(names);
    }

    @Override
    public EmulatorList emulators() {
        List<EmulatorOffer> offers = new ArrayList<>();
        List<EmulatorFault> faults = new ArrayList<>();
        for (String path : emulators.emulators()) {
            try {
                offers.add(offer(path, emulators.facts(path)));
            } catch (DomcapsException e) {
                faults.add(emulators.fault(path, e));
            }
        }
        return new EmulatorList(offers, faults);
    }

    private EmulatorOffer offer(String path, QemuFacts facts) {
        List<EmulatorOffer.Slot> slots = new ArrayList<>();
        facts.hardware().ifPresent(hardware -> slots.add(slot(facts, hardware.virtType())));
        if (facts.tcg()) {
            slots.add(slot(facts, VirtType.QEMU));
        }
        boolean isDefault =
                emulators
                        .defaultEmulator(host.arch(), facts.arch())
                        .filter(path::equals)
                        .isPresent();
        return new EmulatorOffer(
                path,
                facts.version().toString(),
                TargetResolver.guests(facts.arch()),
                facts.naturalVirtType(),
                isDefault,
                slots);
    }

    private static EmulatorOffer.Slot slot(QemuFacts facts, VirtType virtType) {
        List<EmulatorOffer.Machine> machines = new ArrayList<>();
        for (Machine machine : facts.slot(virtType).machines().list()) {
            machines.add(
                    new EmulatorOffer.Machine(
                            machine.name(),
                            machine.alias(),
                            machine.maxCpus(),
                            machine.deprecated(),
                            machines.isEmpty()));
        }
        return new EmulatorOffer.Slot(virtType, machines);
    }
}
