package org.domcaps.testdriver;

import org.domcaps.rule.Condition;
import org.domcaps.rule.RuleTable;

/// The rules of the test driver, in every release.
public final class TestRules {

    /// All rows.
    public static final RuleTable<Always> TABLE =
            new RuleTable<>(RuleTable.alwaysPrinted(Always.ALWAYS));

    private TestRules() {}

    /// What the rows depend on.
    public enum Always implements Condition {
        /// Nothing.
        ALWAYS;

        @Override
        public String words() {
            return "always";
        }
    }
}
