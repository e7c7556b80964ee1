package org.domcaps.cli;

import org.domcaps.conformance.CaseResult;

/// How the results of recorded cases are printed.
interface CaseOutput {

    /// Takes a result; they come in a stable order.
    void add(CaseResult result);

    /// Ends the output.
    void end(Counts counts);

    /// How many cases came out how.
    ///
    /// @param failed with those that could not be computed
    record Counts(int passed, int failed, int skipped) {}
}
