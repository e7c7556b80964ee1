package org.domcaps.qemu.explain;

import org.domcaps.driver.Target;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Truth;
import org.domcaps.qemu.Machine;
import org.domcaps.qemu.fill.QemuSituation;
import org.domcaps.qemu.rules.FirmwareFact;
import org.domcaps.qemu.rules.HostFact;
import org.domcaps.qemu.rules.QemuCondition;
import org.domcaps.qemu.rules.Situation;
import org.domcaps.rule.Condition;
import org.domcaps.rule.Evidence;
import org.domcaps.rule.explain.Witness;

import java.util.ArrayList;
import java.util.List;

/// Knows the facts of an emulator and a host: the same that fill documents.
final class FactsWitness implements Witness<Situation> {

    private final QemuSituation situation;
    private final HostSightings host;

    FactsWitness(QemuSituation situation, boolean assumedHost) {
        this.situation = situation;
        this.host = new HostSightings(situation.hostFacts(), assumedHost);
    }

    @Override
    public Truth truth(Condition.Fact<Situation> condition) {
        // Filling stops at the first part that decides, so a rule can name facts that no document
        // needed; all parts are looked at here.
        return condition instanceof QemuCondition.Host(HostFact fact) && !host.knows(fact)
                ? Truth.UNKNOWN
                : Truth.of(condition.isTrue(situation));
    }

    @Override
    public String seen(Condition.Fact<Situation> condition, Evidence evidence) {
        if (condition instanceof QemuCondition.Host(HostFact fact)) {
            return host.seen(fact, evidence.place());
        }
        boolean holds = condition.isTrue(situation);
        return switch (evidence.source()) {
            case EMULATOR -> reply(condition, evidence, holds);
            case HOST -> situation.hostArch().xmlName();
            case FIRMWARE -> holds ? "found in a descriptor that matches" : "in none that matches";
            case REQUEST -> asked(evidence.place());
            case DOCUMENT -> holds ? "there" : "none";
        };
    }

    private String reply(Condition.Fact<Situation> condition, Evidence evidence, boolean holds) {
        if (evidence.place().equals("query-target")) {
            return situation.qemu().arch().xmlName();
        }
        return switch (condition) {
            case QemuCondition.SevTold _, QemuCondition.SgxTold _ -> holds ? "answered" : "refused";
            case QemuCondition.HostModelFound _ ->
                    situation.hostModel().map(model -> model.model()).orElse("no model found");
            case QemuCondition.CpuModelsFound _ ->
                    situation.customModels().size() + " models that libvirt knows";
            case QemuCondition.Enlightenment _, QemuCondition.AnyEnlightenment _ ->
                    holds ? "switched on" : "not switched on";
            default -> holds ? "listed" : "not listed";
        };
    }

    private String asked(String place) {
        Target target = situation.target();
        return switch (place) {
            case "machine" -> target.machine().orElse("none");
            case "arch" -> target.arch().xmlName();
            default -> target.virtType().xmlName();
        };
    }

    @Override
    public Remedy remedy(Condition.Fact<Situation> condition, Truth wanted) {
        if (wanted == Truth.YES && condition instanceof QemuCondition.Host(HostFact fact)) {
            return host.remedy(fact);
        }
        if (wanted == Truth.YES && condition instanceof QemuCondition.SevTold) {
            return host.remedy(HostFact.SEV_ENABLED);
        }
        if (wanted == Truth.YES && condition instanceof QemuCondition.Firmware(FirmwareFact fact)) {
            return firmware(fact);
        }
        if (wanted == Truth.YES
                && condition instanceof QemuCondition.Enlightenment
                && situation.qemu().hardware().isEmpty()) {
            return Remedies.accelerated();
        }
        if (condition instanceof QemuCondition.HostModelFound
                && !situation.qemu().arch().isNativeOn(situation.hostArch())) {
            return Remedies.request("use an emulator of the host's own architecture");
        }
        return Remedies.of(condition, wanted, about());
    }

    /// Other firmware, or another machine type that the host has such firmware for.
    private Remedy firmware(FirmwareFact fact) {
        Target target = situation.target();
        List<Remedy> ways = new ArrayList<>();
        for (Machine machine : situation.qemu().slot(target.virtType()).machines().list()) {
            // Those with an alias are the newest of their kinds; the older ones add nothing.
            if (machine.alias().isPresent()
                    && QemuSituation.offers(
                            situation
                                    .hostFacts()
                                    .firmware()
                                    .offer(target.arch(), machine.name(), situation.release()),
                            fact)) {
                ways.add(
                        Remedies.request(
                                "ask about a machine type that the host has such firmware for:"
                                        + " --machine "
                                        + machine.alias().get()));
                break;
            }
        }
        ways.add(Remedies.of(new QemuCondition.Firmware(fact), Truth.YES, about()));
        return Remedy.oneOf(ways).orElseThrow();
    }

    private String about() {
        Target target = situation.target();
        return target.arch().xmlName() + target.machine().map(name -> " and " + name).orElse("");
    }
}
