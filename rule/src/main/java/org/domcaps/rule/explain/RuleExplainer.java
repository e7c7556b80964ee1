package org.domcaps.rule.explain;

import org.domcaps.document.DocumentDetail;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Element;
import org.domcaps.document.Release;
import org.domcaps.driver.explain.Decision;
import org.domcaps.driver.explain.DocumentFindings;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.driver.explain.Explanation.Basis;
import org.domcaps.driver.explain.Finding;
import org.domcaps.rule.Derivation;
import org.domcaps.rule.RuleTable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Explains the documents of one hypervisor by its rules. Pure: facts or a document in, values out.
///
/// @param <F> what the hypervisor's facts are read from
/// @param hypervisor its name, as the middle of the sentence "… documents never say so"
/// @param table its rules
/// @param derivations where everything comes from that its documents hold besides
public record RuleExplainer<F>(
        String hypervisor, RuleTable<F> table, List<Derivation> derivations) {

    /// Checks and copies.
    public RuleExplainer {
        Objects.requireNonNull(hypervisor, "hypervisor");
        Objects.requireNonNull(table, "table");
        derivations = List.copyOf(derivations);
    }

    /// The findings about one element, its enums and their values, itself first.
    ///
    /// @param release the release whose rows count
    public List<Finding> part(Element element, Release release, Witness<F> witness) {
        return new PartFindings<>(hypervisor, table, release, witness).of(element);
    }

    /// The findings about what an element, or the head of a document, holds besides enums, decided
    /// by facts.
    ///
    /// @param element absent for the head
    /// @param around the decisions of the element; none for the head
    /// @param release the release whose rows count
    public List<Finding> details(
            DomainCapabilities document,
            Optional<Element> element,
            List<Decision> around,
            Release release,
            DetailWitness witness) {
        DetailFindings details = new DetailFindings(hypervisor, derivations, release, witness);
        List<Finding> findings = new ArrayList<>();
        for (DocumentDetail detail : DocumentDetail.of(document, element)) {
            findings.add(details.byFacts(detail, around));
        }
        return findings;
    }

    /// Explains a document by the facts that it was made from: the rules decide what is told of its
    /// parts, and the document what else it holds.
    ///
    /// @param release the release whose rows count
    public Explanation byFacts(DomainCapabilities document, Release release, Witness<F> witness) {
        Explanation plain = DocumentFindings.explain(document, release);
        DetailFindings details = detailFindings(document, release);
        Map<String, Finding> ruled = parts(release, witness);
        for (Map.Entry<String, DocumentDetail> detail : details(document).entrySet()) {
            List<Decision> around = around(detail.getValue(), ruled);
            ruled.put(detail.getKey(), details.byFacts(detail.getValue(), around));
        }
        return new Explanation(
                document,
                release,
                Basis.FACTS,
                replaced(plain.findings(), ruled, details),
                replaced(plain.attributes(), ruled, details),
                plain.unlisted(),
                List.of());
    }

    private DetailFindings detailFindings(DomainCapabilities document, Release release) {
        return new DetailFindings(hypervisor, derivations, release, new AskedDetails(document));
    }

    /// Explains a document of which nothing but itself is at hand: what is there is read out of it,
    /// and of the rules just those parts are decided that are about what was asked, or that follow
    /// from what the document says.
    ///
    /// @param release the release that the document is from
    /// @param asked knows what follows from what was asked for, and nothing else
    public Explanation byDocument(DomainCapabilities document, Release release, Witness<F> asked) {
        Explanation plain = DocumentFindings.explain(document, release);
        DetailFindings details = detailFindings(document, release);
        Map<String, Finding> ruled = new HashMap<>();
        Map<String, Finding> parts =
                parts(release, new DocumentWitness<>(table, document, release, asked));
        Map<String, DocumentDetail> said = details(document);
        for (List<Finding> findings : List.of(plain.findings(), plain.attributes())) {
            for (Finding finding : findings) {
                DocumentDetail detail = said.get(finding.path());
                if (detail != null) {
                    List<Decision> around = around(detail, parts);
                    ruled.put(finding.path(), details.byDocument(finding, detail, around));
                } else if (parts.containsKey(finding.path())) {
                    List<Decision> rules = parts.get(finding.path()).decisions();
                    ruled.put(finding.path(), finding.with(rules, Optional.empty()));
                }
            }
        }
        return new Explanation(
                document,
                release,
                Basis.DOCUMENT,
                replaced(plain.findings(), ruled, details),
                replaced(plain.attributes(), ruled, details),
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

    /// Every detail of a document by its path.
    private static Map<String, DocumentDetail> details(DomainCapabilities document) {
        Map<String, DocumentDetail> details = new HashMap<>();
        for (DocumentDetail detail : DocumentDetail.of(document, Optional.empty())) {
            details.put(detail.path(), detail);
        }
        for (Element element : Element.values()) {
            for (DocumentDetail detail : DocumentDetail.of(document, Optional.of(element))) {
                details.put(detail.path(), detail);
            }
        }
        return details;
    }

    /// The decisions of the element around a detail.
    private static List<Decision> around(DocumentDetail detail, Map<String, Finding> ruled) {
        return detail.key()
                .element()
                .map(element -> ruled.get(element.path()).decisions())
                .orElse(List.of());
    }

    /// Findings with rules, and those about names with where the name comes from.
    private static List<Finding> replaced(
            List<Finding> plain, Map<String, Finding> ruled, DetailFindings details) {
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : plain) {
            Finding found = ruled.get(finding.path());
            findings.add(found == null ? details.named(finding, ruled) : found);
        }
        return findings;
    }
}
