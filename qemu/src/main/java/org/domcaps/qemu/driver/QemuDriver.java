package org.domcaps.qemu.driver;

import org.domcaps.document.Arch;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.VirtType;
import org.domcaps.driver.Driver;
import org.domcaps.driver.EmulatorOffer;
import org.domcaps.driver.Request;
import org.domcaps.driver.Target;
import org.domcaps.host.HostFacts;
import org.domcaps.host.HostPart;
import org.domcaps.qemu.Machine;
import org.domcaps.qemu.QemuFacts;
import org.domcaps.qemu.fill.DocumentFiller;
import org.domcaps.qemu.fill.HostNeeds;
import org.domcaps.qemu.fill.QemuSituation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Answers for the QEMU binaries of a source on the host of a source.
public final class QemuDriver implements Driver {

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

    /// The request with everything decided and all facts that the rules look at.
    ///
    /// @throws org.domcaps.error.DomcapsException as [#domainCapabilities]
    public QemuSituation situation(Request request) {
        TargetResolver.Resolved resolved = TargetResolver.resolve(emulators, host.arch(), request);
        Target target = resolved.target();
        Set<HostPart> parts =
                HostNeeds.of(
                        resolved.facts(), host.arch(), target, request.flags(), request.release());
        HostFacts facts = host.facts(parts);
        if (target.virtType() == VirtType.KVM) {
            facts.kvm().require();
        }
        return new QemuSituation(
                resolved.facts(), facts, target, request.flags(), request.release());
    }

    @Override
    public List<EmulatorOffer> emulators() {
        List<EmulatorOffer> offers = new ArrayList<>();
        for (String path : emulators.emulators()) {
            offers.add(offer(path, emulators.facts(path)));
        }
        return offers;
    }

    private EmulatorOffer offer(String path, QemuFacts facts) {
        List<Arch> archs = new ArrayList<>();
        archs.add(facts.arch());
        for (Arch arch : Arch.values()) {
            if (arch != facts.arch() && TargetResolver.strictlySupports(facts.arch(), arch)) {
                archs.add(arch);
            }
        }
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
                path, facts.version().toString(), archs, facts.naturalVirtType(), isDefault, slots);
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
