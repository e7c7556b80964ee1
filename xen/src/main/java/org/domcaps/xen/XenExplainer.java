package org.domcaps.xen;

import org.domcaps.document.DomainCapabilities;
import org.domcaps.document.Release;
import org.domcaps.driver.explain.Explanation;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Truth;
import org.domcaps.rule.Condition;
import org.domcaps.rule.Evidence;
import org.domcaps.rule.explain.RuleExplainer;
import org.domcaps.rule.explain.Witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Explains documents of Xen. Pure.
public final class XenExplainer {

    private static final RuleExplainer<XenMachine> RULES =
            new RuleExplainer<>("Xen", XenRules.TABLE, XenDerivations.ROWS);

    private XenExplainer() {}

    /// Explains a document. The machine type decides everything and stands in it, so a document
    /// says as much as the host; without one, or with one that Xen does not have, nothing of what
    /// depends on it can be told.
    ///
    /// @param release the release that the document is from
    public static Explanation explain(DomainCapabilities document, Release release) {
        Optional<XenMachine> machine = document.machine().flatMap(XenMachine::find);
        Asked asked = new Asked(machine);
        return machine.isPresent()
                ? RULES.byFacts(document, release, asked)
                : RULES.byDocument(document, release, asked);
    }

    /// @param machine the machine type that was asked for
    private record Asked(Optional<XenMachine> machine) implements Witness<XenMachine> {
        @Override
        public Truth truth(Condition.Fact<XenMachine> fact) {
            return machine.map(type -> Truth.of(fact.isTrue(type))).orElse(Truth.UNKNOWN);
        }

        @Override
        public String seen(Condition.Fact<XenMachine> fact, Evidence evidence) {
            return machine.map(XenMachine::xmlName).orElse("");
        }

        @Override
        public Remedy remedy(Condition.Fact<XenMachine> fact, Truth wanted) {
            List<Remedy> ways = new ArrayList<>();
            for (XenMachine type : XenMachine.values()) {
                if (Truth.of(fact.isTrue(type)) == wanted) {
                    ways.add(
                            new Remedy.Change(
                                    Remedy.Kind.REQUEST,
                                    "ask about the machine type "
                                            + type.xmlName()
                                            + " (--machine)"));
                }
            }
            return Remedy.oneOf(ways).orElseThrow();
        }
    }
}
