package org.domcaps.bhyve;

import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Release;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Truth;
import org.domcaps.rule.Condition;
import org.domcaps.rule.Evidence;
import org.domcaps.rule.explain.RuleExplainer;
import org.domcaps.rule.explain.Witness;

import java.util.Optional;

/// Explains documents of bhyve. Pure.
public final class BhyveExplainer {

    private static final RuleExplainer<BhyveFacts> RULES =
            new RuleExplainer<>("bhyve", BhyveRules.TABLE, BhyveDerivations.ROWS);

    private BhyveExplainer() {}

    /// Explains a document by the facts that it was made from.
    ///
    /// @param release the release whose rules count
    public static Explanation explain(
            DomainCapabilities document, Release release, BhyveFacts facts) {
        return RULES.byFacts(document, release, new Told(Optional.of(facts)));
    }

    /// Explains a document of which nothing but itself is at hand.
    ///
    /// @param release the release that the document is from
    public static Explanation explain(DomainCapabilities document, Release release) {
        return RULES.byDocument(document, release, new Told(Optional.empty()));
    }

    /// What the program told.
    ///
    /// @param facts what it said; absent if nobody asked it
    private record Told(Optional<BhyveFacts> facts) implements Witness<BhyveFacts> {

        private static final String NO_PROGRAM = "no program bhyve in PATH";

        /// Rules of other releases need other answers, so some may be missing.
        @Override
        public Truth truth(Condition.Fact<BhyveFacts> fact) {
            return facts.filter(told -> told.program().isEmpty() || answer(told, fact).isPresent())
                    .map(told -> Truth.of(fact.isTrue(told)))
                    .orElse(Truth.UNKNOWN);
        }

        private static Optional<String> answer(BhyveFacts told, Condition.Fact<BhyveFacts> fact) {
            return Optional.ofNullable(told.answers().get(capability(fact).question()));
        }

        /// The rules of bhyve ask for nothing else.
        private static BhyveCapability capability(Condition.Fact<BhyveFacts> fact) {
            return (BhyveCapability) fact;
        }

        @Override
        public String seen(Condition.Fact<BhyveFacts> fact, Evidence evidence) {
            if (facts.isEmpty()) {
                return "";
            }
            if (facts.get().program().isEmpty()) {
                return NO_PROGRAM;
            }
            return switch (truth(fact)) {
                case YES -> capability(fact).seen(true);
                case NO -> capability(fact).seen(false);
                case UNKNOWN -> "not asked";
            };
        }

        @Override
        public Remedy remedy(Condition.Fact<BhyveFacts> fact, Truth wanted) {
            boolean missing = facts.isPresent() && facts.get().program().isEmpty();
            return missing && wanted == Truth.YES
                    ? new Remedy.Change(
                            Remedy.Kind.INSTALL, "install bhyve so that it is found in PATH")
                    : new Remedy.Change(
                            Remedy.Kind.EMULATOR, "use a bhyve that " + capability(fact).can());
        }
    }
}
