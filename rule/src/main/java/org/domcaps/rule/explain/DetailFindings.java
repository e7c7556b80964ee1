package org.domcaps.rule.explain;

import org.domcaps.document.DetailKey;
import org.domcaps.document.DocumentDetail;
import org.domcaps.document.Release;
import org.domcaps.driver.explain.Decision;
import org.domcaps.driver.explain.Finding;
import org.domcaps.driver.explain.Observation;
import org.domcaps.driver.explain.Origin;
import org.domcaps.driver.explain.Proof;
import org.domcaps.driver.explain.Truth;
import org.domcaps.rule.Derivation;
import org.domcaps.rule.Evidence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The findings about numbers, names and texts: what the document says there, the decisions that
/// put something there, and where it comes from.
final class DetailFindings {

    private final Map<DetailKey, Derivation> derivations = new EnumMap<>(DetailKey.class);
    private final ReleaseProofs proofs;
    private final DetailWitness witness;

    DetailFindings(
            String hypervisor,
            List<Derivation> derivations,
            Release release,
            DetailWitness witness) {
        this.witness = witness;
        this.proofs = new ReleaseProofs(hypervisor, release);
        for (Derivation row : derivations) {
            this.derivations.put(row.key(), row);
        }
    }

    /// A finding that the facts decide.
    ///
    /// @param around the decisions of the element around it; none for the head
    Finding byFacts(DocumentDetail detail, List<Decision> around) {
        List<Decision> decisions = new ArrayList<>(around);
        String about = detail.path() + " is in the document";
        Optional<Decision> hindered =
                proofs.hindered(about, detail.key().since(), Optional.empty());
        if (hindered.isPresent()) {
            decisions.add(hindered.get());
        } else if (!derivations.containsKey(detail.key())) {
            decisions.add(proofs.never(about));
        } else if (Finding.truth(around) == Truth.YES) {
            decisions.addAll(witness.decisions(detail));
        }
        if (decisions.isEmpty()) {
            decisions.add(
                    Decision.always(
                            about,
                            new Proof.Fact("always", Truth.YES, List.of(), Optional.empty())));
        }
        return Finding.of(detail, Finding.truth(decisions)).with(decisions, origin(detail));
    }

    /// A finding that the document decides.
    ///
    /// @param around the decisions of the element around it, as far as they follow from the
    ///   document
    Finding byDocument(Finding said, DocumentDetail detail, List<Decision> around) {
        List<Decision> decisions = new ArrayList<>(around);
        if (detail.value().isEmpty()) {
            proofs.hindered(
                            detail.path() + " is in the document",
                            detail.key().since(),
                            Optional.empty())
                    .ifPresent(decisions::add);
        }
        return said.with(decisions, origin(detail));
    }

    /// A finding about a name that is in the document: the decisions of the element around it, and
    /// where such names come from.
    ///
    /// @param ruled the findings about elements, by their path
    Finding named(Finding said, Map<String, Finding> ruled) {
        Optional<DetailKey> key =
                switch (said.kind()) {
                    case VIRT_TYPE -> Optional.of(DetailKey.DOMAIN);
                    case MACHINE -> Optional.of(DetailKey.MACHINE);
                    case LOADER -> Optional.of(DetailKey.LOADER_VALUE);
                    case CPU_MODEL -> Optional.of(DetailKey.CUSTOM_USABLE);
                    case CPU_FEATURE -> Optional.of(DetailKey.HOST_MODEL_FEATURE_POLICY);
                    case FIRMWARE, ELEMENT, ENUM, VALUE, DETAIL, ATTRIBUTE -> Optional.empty();
                };
        if (key.isEmpty()) {
            return said;
        }
        List<Decision> around =
                key.get()
                        .element()
                        .map(part -> ruled.get(part.path()).decisions())
                        .orElse(List.of());
        return said.with(
                around, origin(new DocumentDetail(key.get(), said.path(), Optional.empty())));
    }

    private Optional<Origin> origin(DocumentDetail detail) {
        Derivation row = derivations.get(detail.key());
        if (row == null) {
            return Optional.empty();
        }
        List<Observation> observations = new ArrayList<>();
        for (Evidence evidence : row.evidence()) {
            observations.add(
                    new Observation(
                            evidence.source(),
                            evidence.place(),
                            evidence.detail(),
                            witness.seen(detail, evidence)));
        }
        return Optional.of(new Origin(row.words(), observations, witness.decided(detail)));
    }
}
