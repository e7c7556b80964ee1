package org.domcaps.testdriver;

import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Release;
import org.domcaps.driver.Request;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Truth;
import org.domcaps.rule.Condition;
import org.domcaps.rule.Evidence;
import org.domcaps.rule.explain.RuleExplainer;
import org.domcaps.rule.explain.Witness;

/// Explains documents of the test driver. Pure.
public final class TestExplainer {

    private static final RuleExplainer<Request> RULES =
            new RuleExplainer<>("test", TestRules.TABLE, TestDerivations.ROWS);

    private TestExplainer() {}

    /// Explains a document. There are no facts, so a document says as much as the driver.
    ///
    /// @param release the release that the document is from
    public static Explanation explain(DomainCapabilities document, Release release) {
        return RULES.byFacts(document, release, new NoFacts());
    }

    /// Is never asked: no row looks at a fact.
    private record NoFacts() implements Witness<Request> {
        @Override
        public Truth truth(Condition.Fact<Request> fact) {
            return Truth.UNKNOWN;
        }

        @Override
        public String seen(Condition.Fact<Request> fact, Evidence evidence) {
            return "";
        }

        @Override
        public Remedy remedy(Condition.Fact<Request> fact, Truth wanted) {
            return new Remedy.Change(Remedy.Kind.NONE, "nothing: the test driver has no facts");
        }
    }
}
