package org.domcaps.driver.explain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Where a number, name or text of a document comes from.
///
/// @param how how it is found out, a phrase after "from": `the machine's limit, …`
/// @param observations the places it is read from, and what was seen there
/// @param decided where several answers could have decided: which one did and why, one sentence
///   without a full stop; absent if there is no choice or nobody knows
public record Origin(String how, List<Observation> observations, Optional<String> decided) {

    /// Checks and copies.
    public Origin {
        Objects.requireNonNull(how, "how");
        observations = List.copyOf(observations);
        Objects.requireNonNull(decided, "decided");
    }
}
