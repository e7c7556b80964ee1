package org.domcaps.rule.explain;

import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.EnumKey;
import org.domcaps.document.Release;
import org.domcaps.driver.explain.DocumentFindings;
import org.domcaps.driver.explain.Observation.Source;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Truth;
import org.domcaps.rule.Condition;
import org.domcaps.rule.Evidence;
import org.domcaps.rule.RuleTable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Knows a finished document and nothing else: what was asked for stands in it, some of the rest
/// follows from it, and where the answers came from it does not say.
///
/// @param <F> what the hypervisor's facts are read from
final class DocumentWitness<F> implements Witness<F> {

    private final DomainCapabilities document;
    private final Witness<F> asked;
    private final Map<Condition.Fact<F>, Truth> inferred;

    /// @param asked knows what follows from what was asked for, and nothing else
    DocumentWitness(
            RuleTable<F> table, DomainCapabilities document, Release release, Witness<F> asked) {
        this.document = document;
        this.asked = asked;
        this.inferred = DocumentInference.of(table, document, release, asked);
    }

    @Override
    public Truth truth(Condition.Fact<F> fact) {
        Truth told = asked.truth(fact);
        return told != Truth.UNKNOWN ? told : inferred.getOrDefault(fact, Truth.UNKNOWN);
    }

    @Override
    public String seen(Condition.Fact<F> fact, Evidence evidence) {
        if (evidence.source() == Source.REQUEST) {
            return asked.seen(fact, evidence);
        }
        return inferred.containsKey(fact) ? "follows from the document" : "";
    }

    @Override
    public Remedy remedy(Condition.Fact<F> fact, Truth wanted) {
        return asked.remedy(fact, wanted);
    }

    @Override
    public Optional<Truth> anyOf(EnumKey key) {
        if (DocumentFindings.there(document, key.element()) != Truth.YES) {
            return Optional.of(Truth.UNKNOWN);
        }
        return Optional.of(
                document.values(key)
                        .map(List::isEmpty)
                        .map(empty -> Truth.of(!empty))
                        .orElse(Truth.UNKNOWN));
    }
}
