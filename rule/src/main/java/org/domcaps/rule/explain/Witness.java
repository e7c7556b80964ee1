package org.domcaps.rule.explain;

import org.domcaps.document.EnumKey;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Truth;
import org.domcaps.rule.Condition;
import org.domcaps.rule.Evidence;

import java.util.Optional;

/// Who knows whether facts are so.
///
/// @param <F> what the hypervisor's facts are read from
public interface Witness<F> {

    /// Whether it is so.
    Truth truth(Condition.Fact<F> fact);

    /// What was seen at one place that a fact is read from; empty text if nobody could look.
    String seen(Condition.Fact<F> fact, Evidence evidence);

    /// What would make it come out so.
    Remedy remedy(Condition.Fact<F> fact, Truth wanted);

    /// Whether some value of an enum is printed, if that is known without looking at the values'
    /// own rules.
    default Optional<Truth> anyOf(EnumKey key) {
        return Optional.empty();
    }
}
