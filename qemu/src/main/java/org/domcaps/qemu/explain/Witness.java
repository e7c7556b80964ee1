package org.domcaps.qemu.explain;

import org.domcaps.document.EnumKey;
import org.domcaps.document.Release;
import org.domcaps.driver.explain.Remedy;
import org.domcaps.driver.explain.Truth;
import org.domcaps.qemu.rules.Condition;
import org.domcaps.qemu.rules.Evidence;

import java.util.Optional;

/// Who knows whether conditions hold.
interface Witness {

    /// The release whose rules count.
    Release release();

    /// Whether a condition without parts holds.
    Truth truth(Condition condition);

    /// What was seen at one place that a condition looks at; empty text if nobody could look.
    String seen(Condition condition, Evidence evidence);

    /// What would make a condition without parts come out so.
    Remedy remedy(Condition condition, Truth wanted);

    /// Whether some value of an enum is printed, if that is known without looking at the values'
    /// own rules.
    Optional<Truth> anyOf(EnumKey key);
}
