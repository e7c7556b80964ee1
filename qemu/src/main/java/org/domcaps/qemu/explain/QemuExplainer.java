package org.domcaps.qemu.explain;

import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.Release;
import org.domcaps.driver.explain.DocumentFindings;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.driver.explain.Explanation.Basis;
import org.domcaps.driver.explain.Finding;
import org.domcaps.qemu.fill.DocumentFiller;
import org.domcaps.qemu.fill.QemuSituation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Explains documents of QEMU. Pure: facts or a document in, values out.
public final class QemuExplainer {

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
        PartFindings parts = new PartFindings(new FactsWitness(situation, assumedHost));
        List<Finding> findings = new ArrayList<>();
        findings.addAll(virtTypes.all());
        findings.addAll(machines.all());
        findings.addAll(firmware.descriptors());
        for (Element element : Element.values()) {
            findings.addAll(parts.of(element));
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
        Explanation plain = DocumentFindings.explain(document, release);
        Map<String, Finding> ruled = new HashMap<>();
        PartFindings parts = new PartFindings(new DocumentWitness(document, release));
        for (Element element : Element.values()) {
            for (Finding finding : parts.of(element)) {
                ruled.put(finding.path(), finding);
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : plain.findings()) {
            findings.add(
                    Optional.ofNullable(ruled.get(finding.path()))
                            .map(rules -> joined(finding, rules))
                            .orElse(finding));
        }
        return new Explanation(
                document,
                release,
                Basis.DOCUMENT,
                findings,
                plain.unlisted(),
                List.of(
                        "only the document is at hand: what it says is told, which rules decide it,"
                                + " and what follows from that; of what is missing, everything that"
                                + " it could lack is named"));
    }

    private static Finding joined(Finding answer, Finding rules) {
        return new Finding(
                answer.path(),
                answer.kind(),
                answer.there(),
                rules.decisions(),
                answer.blocking(),
                answer.notes());
    }
}
