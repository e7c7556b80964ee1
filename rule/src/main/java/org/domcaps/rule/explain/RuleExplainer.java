package org.domcaps.rule.explain;

import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.Release;
import org.domcaps.driver.explain.DocumentFindings;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.driver.explain.Explanation.Basis;
import org.domcaps.driver.explain.Finding;
import org.domcaps.rule.RuleTable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Explains the documents of one hypervisor by its rules. Pure: facts or a document in, values out.
///
/// @param <F> what the hypervisor's facts are read from
/// @param hypervisor its name, as the middle of the sentence "… documents never say so"
/// @param table its rules
public record RuleExplainer<F>(String hypervisor, RuleTable<F> table) {

    /// Checks.
    public RuleExplainer {
        Objects.requireNonNull(hypervisor, "hypervisor");
        Objects.requireNonNull(table, "table");
    }

    /// The findings about one element, its enums and their values, itself first.
    ///
    /// @param release the release whose rows count
    public List<Finding> part(Element element, Release release, Witness<F> witness) {
        return new PartFindings<>(hypervisor, table, release, witness).of(element);
    }

    /// Explains a document by the facts that it was made from: the rules decide what is told of its
    /// parts, and the document what else it holds.
    ///
    /// @param release the release whose rows count
    public Explanation byFacts(DomainCapabilities document, Release release, Witness<F> witness) {
        Explanation plain = DocumentFindings.explain(document, release);
        Map<String, Finding> ruled = parts(release, witness);
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : plain.findings()) {
            findings.add(ruled.getOrDefault(finding.path(), finding));
        }
        return new Explanation(
                document, release, Basis.FACTS, findings, plain.unlisted(), List.of());
    }

    /// Explains a document of which nothing but itself is at hand: what is there is read out of it,
    /// and of the rules just those parts are decided that are about what was asked, or that follow
    /// from what the document says.
    ///
    /// @param release the release that the document is from
    /// @param asked knows what follows from what was asked for, and nothing else
    public Explanation byDocument(DomainCapabilities document, Release release, Witness<F> asked) {
        Explanation plain = DocumentFindings.explain(document, release);
        Map<String, Finding> ruled =
                parts(release, new DocumentWitness<>(table, document, release, asked));
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : plain.findings()) {
            Finding rules = ruled.get(finding.path());
            findings.add(rules == null ? finding : joined(finding, rules));
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

    private Map<String, Finding> parts(Release release, Witness<F> witness) {
        Map<String, Finding> ruled = new HashMap<>();
        for (Element element : Element.values()) {
            for (Finding finding : part(element, release, witness)) {
                ruled.put(finding.path(), finding);
            }
        }
        return ruled;
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
