package org.domcaps.qemu.explain;

import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.Release;
import org.domcaps.driver.Request;
import org.domcaps.driver.explain.Decision;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.driver.explain.Explanation.Basis;
import org.domcaps.driver.explain.Finding;
import org.domcaps.driver.explain.Kind;
import org.domcaps.qemu.fill.DocumentFiller;
import org.domcaps.qemu.fill.QemuSituation;
import org.domcaps.qemu.rules.Catalogue;
import org.domcaps.qemu.rules.Derivations;
import org.domcaps.qemu.rules.Situation;
import org.domcaps.rule.explain.DetailWitness;
import org.domcaps.rule.explain.RuleExplainer;
import org.domcaps.rule.explain.Witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Explains documents of QEMU. Pure: facts or a document in, values out.
public final class QemuExplainer {

    private static final RuleExplainer<Situation> RULES =
            new RuleExplainer<>("QEMU", Catalogue.instance().table(), Derivations.ROWS);

    private QemuExplainer() {}

    /// Explains what the facts give.
    ///
    /// @param request what was asked for, with what it left open
    /// @param assumedHost whether nobody gave facts of a host, so that those of the situation
    ///   describe a host without anything
    public static Explanation explain(
            QemuSituation situation, Request request, boolean assumedHost) {
        DomainCapabilities document = DocumentFiller.fill(situation);
        VirtTypeFindings virtTypes = new VirtTypeFindings(situation, assumedHost);
        MachineFindings machines = new MachineFindings(situation.qemu(), situation.target());
        FirmwareFindings firmware = new FirmwareFindings(situation);
        CpuFindings cpus = new CpuFindings(situation);
        List<Finding> findings = new ArrayList<>();
        findings.addAll(virtTypes.all());
        findings.addAll(machines.all());
        findings.addAll(firmware.descriptors());
        DetailWitness details = new FactsDetails(situation, request, assumedHost);
        Release release = situation.release();
        findings.addAll(RULES.details(document, Optional.empty(), List.of(), release, details));
        Witness<Situation> witness = new FactsWitness(situation, assumedHost);
        for (Element element : Element.values()) {
            List<Finding> part = RULES.part(element, release, witness);
            List<Decision> around = part.getFirst().decisions();
            findings.addAll(part);
            findings.addAll(named(element, firmware, cpus));
            findings.addAll(
                    RULES.details(document, Optional.of(element), around, release, details));
        }
        List<Finding> attributes = new ArrayList<>(findings);
        attributes.removeIf(finding -> finding.kind() != Kind.ATTRIBUTE);
        findings.removeIf(finding -> finding.kind() == Kind.ATTRIBUTE);
        return new Explanation(
                document,
                release,
                Basis.FACTS,
                findings,
                attributes,
                List.of(virtTypes.unlisted(), machines.unlisted(), cpus.unlisted()),
                notes(assumedHost));
    }

    /// What an element holds that is called by names which no format lists.
    private static List<Finding> named(
            Element element, FirmwareFindings firmware, CpuFindings cpus) {
        return switch (element) {
            case LOADER -> firmware.loaders();
            case HOST_MODEL -> cpus.hostModel();
            case CUSTOM -> cpus.models();
            default -> List.of();
        };
    }

    private static List<String> notes(boolean assumedHost) {
        return assumedHost
                ? List.of(
                        "no facts of a host were given, so everything that depends on the host"
                                + " counts as missing (--host-facts)")
                : List.of();
    }

    /// Explains a document of which nothing but itself is at hand: what is there is read out of it,
    /// and of the rules just those parts are decided that are about what was asked.
    ///
    /// @param release the release that the document is from
    public static Explanation explain(DomainCapabilities document, Release release) {
        return RULES.byDocument(document, release, new RequestWitness(document));
    }
}
