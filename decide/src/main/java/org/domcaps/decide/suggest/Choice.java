package org.domcaps.decide.suggest;

import java.util.Objects;

/// Something that was chosen, and why.
///
/// @param what what was chosen, in a few words
/// @param why the reason, without a full stop
public record Choice(String what, String why) {
    /// Checks.
    public Choice {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(why, "why");
    }
}
