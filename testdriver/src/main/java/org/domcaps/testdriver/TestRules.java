package org.domcaps.testdriver;

import org.domcaps.driver.Request;
import org.domcaps.rule.RuleTable;

/// The rules of the test driver, in every release. It has no facts but the request, and no row
/// looks at that.
public final class TestRules {

    /// All rows.
    public static final RuleTable<Request> TABLE = new RuleTable<>(RuleTable.alwaysPrinted());

    private TestRules() {}
}
