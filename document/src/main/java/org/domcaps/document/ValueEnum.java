package org.domcaps.document;

import java.util.List;
import java.util.Objects;

/// One `<enum>` as reported: its name, and its values in document order.
///
/// An enum that is reported and empty means "nothing of this works"; one that is not reported says
/// nothing.
public record ValueEnum(String name, List<String> values) {
    /// Checks and copies.
    public ValueEnum {
        Objects.requireNonNull(name, "name");
        values = List.copyOf(values);
    }
}
