package org.domcaps.qemu.explain;

import org.domcaps.document.VirtType;
import org.domcaps.driver.Target;
import org.domcaps.driver.explain.Decision;
import org.domcaps.driver.explain.Finding;
import org.domcaps.driver.explain.Kind;
import org.domcaps.driver.explain.Observation;
import org.domcaps.driver.explain.Observation.Source;
import org.domcaps.driver.explain.Proof;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Truth;
import org.domcaps.qemu.Accelerator;
import org.domcaps.qemu.Machine;
import org.domcaps.qemu.Machines;
import org.domcaps.qemu.QemuFacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The findings about machine types: those that the binary lists under the virt type, and those
/// that it lists under another one only.
final class MachineFindings {

    private final QemuFacts qemu;
    private final Target target;

    MachineFindings(QemuFacts qemu, Target target) {
        this.qemu = qemu;
        this.target = target;
    }

    List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        Machines here = qemu.slot(target.virtType()).machines();
        for (Machine machine : here.list()) {
            add(findings, machine, Optional.empty());
        }
        for (Accelerator accelerator : Accelerator.values()) {
            if (accelerator != Accelerator.of(target.virtType())) {
                for (Machine machine : qemu.slot(accelerator).machines().list()) {
                    if (here.find(machine.name()).isEmpty()) {
                        add(findings, machine, Optional.of(accelerator.virtType()));
                    }
                }
            }
        }
        return findings;
    }

    /// Any other name.
    Finding unlisted() {
        return Finding.of(
                Kind.MACHINE.prefix(),
                Kind.MACHINE,
                List.of(decision("that machine type", Truth.NO, Optional.empty())),
                List.of());
    }

    private void add(List<Finding> findings, Machine machine, Optional<VirtType> elsewhere) {
        Finding finding =
                Finding.of(
                        Kind.MACHINE.path(machine.name()),
                        Kind.MACHINE,
                        List.of(decision(machine.name(), Truth.of(elsewhere.isEmpty()), elsewhere)),
                        notes(machine));
        findings.add(finding);
        machine.alias()
                .ifPresent(alias ->
                        findings.add(
                                new Finding(
                                        Kind.MACHINE.path(alias),
                                        Kind.MACHINE,
                                        finding.there(),
                                        finding.decisions(),
                                        Optional.empty(),
                                        notes(machine, alias))));
    }

    private List<String> notes(Machine machine, String alias) {
        List<String> notes = new ArrayList<>();
        notes.add(alias + " is an alias of " + machine.name());
        notes.addAll(notes(machine));
        return notes;
    }

    private List<String> notes(Machine machine) {
        List<String> notes = new ArrayList<>();
        if (machine.maxCpus() > 0) {
            notes.add("up to " + machine.maxCpus() + " virtual CPUs");
        }
        if (target.machine().filter(machine.name()::equals).isPresent()) {
            notes.add("this explanation is about it");
        }
        if (machine.deprecated()) {
            notes.add("QEMU advises against it (deprecated)");
        }
        return notes;
    }

    private Decision decision(String name, Truth truth, Optional<VirtType> elsewhere) {
        String type = target.virtType().xmlName();
        Optional<Remedy> change =
                switch (truth) {
                    case YES -> Optional.empty();
                    case NO, UNKNOWN ->
                            Optional.of(
                                    elsewhere
                                            .<Remedy>map(other ->
                                                    Remedies.request(
                                                            "ask about the virt type "
                                                                    + other.xmlName()
                                                                    + " (--virttype)"))
                                            .orElseGet(() ->
                                                    Remedies.emulator(
                                                            "use a QEMU that has the machine"
                                                                    + " type")));
                };
        String seen =
                elsewhere
                        .map(other -> "listed under " + other.xmlName() + " only")
                        .orElse(truth == Truth.YES ? "listed" : "not listed");
        return Decision.always(
                target.emulator() + " has " + name,
                new Proof.Fact(
                        "QEMU lists " + name + " under " + type,
                        truth,
                        List.of(
                                new Observation(
                                        Source.EMULATOR, "query-machines", "name or alias", seen)),
                        change));
    }
}
