package org.domcaps.qemu.explain;

import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.Release;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.driver.explain.Explanation.Basis;
import org.domcaps.driver.explain.Finding;
import org.domcaps.qemu.fill.DocumentFiller;
import org.domcaps.qemu.fill.QemuSituation;
import org.domcaps.qemu.rules.Catalogue;
import org.domcaps.qemu.rules.Situation;
import org.domcaps.rule.explain.RuleExplainer;
import org.domcaps.rule.explain.Witness;

import java.util.ArrayList;
import java.util.List;

/// Explains documents of QEMU. Pure: facts or a document in, values out.
public final class QemuExplainer {

    private static final RuleExplainer<Situation> RULES =
            new RuleExplainer<>("QEMU", Catalogue.instance().table());

    private QemuExplainer() {}

    /// Explains what the facts give.
    ///
    /// @param assumedHost whether nobody gave facts of a host, so that those of the situation
    ///   describe a host without anything
    public static Explanation explain(QemuSituation situation, boolean assumedHost) {
        VirtTypeFindings virtTypes = new VirtTypeFindings(situation, assumedHost);
        MachineFindings machines = new MachineFindings(situation.qemu(), situation.target());
        FirmwareFindings firmware = new FirmwareFindings(situation);
        CpuFindings cpus = new CpuFindings(situation);
        Witness<Situation> witness = new FactsWitness(situation, assumedHost);
        List<Finding> findings = new ArrayList<>();
        findings.addAll(virtTypes.all());
        findings.addAll(machines.all());
        findings.addAll(firmware.descriptors());
        for (Element element : Element.values()) {
            findings.addAll(RULES.part(element, situation.release(), witness));
            switch (element) {
                case LOADER -> findings.addAll(firmware.loaders());
                case HOST_MODEL -> findings.addAll(cpus.hostModel());
                case CUSTOM -> findings.addAll(cpus.models());
                default -> {
                    // Holds nothing else that has a name.
                }
            }
        }
        return new Explanation(
                DocumentFiller.fill(situation),
                situation.release(),
                Basis.FACTS,
                findings,
                List.of(virtTypes.unlisted(), machines.unlisted(), cpus.unlisted()),
                assumedHost
                        ? List.of(
                                "no facts of a host were given, so everything that depends on the"
                                        + " host counts as missing (--host-facts)")
                        : List.of());
    }

    /// Explains a document of which nothing but itself is at hand: what is there is read out of it,
    /// and of the rules just those parts are decided that are about what was asked.
    ///
    /// @param release the release that the document is from
    public static Explanation explain(DomainCapabilities document, Release release) {
        return RULES.byDocument(document, release, new RequestWitness(document));
    }
}
