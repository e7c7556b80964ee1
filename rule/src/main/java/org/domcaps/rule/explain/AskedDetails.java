package org.domcaps.rule.explain;

import org.domcaps.document.DetailKey;
import org.domcaps.document.DocumentDetail;
import org.domcaps.document.DomainCapabilities;
import org.domcaps.driver.explain.Decision;
import org.domcaps.driver.explain.Observation;
import org.domcaps.driver.explain.Observation.Source;
import org.domcaps.driver.explain.Proof;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Truth;
import org.domcaps.rule.Evidence;

import java.util.List;
import java.util.Optional;

/// Knows what stands in the head of a document, which is what the document is about, and that
/// nothing else can be missing there than what a request left open.
///
/// @param document the document
record AskedDetails(DomainCapabilities document) implements DetailWitness {

    @Override
    public String seen(DocumentDetail detail, Evidence evidence) {
        return evidence.source() != Source.REQUEST ? "" : asked(evidence.place());
    }

    private String asked(String place) {
        Optional<String> said =
                switch (place) {
                    case "emulator" -> document.path();
                    case "virt type" -> document.domain();
                    case "machine" -> document.machine();
                    case "arch" -> document.arch();
                    default -> Optional.empty();
                };
        return said.orElse("");
    }

    @Override
    public List<Decision> decisions(DocumentDetail detail) {
        if (detail.value().isPresent()) {
            return List.of();
        }
        String option = detail.key() == DetailKey.PATH ? "--emulatorbin" : "--" + detail.path();
        return List.of(
                Decision.always(
                        detail.path() + " is in the document",
                        new Proof.Fact(
                                "the request names it",
                                Truth.NO,
                                List.of(new Observation(Source.REQUEST, detail.path(), "", "none")),
                                Optional.of(
                                        new Remedy.Change(
                                                Remedy.Kind.REQUEST,
                                                "name it (" + option + ")")))));
    }
}
